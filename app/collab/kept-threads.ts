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

/** A thread and the words that it was set on. */
export type QuotedThread = { readonly id: string; readonly quote: string }

/** Lays threads that lost their words earlier on the same ones again, where they stand whole, and in one place alone. */
export function layLostThreads(doc: Y.Doc, threads: readonly QuotedThread[]): void {
  const left = threadsIn(doc)
  const texts = wordsOf(doc)
  for (const { id, quote } of threads)
    if (!left.has(id) && timesIn(texts, quote) === 1 && standsWhole(texts, quote))
      placeThreadOnWords(doc, quote, id)
}

const wordsOf = (doc: Y.Doc): string[] => textsOf(textFragment(doc)).map(stringOf)

const timesIn = (texts: readonly string[], words: string): number =>
  texts.map(text => text.split(words).length - 1).reduce((sum, times) => sum + times, 0)

const standsOnce = (doc: Y.Doc, words: string): boolean => timesIn(wordsOf(doc), words) === 1

/** Whether the words are no part of longer ones, which may be about something else. */
const standsWhole = (texts: readonly string[], words: string): boolean =>
  texts.some(text => {
    const at = text.indexOf(words)
    const around = [text.slice(0, at).at(-1), words[0], words.at(-1), text[at + words.length]]
    const [before, first, last, after] = around.map(one => /[\p{L}\p{N}]/u.test(one ?? ''))
    return at >= 0 && !(before && first) && !(last && after)
  })
