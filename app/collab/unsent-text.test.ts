import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { demoSections } from '../../prisma/demo/sections'
import { docOf, firstUpdate, textFragment } from './section-doc'
import { fits, wordsOf } from './unsent-text'

const school = demoSections.find(({ id }) => id === 'skola')?.content ?? {
  type: 'doc',
  content: [],
}

/** A text with figures, and two comments over the same words, as it comes from the server. */
function served(): Uint8Array {
  const doc = docOf([firstUpdate(school)])
  const first = textFragment(doc).get(0)
  const words = first instanceof Y.XmlElement ? first.get(0) : null
  if (!(words instanceof Y.XmlText)) throw new Error('The text begins with a paragraph')
  words.format(0, 8, { 'comment--AAAAAAAA': { threadId: 'one' } })
  words.format(4, 8, { 'comment--BBBBBBBB': { threadId: 'two' } })
  return Y.encodeStateAsUpdate(doc)
}

/** What a page writes on top of the text, one update for each change. */
function written(state: Uint8Array, write: (doc: Y.Doc) => void): Uint8Array[] {
  const doc = docOf([state])
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  write(doc)
  return updates
}

function addParagraph(doc: Y.Doc, words: string) {
  const paragraph = new Y.XmlElement('paragraph')
  const fragment = textFragment(doc)
  fragment.insert(fragment.length, [paragraph])
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  for (const letter of words) text.insert(text.length, letter)
}

describe('changes that were kept in the browser', () => {
  test('go into the text that they were written on, and into one that was changed since', () => {
    const state = served()
    const kept = written(state, doc => addParagraph(doc, 'Kvar'))
    expect(fits(docOf([state]), kept)).toBe(true)
    const others = written(state, doc => textFragment(doc).delete(0, 2))
    expect(fits(docOf([state, ...others]), kept)).toBe(true)
  })

  test('do not go into a text that lacks what they build on', () => {
    const state = served()
    const kept = written(state, doc => addParagraph(doc, 'Kvar'))
    expect(fits(docOf([]), kept)).toBe(false)
    expect(fits(docOf([state]), kept.slice(2))).toBe(false)
  })

  test('do not go in where they bring what the editor does not know, or cannot be read', () => {
    const state = served()
    const odd = written(state, doc => textFragment(doc).insert(0, [new Y.XmlElement('video')]))
    expect(fits(docOf([state]), odd)).toBe(false)
    expect(fits(docOf([state]), [Uint8Array.of(1, 2, 3)])).toBe(false)
  })

  test('leave the text as it was when they are tried', () => {
    const doc = docOf([served()])
    const before = Y.encodeStateVector(doc)
    const kept = written(Y.encodeStateAsUpdate(doc), other => addParagraph(other, 'Kvar'))
    fits(doc, kept)
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })

  test('show their words in the order in which they were written', () => {
    const kept = written(served(), doc => {
      addParagraph(doc, 'Första raden')
      addParagraph(doc, 'Andra raden')
    })
    expect(wordsOf(kept)).toBe('Första raden\nAndra raden')
    expect(wordsOf([Uint8Array.of(9)])).toBe('')
  })
})
