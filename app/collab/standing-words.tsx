import { useEffect } from 'react'
import type { Doc } from 'yjs'
import { wordsIn } from '~/proposal/word-count'
import { wordsHash, type StandingWords } from './readiness'
import { contentOf } from './section-doc'

/** A pause in the typing, after which the words are counted again. */
const breath = 400

/** Tells what stands in the document: at once, and whenever somebody has written and paused. */
export function useStandingWords(doc: Doc, tell: (words: StandingWords) => void): void {
  useEffect(() => {
    let timer = 0
    const say = () => {
      const content = contentOf(doc)
      tell({ words: wordsIn(content), hash: wordsHash(content) })
    }
    const later = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(say, breath)
    }
    say()
    doc.on('update', later)
    return () => {
      window.clearTimeout(timer)
      doc.off('update', later)
    }
  }, [doc, tell])
}
