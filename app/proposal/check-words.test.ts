import { describe, expect, test } from 'vitest'
import type { Block, TextNode } from './section-content'
import { checkDates } from './check-dates'
import { checkGoals } from './check-goals'
import { checkPrintedTexts } from './check-printed-texts'
import { checkPromises } from './check-promises'
import { checkSentences } from './check-sentences'
import { checkUndecided } from './check-undecided'
import { checkWriting } from './check-writing'
import { statementOf } from '~/budget/statement'
import type { Indicator } from './goal'
import type { Snapshot } from './snapshot'
import { bold, figure, heading, paragraph, text } from '../../prisma/demo/content'
import { demoSnapshot as demo } from '../../prisma/demo/proposal'

const written = (...blocks: Block[]): Snapshot => ({
  ...demo,
  sections: [{ id: 'prov', title: 'Prov', content: text(...blocks) }],
})
const ids = (findings: readonly { id: string }[]) => findings.map(({ id }) => id)
const sentencesOf = (snapshot: Snapshot) =>
  ids([
    ...checkSentences(snapshot, statementOf(snapshot.framework, snapshot.amendments)),
    ...checkPromises(snapshot),
  ])

const kun = figure('frame.KUN.2025.change', 'tkr')
const free: TextNode = {
  type: 'text',
  text: '2 miljoner kronor',
  marks: [{ type: 'freestanding' }],
}

describe('C18: the verb agrees with the sign', () => {
  test.each([
    ['Ramen höjs med ', kun, []],
    ['Ramen minskar med ', kun, ['C18']],
    ['Vi sparar ', kun, ['C18']],
    ['Skatten sänks med ', figure('tax.change', 'öre'), ['C18']],
    ['Vi ökar här och minskar där med ', kun, []],
    ['Ramen är ', figure('frame.KUN.2025.proposed', 'tkr'), []],
    ['Den minskade ramen är ', figure('frame.KUN.2025.proposed', 'tkr'), []],
  ])('%s', (words, chip, found) => {
    expect(sentencesOf(written(paragraph(words, chip, '.')))).toEqual(found)
  })

  test('a verb of the sentence before is no fault of this one', () => {
    const two = paragraph('Vi sparar på resor. Kulturen får ', kun, '.')
    expect(sentencesOf(written(two))).toEqual([])
  })
})

describe('C23: a promise stands with its money', () => {
  test.each<[string, Block, string[]]>([
    ['bare', paragraph('Vi avsätter medel för våtmarker.'), ['C23']],
    ['with looks alone', paragraph('Vi inför ', bold('avgiftsfria'), ' bussar.'), ['C23']],
    ['with a figure', paragraph('Vi inför fältarbetare för ', kun, '.'), []],
    ['freestanding', paragraph('Vi återinför bussen för ', free, '.'), []],
    [
      'with a figure in another sentence',
      paragraph('Vi anställer fler. Det kostar ', kun, '.'),
      ['C23'],
    ],
    ['no promise', paragraph('Vi vill att fler cyklar.'), []],
  ])('%s', (_, block, found) => {
    expect(sentencesOf(written(block))).toEqual(found)
  })

  test('a question that waits for its answer is named, an answered one is not', () => {
    const question = { text: 'Vad kostar det?', askedOn: '2024-09-01' }
    const asking = (asked: object): Snapshot => ({
      ...demo,
      sections: [],
      amendments: demo.amendments.map((one, i) =>
        i === 1 ? { ...one, question: { ...question, ...asked } } : one,
      ),
    })
    expect(sentencesOf(asking({}))).toEqual(['C23'])
    expect(sentencesOf(asking({ answer: 'Två miljoner.' }))).toEqual([])
  })
})

const heading3: Block = {
  type: 'heading',
  attrs: { level: 3 },
  content: [{ type: 'text', text: 'Djupt' }],
}

describe('C29 to C32: how it is written', () => {
  const some = paragraph('Text.')
  test.each<[string, Block[], string[]]>([
    ['a section without text', [], ['C29']],
    ['a section of blank lines', [paragraph(' ')], ['C29']],
    ['a heading at the end', [some, heading('Tomt')], ['C29']],
    ['a heading before a heading', [heading('Tomt'), heading('Fullt'), some], ['C29']],
    ['a heading over a smaller one', [heading('Stort'), heading3, some], []],
    ['a smaller heading first', [heading3, some], ['C31']],
    ['a decimal point', [paragraph('Andelen är 22.8 procent.')], ['C30']],
    ['a bare large number', [paragraph('Kommunen har 42400 invånare.')], ['C30']],
    ['a percent sign without space', [paragraph('Andelen är 32,8%.')], ['C30']],
    [
      'numbers as they should be',
      [paragraph('42 400 invånare, 22,8 procent, 80-90-100, Vision 2040, version 1.2.3.')],
      [],
    ],
    ['an address', [paragraph('Skriv till anna.berg@exempel.se.')], ['C32']],
    ['a personal number', [paragraph('Född 19610203-1234.')], ['C32']],
    ['a telephone', [paragraph('Ring 070-123 45 67.')], ['C32']],
    ['a year range', [paragraph('Åren 2025-2027.')], []],
  ])('%s', (_, blocks, found) => {
    const snapshot = written(...blocks)
    expect(ids([...checkWriting(snapshot), ...checkPrintedTexts(snapshot)])).toEqual(found)
  })
})

test('C31 and C32: what income hangs on is printed, and where the base has its figures from', () => {
  const [first, ...others] = demo.amendments
  if (!first) throw new Error('no amendments')
  const conditional = 'anna.berg@exempel.se lovar det'
  const change = { type: 'revenue' as const, line: 'settlement', amounts: [], conditional }
  const source = { field: 'tax.rate', text: 'Tabellen 💰' }
  expect(
    checkPrintedTexts({
      ...demo,
      framework: { ...demo.framework, sources: [source] },
      amendments: [{ ...first, change }, ...others],
    }),
  ).toMatchObject([
    { id: 'C31', place: 'framework' },
    { id: 'C32', place: `amendment:${first.id}` },
  ])
})

describe('C28: indicators', () => {
  const right: Indicator = {
    id: 'i',
    kpi: 'N15436',
    label: 'Behöriga',
    unit: '%',
    direction: 'increase',
    outcomeYear: 2023,
    outcome: '85.1',
    targetYear: 2025,
    target: '90',
  }
  test.each<[string, Partial<Indicator>, number]>([
    ['right', {}, 0],
    ['the target is the outcome', { target: '85.1' }, 0],
    ['the target lies behind', { target: '85' }, 1],
    ['a decrease that lies ahead', { direction: 'decrease', target: '80' }, 0],
    ['no unit', { unit: ' ' }, 1],
    ['no year', { outcomeYear: null }, 1],
    ['no outcome and no year', { outcome: null, outcomeYear: null }, 0],
    ['the target before the outcome', { targetYear: 2022 }, 1],
    ['a turnout between elections', { kpi: 'N05401' }, 1],
    ['a turnout of an election', { kpi: 'N05401', outcomeYear: 2022 }, 0],
  ])('%s', (_, other, count) => {
    const goals = [{ id: 'g', title: 'Mål', indicators: [{ ...right, ...other }] }]
    expect(ids(checkGoals({ ...demo, goals }))).toEqual(Array.from({ length: count }, () => 'C28'))
  })
})

const remindersOf = (publishedOn: string | undefined, today: string) =>
  ids(
    checkDates(
      { ...demo, framework: { ...demo.framework, ...(publishedOn && { publishedOn }) } },
      today,
    ),
  )

describe('C22 and C33: dates remind', () => {
  test.each<[string | undefined, string, string[]]>([
    [undefined, '2024-09-01', []],
    ['2024-06-10', '2024-08-24', []],
    ['2024-06-10', '2024-08-25', ['C22']],
    ['2024-10-06', '2024-10-16', []],
    ['2024-10-06', '2024-10-17', ['C33']],
    ['2024-10-06', '2024-12-01', ['C33', 'C33']],
    ['2024-06-10', '2025-01-01', []],
  ])('a base of %s, read on %s', (publishedOn, today, found) => {
    expect(remindersOf(publishedOn, today)).toEqual(found)
  })
})

test('C16: what is suggested is named until it is decided', () => {
  const suggested = demo.amendments.map((one, i) =>
    i < 2 ? { ...one, state: 'suggested' as const } : one,
  )
  expect(checkUndecided({ ...demo, amendments: suggested })).toMatchObject([
    { id: 'C16', severity: 'warning', message: expect.stringContaining('Ä1, Ä2') },
  ])
  expect(checkUndecided(demo)).toEqual([])
})

test('C16: a suggested change of a text stops an export, and says in which section', () => {
  const sections = demo.sections.map((one, i) => (i === 1 ? { ...one, suggestions: 2 } : one))
  expect(checkUndecided({ ...demo, sections })).toMatchObject([
    {
      id: 'C16',
      severity: 'error',
      place: `section:${demo.sections[1]?.id}`,
      message: expect.stringMatching(/^Avsnitt 2: 2 ändringsförslag/),
    },
  ])
})
