import * as Y from 'yjs'
import { textFragment } from './section-doc'
import { breakLine, becomeBlock, dropBlock, joinBlock, splitBlock } from './settle-blocks'
import { placesIn, textsIn, type Place } from './suggested-text'
import type { Does } from './suggestion'

export type Verdict = 'accept' | 'reject'

/**
 * Settles suggestions by their ids: accepted ones become text as if it had been typed, of rejected ones nothing stays.
 * Only what they touch is changed, so that whoever writes beside them keeps the caret and loses nothing.
 */
export function settle(doc: Y.Doc, ids: ReadonlySet<string>, verdict: Verdict): void {
  doc.transact(() => {
    for (const text of textsIn(textFragment(doc))) {
      const places = placesIn(text).filter(({ mark }) => ids.has(mark.suggestion))
      const structural = places.filter(place => verdict === 'accept' && doesOf(place) !== '')
      settleWords(text, places, verdict, structural)
    }
    if (verdict === 'accept') settleBlocks(doc, ids)
    for (const text of textsIn(textFragment(doc))) dropIfEmptied(text)
  })
}

const doesOf = ({ mark }: Place): Does => (mark.kind === 'insertion' ? mark.does : '')

/** From the end, so that what is taken away moves nothing that is still to be settled. */
function settleWords(
  text: Y.XmlText,
  places: readonly Place[],
  verdict: Verdict,
  structural: readonly Place[],
): void {
  for (const { at, length } of stretches(places).toReversed()) {
    const here = places.filter(place => place.at === at)
    if (here.some(({ mark }) => mark.kind === (verdict === 'accept' ? 'deletion' : 'insertion'))) {
      text.delete(at, length)
      continue
    }
    const format = Object.assign(
      {},
      ...here.filter(place => !structural.includes(place)).map(place => formatOf(place, verdict)),
    )
    if (Object.keys(format).length > 0) text.format(at, length, format)
  }
}

const stretches = (places: readonly Place[]) => [
  ...new Map(places.map(({ at, length }) => [at, { at, length }])).values(),
]

function formatOf({ key, mark }: Place, verdict: Verdict): Record<string, unknown> {
  if (mark.kind !== 'formatting' || verdict === 'reject') return { [key]: null }
  const value = mark.mark === 'link' ? { href: mark.value ?? null } : {}
  return { [key]: null, [mark.mark]: mark.on === 'yes' ? value : null }
}

/**
 * What splits, joins and changes blocks. A block that goes away stands between those that are joined over it, so it goes
 * first. One that becomes another is written anew: what is left in it is then looked for again.
 */
function settleBlocks(doc: Y.Doc, ids: ReadonlySet<string>): void {
  for (const place of actsIn(doc, ids))
    if (doesOf(place) === 'drop' && !isGone(place.text)) carryOut(place)
  let before = Infinity
  for (let left = actsIn(doc, ids); left.length > 0 && left.length < before;) {
    before = left.length
    for (const place of left) if (!isGone(place.text)) carryOut(place)
    left = actsIn(doc, ids)
  }
}

/** From the end of the section: what stands before is then still in its place. */
const actsIn = (doc: Y.Doc, ids: ReadonlySet<string>): Place[] =>
  textsIn(textFragment(doc))
    .flatMap(text =>
      placesIn(text).filter(place => ids.has(place.mark.suggestion) && doesOf(place) !== ''),
    )
    .toReversed()

const isGone = (text: Y.XmlText): boolean => text._item?.deleted ?? true

function carryOut(place: Place): void {
  const { text, at, length } = place
  const does = doesOf(place)
  // typed side by side, equal ones lie on one run
  for (let i = at + length - 1; i >= at; i--) {
    text.delete(i, 1)
    if (does === 'join') return joinBlock(text)
    if (does === 'drop') return dropBlock(text)
    if (does === 'line') breakLine(text, i)
    else if (does.startsWith('split')) splitBlock(text, i, kindOf(does))
    else becomeBlock(text, kindOf(does))
  }
}

const kindOf = (does: Does): string => does.split(':')[1] ?? ''

function dropIfEmptied(text: Y.XmlText): void {
  const { parent } = text
  if (text.length > 0 || !(parent instanceof Y.XmlElement)) return
  parent.delete(parent.toArray().indexOf(text), 1)
}
