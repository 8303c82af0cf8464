import * as Y from 'yjs'
import { textFragment } from '~/collab/section-doc'

/** A page holds some 440 words in eight paragraphs, an evening's session some hundred edits. */
const paragraphsOnPage = 8
const wordsInParagraph = 55
const editsInSession = 100
const words = 'skolan ska ha lärare som stannar och elever som når målen i hela kommunen'.split(' ')

/**
 * A text of that many pages and a year's edits on it: letters typed in the middle and taken away again, in many
 * sessions, each of which Yjs knows as a client of its own.
 * @returns the state before the last edits, and the last edits as the server got them.
 */
export function yearOfEdits(pages: number, edits: number, last: number) {
  const doc = new Y.Doc()
  const random = numbers()
  const paragraphs = Array.from({ length: pages * paragraphsOnPage }, () => paragraph(random))
  textFragment(doc).insert(
    0,
    paragraphs.map(({ element }) => element),
  )
  const texts = paragraphs.map(({ text }) => text)
  for (let i = 0; i < edits; i++) {
    if (i % editsInSession === 0) doc.clientID = i + 1
    edit(texts, random)
  }
  const state = Y.encodeStateAsUpdate(doc)
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  while (updates.length < last) edit(texts, random)
  return { state, updates }
}

type Random = (below: number) => number

/** The same numbers in every run (a linear congruential generator), so that figures can be compared. */
function numbers(): Random {
  let last = 1
  return below => {
    last = (last * 48_271) % 2_147_483_647
    return last % below
  }
}

function paragraph(random: Random) {
  const text = new Y.XmlText()
  const element = new Y.XmlElement('paragraph')
  const written = Array.from({ length: wordsInParagraph }, () => words[random(words.length)])
  text.insert(0, written.join(' '))
  element.insert(0, [text])
  return { element, text }
}

/** Three letters are typed for each one that is taken away. */
function edit(texts: readonly Y.XmlText[], random: Random) {
  const text = texts[random(texts.length)]
  if (!text) return
  const at = random(text.length)
  if (random(4) > 0) text.insert(at, 'e')
  else text.delete(at, 1)
}
