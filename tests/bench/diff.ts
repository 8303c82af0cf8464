import { compare } from '~/proposal/compare'
import { Snapshot } from '~/proposal/snapshot'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { milliseconds, print } from './server/figure'

const sectionCount = 40
const paragraphCount = 30
/** About a hundred pages of 440 words. */
const wordCount = 37
const vocabulary =
  'skolan vården får mer i vår budget än kommunen föreslår och det räcker till fler'

const words = vocabulary.split(' ')
const sentence = (seed: number, word: (i: number) => string) =>
  Array.from({ length: wordCount }, (_, i) => word(seed * 31 + i * i + i)).join(' ')
const spoken = (i: number) => `${words[i % words.length]}${i % 7 === 0 ? i % 997 : ''}`

type Texts = readonly (readonly string[])[]

const asSnapshot = (texts: Texts): Snapshot =>
  Snapshot.parse({
    ...demoSnapshot,
    sections: texts.flatMap((paragraphs, i) =>
      paragraphs.length === 0
        ? []
        : {
            id: `s${i}`,
            title: `Avsnitt ${i}`,
            content: {
              type: 'doc',
              content: paragraphs.map(text => ({
                type: 'paragraph',
                content: [{ type: 'text', text }],
              })),
            },
          },
    ),
  })

const filled = (text: (i: number) => string): Texts =>
  Array.from({ length: sectionCount }, (_, section) =>
    Array.from({ length: paragraphCount }, (_, i) => text(section * paragraphCount + i)),
  )

const written = filled(i => `${i} ${sentence(i, spoken)}`)
/** Sixty words changed, three paragraphs added, one moved and one section gone. */
const edited = written
  .map((paragraphs, section) =>
    paragraphs.flatMap((text, i) => {
      const at = section * paragraphCount + i
      const now = at % 20 === 7 ? text.replace(' får ', ' behöver ') : text
      return at % 400 === 11 ? [now, `Nytt ${sentence(at + 9999, spoken)}`] : [now]
    }),
  )
  .map((paragraphs, section) =>
    section === 5 ? [...paragraphs.slice(1), paragraphs[0] ?? ''] : paragraphs,
  )
  .map((paragraphs, section) => (section === 9 ? [] : paragraphs))

const oneSection = (texts: Texts): Texts => [texts.flat()]
const every = (texts: Texts, change: (text: string) => string): Texts =>
  texts.map(paragraphs => paragraphs.map(change))

const cases: [string, Texts, Texts, number][] = [
  ['60 edits', written, edited, 80],
  ['every paragraph rewritten', written, every(written, text => text.replaceAll('vår', 'er')), 500],
  [
    'nothing in common',
    oneSection(written),
    oneSection(every(written, text => text.replaceAll(/\p{L}+/gu, word => `${word}x`))),
    500,
  ],
  [
    'one paragraph repeated',
    oneSection(filled(() => sentence(1, spoken))),
    oneSection(filled(i => (i % 3 === 0 ? sentence(2, spoken) : sentence(1, spoken)))),
    500,
  ],
  [
    'one paragraph of the most that fits',
    [[written.flat().slice(0, 700).join(' ')]],
    [[written.flat().slice(0, 700).toReversed().join(' ')]],
    500,
  ],
]

for (const [name, before, after, goal] of cases) {
  const [a, b] = [asSnapshot(before), asSnapshot(after)]
  for (let run = 0; run < 15; run++) {
    const ours = await milliseconds(() => compare(a, b))
    // the first runs are before the compiler has seen what is hot
    if (run >= 5) print({ name: `Comparison of 100 pages, ${name}`, unit: 'ms', ours, goal })
  }
}
