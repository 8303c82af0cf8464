import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  amina,
  bo,
  copyOf,
  docWith,
  now,
  opened,
  paragraphs,
  sent,
  suggested,
  wordsOf,
} from '../../tests/suggestions'
import { docOf, firstUpdate, textFragment } from './section-doc'
import { settle } from './settle-suggestions'
import { Gate } from './suggest-only'
import { placesIn, suggestionsIn, textsIn } from './suggested-text'

/** The update of a client that writes what it likes. */
function forged(doc: Y.Doc, write: (own: Y.Doc, text: Y.XmlText) => void): Uint8Array {
  const own = copyOf(doc)
  const before = Y.encodeStateVector(own)
  const [text] = textsIn(textFragment(own))
  write(own, text ?? expect.unreachable())
  return Y.encodeStateAsUpdate(own, before)
}

const stamp = (author: string, since = now.getTime()) => ({
  suggestion: `${author}.forged0123456789`,
  since: String(since),
})
const insertion = (author: string, more = {}) => ({
  'insertion--abcdefgh': { ...stamp(author), does: '', ...more },
})

function base(): Y.Doc {
  const doc = docWith(paragraphs('Vi vill satsa.', 'Andra stycket.'))
  Y.applyUpdate(
    doc,
    suggested(doc, bo, tr => tr.insertText('verkligen ', 4)),
  )
  return doc
}

/** Writes a paragraph of one's own suggestion before all. */
function begin(own: Y.Doc): void {
  const element = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  element.insert(0, [text])
  textFragment(own).insert(0, [element])
  text.insert(0, 'Hej', insertion('amina'))
}

describe('the gate of those who may only suggest', () => {
  test.each<[string, (own: Y.Doc, text: Y.XmlText) => void]>([
    ['plain words', (_, text) => text.insert(0, 'Smyg')],
    ['words taken away', (_, text) => text.delete(0, 2)],
    ['formatting', (_, text) => text.format(0, 2, { bold: {} })],
    [
      'a comment’s mark',
      (_, text) => text.format(0, 2, { 'comment--abcdefgh': { threadId: 't' } }),
    ],
    ['a suggestion in another’s name', (_, text) => text.insert(0, 'x', insertion('bo'))],
    ['plain words made into one’s own', (_, text) => text.format(0, 2, insertion('amina'))],
    ['another’s suggestion taken away', (_, text) => text.delete(3, 10)],
    [
      'another’s suggestion set as text',
      (_, text) => {
        const [place] = placesIn(text)
        text.format(3, 10, { [place?.key ?? '']: null })
      },
    ],
    ['words inside another’s suggestion', (_, text) => text.insert(5, 'smyg')],
    ['a mark that is none', (_, text) => text.insert(0, 'x', insertion('amina', { does: 'run' }))],
    ['an act on words', (_, text) => text.insert(0, 'hej', insertion('amina', { does: 'join' }))],
    [
      'a time that has not come',
      (_, text) =>
        text.insert(0, 'x', {
          'insertion--abcdefgh': { ...stamp('amina', now.getTime() + 3.6e6), does: '' },
        }),
    ],
    ['an object as a suggestion', (_, text) => text.insertEmbed(0, { a: 1 }, insertion('amina'))],
    ['a new block', own => textFragment(own).insert(1, [new Y.XmlElement('paragraph')])],
    ['a block taken away', own => textFragment(own).delete(1, 1)],
    [
      'a block’s attribute',
      (_, { parent }) =>
        parent instanceof Y.XmlElement ? parent.setAttribute('level', '3') : expect.unreachable(),
    ],
    [
      'a line break',
      (_, { parent }) =>
        parent instanceof Y.XmlElement
          ? parent.insert(1, [new Y.XmlElement('hardBreak')])
          : expect.unreachable(),
    ],
    ['another part of the document', own => own.getMap('smyg').set('a', 1)],
    [
      'a suggestion and plain words together',
      (_, text) => {
        text.insert(0, 'x', insertion('amina'))
        text.insert(text.length, 'smyg', {})
      },
    ],
  ])('refuses %s, whole', (_, write) => {
    const doc = base()
    const gate = new Gate(doc)
    expect(gate.letInSuggestions(forged(doc, write), 'amina', now)).toBeNull()
    // and is none the wiser after it
    expect(
      gate.letInSuggestions(
        forged(doc, (own, text) => void text.insert(0, 'x', insertion('amina'))),
        'amina',
        now,
      ),
    ).toEqual({ mend: null })
  })

  test('refuses what waits for an update that has not come', () => {
    const doc = base()
    const own = copyOf(doc)
    const [text] = textsIn(textFragment(own))
    text?.insert(0, 'a', insertion('amina'))
    const between = Y.encodeStateVector(own)
    text?.insert(1, 'smyg', {})
    expect(
      new Gate(doc).letInSuggestions(Y.encodeStateAsUpdate(own, between), 'amina', now),
    ).toBeNull()
  })

  test('lets a first paragraph be made in an empty section, and none beside it', () => {
    const doc = docOf([firstUpdate({ type: 'doc', content: [] })])
    const own = copyOf(doc)
    begin(own)
    expect(new Gate(doc).letInSuggestions(Y.encodeStateAsUpdate(own), 'amina', now)).toEqual({
      mend: null,
    })
    begin(own)
    expect(new Gate(doc).letInSuggestions(Y.encodeStateAsUpdate(own), 'amina', now)).toBeNull()
  })

  test('lets a member take back their own where a writer has written in it meanwhile', () => {
    const doc = docWith(paragraphs('Vi vill satsa på skolan.'))
    const gate = new Gate(doc)
    const mine = suggested(doc, amina, tr => tr.insertText(' mer', 8))
    expect(gate.letInSuggestions(mine, 'amina', now)).toEqual({ mend: null })
    Y.applyUpdate(doc, mine)
    const takenBack = forged(doc, (_, text) => text.delete(7, 4))
    const written = opened(doc)
    const { tr, schema } = written.state
    const frame = sent(written.own, written.mapping, tr.insert(10, schema.text('XX')).doc)
    Y.applyUpdate(doc, frame)
    const letIn = gate.letInSuggestions(takenBack, 'amina', now)
    expect(letIn).not.toBeNull()
    Y.applyUpdate(doc, takenBack)
    if (letIn?.mend) Y.applyUpdate(doc, letIn.mend)
    expect(suggestionsIn(doc)).toEqual([])
    expect(wordsOf(doc)).toBe('Vi villXX satsa på skolan.')
  })

  test('lets a member take back their own, and follows what others write', () => {
    const doc = base()
    const gate = new Gate(doc)
    const mine = suggested(doc, amina, tr => tr.delete(15, 20))
    expect(gate.letInSuggestions(mine, 'amina', now)).toEqual({ mend: null })
    Y.applyUpdate(doc, mine)
    Y.applyUpdate(
      doc,
      forged(doc, (_, text) => text.insert(0, 'Nu: ')),
    )
    const own = copyOf(doc)
    const before = Y.encodeStateVector(own)
    const ids = suggestionsIn(own)
      .filter(({ authorId }) => authorId === 'amina')
      .map(({ id }) => id)
    settle(own, new Set(ids), 'reject')
    expect(gate.letInSuggestions(Y.encodeStateAsUpdate(own, before), 'amina', now)).toEqual({
      mend: null,
    })
  })
})
