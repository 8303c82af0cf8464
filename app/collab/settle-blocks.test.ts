import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { paragraph, writtenBlock, type Json } from '../../tests/written'
import { copyOf, now, proposer } from '../../tests/suggestions'
import { editorSchema } from './editor-schema'
import { contentOf, docOf, editorContentOf, firstUpdate, textFragment } from './section-doc'
import { settle } from './settle-suggestions'
import { runsOf, suggestionsIn, textsIn } from './suggested-text'
import { Does, placeholder } from './suggestion'

const act = fc.record({
  does: fc.constantFrom(...Does.options.filter(does => does !== '')),
  text: fc.nat(),
  at: fc.nat(),
})

/** Whatever a member who may suggest can send: a character that does something, anywhere. */
function suggestHere(doc: Y.Doc, { does, text, at }: { does: Does; text: number; at: number }) {
  const texts = textsIn(textFragment(doc))
  const chosen = texts[text % texts.length]
  const { suggestion } = proposer('amina').begin()
  const mark = { suggestion, since: String(now.getTime()), does }
  chosen?.insert(at % (chosen.length + 1), placeholder, { 'insertion--abcdefgh': mark })
}

const wordsOf = (doc: Y.Doc): string =>
  textsIn(textFragment(doc))
    .flatMap(text => runsOf(text).map(({ insert }) => String(insert)))
    .join('')
const wordsIn = ({ text = '', content = [] }: Json): string => text + content.map(wordsIn).join('')

function accepted(doc: Y.Doc): Y.Doc {
  const copy = copyOf(doc)
  settle(copy, new Set(suggestionsIn(copy).map(({ id }) => id)), 'accept')
  return copy
}

describe('an accepted suggestion', () => {
  test.each([2, 3])('that a quote be split by a heading splits it by a paragraph', level => {
    const quote = { type: 'blockquote', content: [paragraph('Först sedan')] }
    const doc = docOf([firstUpdate({ type: 'doc', content: [quote] })])
    suggestHere(doc, { does: `split:heading${level === 2 ? 2 : 3}`, text: 0, at: 5 })
    expect(contentOf(accepted(doc)).content).toEqual([
      { type: 'blockquote', content: [paragraph('Först'), paragraph(' sedan')] },
    ])
  })

  test('leaves every word where a snapshot has it, and a text that the editor knows', () => {
    fc.assert(
      fc.property(
        fc.array(writtenBlock, { minLength: 1, maxLength: 4 }),
        fc.array(act, { minLength: 1, maxLength: 4 }),
        (content, acts) => {
          const doc = docOf([firstUpdate({ type: 'doc', content })])
          if (textsIn(textFragment(doc)).length === 0) return
          const words = wordsOf(doc)
          for (const one of acts) suggestHere(doc, one)
          const after = accepted(doc)
          expect(wordsOf(after)).toBe(words)
          expect(wordsIn(contentOf(after))).toBe(words)
          expect(suggestionsIn(after)).toEqual([])
          editorSchema.nodeFromJSON(editorContentOf(after)).check()
        },
      ),
      { numRuns: Number(process.env.SUGGESTION_RUNS ?? 500) },
    )
  })
})
