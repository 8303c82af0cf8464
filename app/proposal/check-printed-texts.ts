import type { Amendment, Change } from '~/budget/amendment'
import { warning, type Finding } from '~/budget/finding'
import type { Framework } from '~/budget/framework'
import { inForce } from '~/budget/in-force'
import { footnotesIn } from './footnotes'
import { imagesIn } from './images'
import { missingCharacters } from './printable'
import { figureCharacter } from './section-content'
import type { Snapshot, SnapshotSection } from './snapshot'
import { textBlocks } from './text-blocks'

/** A text that the document prints: where it stands in words, and the place that mends it. */
type Printed = { readonly where: string; readonly place: string; readonly text: string }

/**
 * What every printed text is held against: C31, that the document's typefaces can set it, so that it can be read with
 * aids, and C32, that it names nobody's private data. Comments, authors and questions are never printed.
 */
export const checkPrintedTexts = (snapshot: Snapshot): Finding[] => [
  ...checkFramework(snapshot.framework),
  ...printedTexts(snapshot).flatMap(printed =>
    printed.text === '' ? [] : [...checkCharacters(printed), ...checkPersons(printed)],
  ),
]

const baseNames = ({ name, municipality, boards }: Framework): string[] => [
  name,
  municipality.name,
  ...boards.map(board => board.name),
]

// A framework never changes once it is read, and has thousands of names.
const ofFrameworks = new WeakMap<Framework, Finding[]>()

function checkFramework(framework: Framework): Finding[] {
  const known = ofFrameworks.get(framework)
  if (known) return known
  const names = [
    ...baseNames(framework),
    ...framework.grants.map(grant => grant.name),
    ...framework.sources.map(source => source.text),
  ]
  const found = checkCharacters({
    where: 'Budgetramen',
    place: 'framework',
    text: names.join('\n'),
  })
  ofFrameworks.set(framework, found)
  return found
}

const printedTexts = (snapshot: Snapshot): Printed[] => [
  coverText(snapshot),
  ...snapshot.sections.flatMap(sectionTexts),
  ...inForce(snapshot.amendments).map(amendmentText),
  ...snapshot.goals.map(({ id, title, indicators }, i) => ({
    where: `Mål ${i + 1}`,
    place: `goal:${id}`,
    text: [title, ...indicators.flatMap(({ label, unit }) => [label, unit])].join('\n'),
  })),
  ...snapshot.clauses.map(({ id, template }, i) => ({
    where: `Att-sats ${i + 1}`,
    place: `clause:${id}`,
    text: template,
  })),
  ...snapshot.overrides
    .filter(({ check }) => check === 'C08')
    .map(({ reason }) => ({ where: 'Skälen enligt KL 11:5', place: 'result', text: reason })),
  ...(snapshot.rivals ?? []).map(({ name, source, framework }) => ({
    where: `Jämförelsen med ${name}`,
    place: 'rivals',
    text: [name, source, ...(framework ? baseNames(framework) : [])].join('\n'),
  })),
]

const coverText = ({ title, group, version }: Snapshot): Printed => ({
  where: 'Omslaget',
  place: 'proposal',
  text: [title, group, version?.name ?? ''].join('\n'),
})

function sectionTexts({ id, title, content }: SnapshotSection, i: number): Printed[] {
  const place = `section:${id}`
  const ofImages = imagesIn(content).flatMap(({ alt, caption }) => [alt, caption ?? ''])
  return [
    { where: `Rubriken till avsnitt ${i + 1}`, place, text: title },
    { where: `Bildtexterna i avsnitt ${i + 1}`, place, text: joined(ofImages) },
    ...textBlocks(content).map(block => ({
      where: `Avsnitt ${i + 1}, stycke ${block.number}`,
      place,
      // U+FFFC stands for a figure, which is printed as its figure.
      text: block.content
        .map(node => (node.type === 'text' ? node.text : '\n'))
        .join('')
        .replaceAll(figureCharacter, '')
        .concat('\n', footnotesIn(block.content).join('\n'))
        .trim(),
    })),
  ]
}

const amendmentText = ({ id, number, change }: Amendment): Printed => ({
  where: `Ä${number}`,
  place: `amendment:${id}`,
  text: joined(wordsOf(change)),
})

/** What the document tells of a change in words of the group's own. */
function wordsOf(change: Change): (string | undefined)[] {
  switch (change.type) {
    case 'frame':
      return (change.measures ?? []).flatMap(({ name, priceSource, moneySource, responsible }) => [
        name,
        priceSource,
        moneySource,
        responsible,
      ])
    case 'investment':
      return [change.name]
    case 'revenue':
      return [change.conditional]
    default:
      return []
  }
}

const joined = (texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('\n')

function checkCharacters({ where, place, text }: Printed): Finding[] {
  const missing = missingCharacters(text)
  if (missing.length === 0) return []
  const shown = missing.map(character => `${character} (${codeOf(character)})`).join(', ')
  return [
    warning(
      'C31',
      place,
      `${where} har tecken som dokumentets typsnitt saknar: ${shown}. De skrivs som en ruta och kan inte läsas upp: byt ut dem.`,
    ),
  ]
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const personal: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+/u, 'en e-postadress'],
  [/(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)/u, 'ett personnummer'],
  [/(?<!\d)07\d[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)/u, 'ett telefonnummer'],
]

/** C32: the document is public, so it names no private person's data (GDPR art. 9). */
const checkPersons = ({ where, place, text }: Printed): Finding[] =>
  personal.flatMap(([pattern, what]) =>
    pattern.test(text)
      ? warning(
          'C32',
          place,
          `${where} har ${what}. Dokumentet blir offentligt: ta bort uppgiften.`,
        )
      : [],
  )
