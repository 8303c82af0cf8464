import { warning, type Finding } from '~/budget/finding'
import { figureCharacter, type Block, type Inline } from './section-content'
import type { Snapshot, SnapshotSection } from './snapshot'
import { textBlocks } from './text-blocks'

/** How the sections are written: C29 empty headings, C30 numbers, C31 structure. */
export const checkWriting = ({ sections }: Snapshot): Finding[] =>
  sections.flatMap((section, i) => [
    ...checkEmpty(section, i + 1),
    ...checkOrder(section, i + 1),
    ...textBlocks(section.content).flatMap(({ number, content }) => {
      const text = written(content)
      const where = `Avsnitt ${i + 1}, stycke ${number}`
      return checkNumbers(text, where, section.id)
    }),
  ])

const written = (content: readonly Inline[]): string =>
  content.map(node => (node.type === 'text' ? node.text : '\n')).join('')

const isEmpty = (block: Block): boolean =>
  (block.type === 'paragraph' || block.type === 'heading') &&
  written(block.content ?? [])
    .replaceAll(figureCharacter, 'x')
    .trim() === ''

/** C29: something is written under every heading. */
function checkEmpty({ id, title, content }: SnapshotSection, number: number): Finding[] {
  const blocks = content.content.filter(block => !isEmpty(block))
  if (blocks.length === 0)
    return [
      empty(
        id,
        `Avsnitt ${number}, ”${title}”, har ingen text. Skriv den eller ta bort avsnittet.`,
      ),
    ]
  return blocks.flatMap((block, i) => {
    const next = blocks[i + 1]
    if (block.type !== 'heading' || (next && !ends(block, next))) return []
    const heading = written(block.content ?? [])
    return empty(
      id,
      `Avsnitt ${number}: inget står under rubriken ”${heading}”. Skriv texten eller ta bort rubriken.`,
    )
  })
}

const empty = (id: string, message: string) => warning('C29', `section:${id}`, message)

type Heading = Extract<Block, { type: 'heading' }>

/** Whether nothing stands between a heading and the next of its level or above. */
const ends = (heading: Heading, next: Block): boolean =>
  next.type === 'heading' && next.attrs.level <= heading.attrs.level

/** C31: headings go down one level at a time, so that the tagged PDF can be read by its outline (EN 301 549). */
function checkOrder({ id, title, content }: SnapshotSection, number: number): Finding[] {
  if (title.trim() === '')
    return [
      warning(
        'C31',
        `section:${id}`,
        `Avsnitt ${number} har ingen rubrik, så det går inte att hitta i innehållet. Skriv en.`,
      ),
    ]
  let level = 1
  return content.content.flatMap(block => {
    if (block.type !== 'heading') return []
    const jumps = block.attrs.level > level + 1
    level = block.attrs.level
    if (!jumps) return []
    return warning(
      'C31',
      `section:${id}`,
      `Avsnitt ${number}: rubriken ”${written(block.content ?? [])}” hoppar över en nivå. Gör den till en rubrik av första slaget, så att dokumentet kan läsas med hjälpmedel.`,
    )
  })
}

const misspelt: readonly (readonly [RegExp, string])[] = [
  [
    /(?<![\d.,])\d+\.\d{1,2}(?![\d.])(?=\s?(?:%|procent|mnkr|miljon))/iu,
    'decimalkomma, som i 22,8',
  ],
  [/(?<![\d.,:\u00A0\u202F-])[1-9]\d{4,}(?![\d.,:-])/u, 'mellanrum mellan tusental, som i 50 000'],
  [/\d%/u, 'mellanrum före procenttecknet, som i 32,8 %'],
]

/** C30: numbers are written as the Swedish rules say. */
const checkNumbers = (text: string, where: string, id: string): Finding[] =>
  misspelt.flatMap(([pattern, right]) => {
    const found = pattern.exec(text)?.[0]
    return found === undefined
      ? []
      : warning('C30', `section:${id}`, `${where}: ”${found}” skrivs med ${right}.`)
  })
