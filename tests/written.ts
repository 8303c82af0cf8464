import fc from 'fast-check'

/** A node as the editor's JSON has it. */
export type Json = { type: string; attrs?: object; text?: string; content?: Json[] }

export const paragraph = (text: string): Json => ({
  type: 'paragraph',
  ...(text && { content: [{ type: 'text', text }] }),
})
const item = (...content: Json[]): Json => ({ type: 'listItem', content })

/** Lists in lists, with what may stand beside them. */
const inner = fc.letrec<{ block: Json }>(tie => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('', 'ett', 'två tre').map(paragraph),
    fc
      .tuple(
        fc.constantFrom('bulletList', 'orderedList'),
        fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), {
          minLength: 1,
          maxLength: 2,
        }),
      )
      .map(([type, items]): Json => ({ type, content: items.map(one => item(...one)) })),
  ),
})).block

const row = (type: string, words: readonly string[]): Json => ({
  type: 'tableRow',
  content: words.map(text => ({ type, content: text.split('|').map(paragraph) })),
})

/** A table of words by row; `|` parts the paragraphs of a cell. */
export const tableOf = (...rows: readonly string[][]): Json => ({
  type: 'table',
  content: rows.map((words, i) => row(i === 0 ? 'tableHeader' : 'tableCell', words)),
})

const cell = fc.constantFrom('', 'ett', 'två tre', 'fyra|fem')
const table = fc
  .integer({ min: 1, max: 3 })
  .chain(width => {
    const cells = fc.array(cell, { minLength: width, maxLength: width })
    return fc.array(cells, { minLength: 1, maxLength: 3 })
  })
  .map(rows => tableOf(...rows))

/** An image that nobody has. */
export const imageOf = (alt: string): Json => ({
  type: 'image',
  attrs: { sha256: 'a'.repeat(64), alt, width: 300, height: 200 },
})

/** A block of a section, of any kind. */
export const writtenBlock: fc.Arbitrary<Json> = fc.oneof(
  inner,
  table,
  fc.constantFrom('Skolgården', 'Ett träd').map(imageOf),
  fc.constantFrom(2, 3).map((level): Json => ({
    type: 'heading',
    attrs: { level },
    content: [{ type: 'text', text: 'Rubrik' }],
  })),
  fc
    .array(inner, { minLength: 1, maxLength: 3 })
    .map((content): Json => ({ type: 'blockquote', content })),
)
