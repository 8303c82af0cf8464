import type * as Y from 'yjs'
import { placeThreadOnWords, stringOf, textsOf } from './anchor'
import { textFragment, threadsIn, threadsOfRun } from './section-doc'
import { runsOf } from './suggested-text'

/**
 * Changes a text, and lets each thread whose words went with that lie on the same words where they stand now: those that
 * were moved are had back elsewhere. Where they stand nowhere, or in several places, it has lost them.
 */
export function keepThreads(doc: Y.Doc, change: () => void): void {
  const before = wordsUnderThreads(doc)
  change()
  const left = threadsIn(doc)
  for (const [threadId, words] of before)
    if (!left.has(threadId) && standsOnce(doc, words)) placeThreadOnWords(doc, words, threadId)
}

/** No text reads as the words of a thread that lies on several. */
const parting = '\0'

function wordsUnderThreads(doc: Y.Doc): Map<string, string> {
  const words = new Map<string, string>()
  for (const text of textsOf(textFragment(doc))) {
    const here = new Map<string, string>()
    for (const run of runsOf(text))
      for (const id of threadsOfRun(run))
        here.set(id, (here.get(id) ?? '') + (typeof run.insert === 'string' ? run.insert : parting))
    for (const [id, one] of here) words.set(id, words.has(id) ? parting : one)
  }
  return words
}

const standsOnce = (doc: Y.Doc, words: string): boolean =>
  textsOf(textFragment(doc))
    .map(text => stringOf(text).split(words).length - 1)
    .reduce((sum, times) => sum + times, 0) === 1
