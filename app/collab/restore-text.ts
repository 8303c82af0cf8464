import * as Y from 'yjs'
import { alignLines, type Pair } from '~/proposal/align-lines'
import { commonOrder, fullWork, type Work } from '~/proposal/common-order'
import { figureCharacter, noteCharacter } from '~/proposal/section-content'
import { keepThreads } from './kept-threads'
import { markName } from './mark-name'
import { textFragment } from './section-doc'
import { suggestionKinds } from './suggestion'
import { runsOf, suggestionsOf } from './suggested-text'

/**
 * Makes a section's text read as another document does, by writing no more than what differs: blocks that are equal are
 * not touched, and inside a block that was rewritten only the words that differ are. Cursors, threads and what others
 * write meanwhile keep their places. Threads and suggestions are no part of the text: new words get those of the other
 * document, and words that stay keep theirs, also where they stay in another place.
 */
export function restoreText(doc: Y.Doc, wanted: Y.Doc, work: Work = fullWork()): void {
  doc.transact(() =>
    keepThreads(doc, () => restoreChildren(textFragment(doc), textFragment(wanted), work)),
  )
}

type Child = Y.XmlElement | Y.XmlText

/** A child as the comparison sees it; `path` says what kind of block it is. */
type Line = {
  readonly node: Child
  readonly at: number
  readonly key: string
  readonly path: string
  readonly tokens: readonly { readonly type: 'text'; readonly text: string; readonly look: '' }[]
}

function restoreChildren(parent: Y.XmlFragment, wanted: Y.XmlFragment, work: Work): void {
  const asides = asidesIn(parent)
  let shift = 0
  const [now, then] = [linesOf(parent), linesOf(wanted)]
  for (const { from, to } of inPlace(alignLines(now, then, work), now, then)) {
    if (from && to) restoreNode(from.node, to.node, work)
    else if (from && (then.length === 0 || isSuggestedIn(from.node)) && isText(from.node)) {
      takeWords(from.node)
      asides.push(from.at)
    } else if (from) {
      parent.delete(from.at + shift, 1)
      shift -= 1
    } else if (to) {
      // all that stands before it is in its place already
      const before = asides.filter(at => at + shift < to.at).length
      parent.insert(to.at + before, [to.node.clone()])
      shift += 1
    }
  }
}

/**
 * Lets a block that goes and one of its kind that comes in its place be the same block, however little they share: what
 * others suggest in it, and write in it this very moment, would go with it.
 */
function inPlace(pairs: readonly Pair<Line>[], now: readonly Line[], then: readonly Line[]) {
  const met: { from?: Line; to?: Line }[] = []
  const [placesNow, placesThen] = [placesOf(now), placesOf(then)]
  let going: { at: number; from: Line; equal: number }[] = []
  let [fromNow, fromThen] = [0, 0]
  for (const { from, to } of pairs) {
    // so many equal lines stand before it: only between the same two is it the same place
    const equal = from ? (placesNow.get(from) ?? 0) - fromNow : (placesThen.get(to) ?? 0) - fromThen
    if (from) fromNow++
    if (to) fromThen++
    if (from && to) going = []
    else if (from) going.push({ at: met.length, from, equal })
    const place = from
      ? -1
      : going.findIndex(one => one.equal === equal && one.from.path === to.path)
    const gone = going[place]
    if (gone && to) {
      met[gone.at] = { from: gone.from, to }
      going = going.slice(place + 1)
    } else met.push({ ...(from && { from }), ...(to && { to }) })
  }
  return met
}

const placesOf = (lines: readonly Line[]) => new Map(lines.map((line, at) => [line, at]))

function restoreNode(node: Child, wanted: Child, work: Work): void {
  if (node instanceof Y.XmlText && wanted instanceof Y.XmlText) restoreWords(node, wanted, work)
  else if (node instanceof Y.XmlElement && wanted instanceof Y.XmlElement)
    restoreChildren(node, wanted, work)
}

const linesOf = (parent: Y.XmlFragment): Line[] =>
  parent.toArray().flatMap((node, at): Line[] => {
    if (!isChild(node) || isAside(node)) return []
    const tokens = [{ type: 'text' as const, text: wordsIn(node), look: '' as const }]
    return [{ node, at, key: keyOf(node), path: kindOf(node), tokens }]
  })

const isText = (node: Child): node is Y.XmlText => node instanceof Y.XmlText

const isChild = (node: unknown): node is Child =>
  node instanceof Y.XmlElement || node instanceof Y.XmlText

/** A text in which there is nothing, or nothing but what somebody suggests: as it stands, it is not there. */
const isAside = (node: Child): boolean => isText(node) && visible(leavesOf(node)).length === 0

/** A text of which more than nothing is left when its words are gone. */
const isSuggestedIn = (node: Child): boolean =>
  isText(node) && leavesOf(node).some(({ suggested }) => suggested)

/**
 * Takes away the words and leaves what is suggested beside them. The text itself stays: what somebody writes in it this
 * very moment would go with it.
 */
function takeWords(text: Y.XmlText): void {
  text.applyDelta(
    leavesOf(text).map(({ text: { length }, suggested }) =>
      suggested ? { retain: length } : { delete: length },
    ),
  )
}

const asidesIn = (parent: Y.XmlFragment): number[] =>
  parent.toArray().flatMap((node, at) => (isChild(node) && isAside(node) ? [at] : []))

const kindOf = (node: Child): string =>
  node instanceof Y.XmlText ? 'text' : JSON.stringify([node.nodeName, attributesOf(node)])

const attributesOf = (element: Y.XmlElement) =>
  Object.entries(element.getAttributes()).toSorted(([a], [b]) => (a < b ? -1 : 1))

const childrenOf = (element: Y.XmlElement): Child[] => linesOf(element).map(({ node }) => node)

const wordsIn = (node: Child): string =>
  node instanceof Y.XmlText
    ? visible(leavesOf(node))
        .map(({ text }) => text)
        .join('')
    : childrenOf(node).map(wordsIn).join(' ')

const keyOf = (node: Child): string =>
  node instanceof Y.XmlText
    ? JSON.stringify(shownIn(node))
    : JSON.stringify([kindOf(node), childrenOf(node).map(keyOf)])

/** The text as it is read, in stretches of one look: a suggestion inside a word parts nothing. */
function shownIn(text: Y.XmlText): { text: string; look: string }[] {
  const shown: { text: string; look: string }[] = []
  for (const { text: words, look } of visible(leavesOf(text))) {
    const last = shown.at(-1)
    if (last?.look === look) last.text += words
    else shown.push({ text: words, look })
  }
  return shown
}

type Attributes = NonNullable<ReturnType<typeof runsOf>[number]['attributes']>
type Leaf = {
  readonly text: string
  readonly attributes: Attributes
  readonly look: string
  /** What somebody suggests to put in: it stays beside the words that stay, and is compared with nothing. */
  readonly suggested: boolean
}
type Op = { retain?: number; delete?: number; insert?: string; attributes?: Attributes }

const visible = (leaves: readonly Leaf[]): Leaf[] => leaves.filter(({ suggested }) => !suggested)

function restoreWords(text: Y.XmlText, wanted: Y.XmlText, work: Work): void {
  const all = leavesOf(text)
  const [a, b] = [visible(all), visible(leavesOf(wanted))]
  const places = all.flatMap(({ suggested }, at) => (suggested ? [] : [at]))
  const ops: Op[] = []
  let [fromA, fromB] = [0, 0]
  for (const match of [
    ...commonOrder(wordsOf(a), wordsOf(b), work),
    { a: a.length, b: b.length },
  ]) {
    const place = places[match.a] ?? all.length
    for (const { text: insert, attributes } of b.slice(fromB, match.b))
      ops.push({ insert, attributes })
    for (const { text: gone, suggested } of all.slice(fromA, place))
      ops.push(suggested ? { retain: gone.length } : { delete: gone.length })
    const [stays, as] = [a[match.a], b[match.b]]
    if (stays && as) ops.push({ retain: stays.text.length, attributes: newLook(stays, as) })
    ;[fromA, fromB] = [place + 1, match.b + 1]
  }
  text.applyDelta(ops)
}

/** A figure or a note is another one where its mark is; a word is the same in bold. */
const wordsOf = (leaves: readonly Leaf[]): string[] =>
  leaves.map(({ text, look }) =>
    text === figureCharacter || text === noteCharacter ? text + look : text,
  )

/** The marks that have to come and go (null) for a word to look as it should; its threads stay. */
function newLook(
  { attributes: now, look }: Leaf,
  { attributes: then, ...wanted }: Leaf,
): Attributes {
  if (look === wanted.look) return {}
  const names = [...Object.keys(now), ...Object.keys(then)].filter(name => !isAsideMark(name))
  return Object.fromEntries(names.map(name => [name, then[name] ?? null]))
}

const isAsideMark = (name: string): boolean =>
  ['comment', ...suggestionKinds].includes(markName(name))

const word = /\uFFFC|[\p{L}\p{M}\p{N}]+|\s+|./gsu

function leavesOf(text: Y.XmlText): Leaf[] {
  return stretchesOf(text).flatMap(({ look, suggested, runs }) => {
    const words = runs.map(run => run.text).join('')
    return Array.from(words.matchAll(word), ({ 0: one, index }) => ({
      text: one,
      attributes: attributesAt(runs, index),
      look,
      suggested,
    }))
  })
}

type Run = { readonly text: string; readonly attributes: Attributes }

type Stretch = { readonly look: string; readonly suggested: boolean; readonly runs: Run[] }

/** Neighbours that differ in threads alone are one stretch: a thread on half a word makes it no other word. */
function stretchesOf(text: Y.XmlText): Stretch[] {
  const stretches: Stretch[] = []
  for (const run of plainRunsOf(text)) {
    const look = lookOf(run.attributes)
    const suggested = suggestionsOf(run.attributes).some(({ mark }) => mark.kind === 'insertion')
    const last = stretches.at(-1)
    if (last?.look === look && last.suggested === suggested) last.runs.push(run)
    else stretches.push({ look, suggested, runs: [run] })
  }
  return stretches
}

function attributesAt(runs: readonly Run[], index: number): Attributes {
  let end = 0
  const run = runs.find(({ text }) => (end += text.length) > index)
  return run?.attributes ?? {}
}

const lookOf = (attributes: Attributes): string => {
  const shown = Object.entries(attributes).filter(([name]) => !isAsideMark(name))
  return shown.length === 0 ? '' : JSON.stringify(shown.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** What is no text, which only a hostile client writes, counts as one character that matches nothing. */
const plainRunsOf = (text: Y.XmlText): Run[] =>
  runsOf(text).map(({ insert, attributes = {} }) => ({
    text: typeof insert === 'string' ? insert : '\0',
    attributes,
  }))
