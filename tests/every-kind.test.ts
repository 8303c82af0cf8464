import { describe, expect, test } from 'vitest'
import type { Change } from '~/budget/amendment'
import { annex } from '~/export/annex'
import { report } from '~/export/compose'
import { exportPdf } from '~/export/pdf.server'
import type { AmountRow, Block, Report } from '~/export/report'
import { checkSnapshot } from '~/proposal/check'
import { Snapshot } from '~/proposal/snapshot'
import { demoSnapshot } from '../prisma/demo/proposal'
import { valueOf } from './outcome-value'
import { readPdf, squeezed } from './pdf-reader'

const hashes = { snapshot: 'a'.repeat(64), framework: 'b'.repeat(64) }
const [template] = demoSnapshot.amendments
const [grant] = demoSnapshot.framework.grants

const measures = [
  {
    id: 'm1',
    name: 'Speciallärare',
    amounts: [2450, 0, 0],
    quantity: '4',
    price: '612.5',
    priceSource: 'Lönestatistik 2024',
    moneySource: 'Skatt',
    responsible: 'Skolchefen',
    question: { text: 'Stämmer priset?', askedOn: '2024-09-01' },
  },
  { id: 'm2', name: 'Läxhjälp', amounts: [1000, 0, 0] },
]

type Told = { [T in Change['type']]: object }
const changes: Told = {
  frame: { type: 'frame', board: 'BUN', recurrence: 'indexed', amounts: [5000, 0, 0], measures },
  indexation: { type: 'indexation', basis: 'points', boards: [], percent: [0, 500, 0] },
  'tax-rate': { type: 'tax-rate', ore: 30 },
  'result-target': { type: 'result-target', target: 1000 },
  revenue: {
    type: 'revenue',
    line: grant?.id,
    amounts: [700, 0, 0],
    conditional: 'riksdagen beslutar det',
  },
  'central-finance': { type: 'central-finance', amounts: [-300, -300, -300] },
  'financial-net': { type: 'financial-net', amounts: [-110, 0, 0] },
  'result-reserve': { type: 'result-reserve', amounts: [0, 1000, 0] },
  'borrowing-limit': { type: 'borrowing-limit', amounts: [20000, 0, 0], loans: [9000, 0, 0] },
  investment: {
    type: 'investment',
    name: 'Simhall',
    board: 'KUN',
    amounts: [12000, 3000, 0],
    usefulLife: 30,
  },
  reallocation: {
    type: 'reallocation',
    from: 'KS',
    to: 'SN',
    recurrence: 'permanent',
    amounts: [400, 0, 0],
  },
}

const withChanges = (list: readonly object[]) =>
  Snapshot.parse({
    ...demoSnapshot,
    amendments: list.map((change, i) => ({
      ...template,
      id: `a${i + 1}`,
      number: i + 1,
      change,
      section: demoSnapshot.sections[0]?.id,
    })),
  })
const every = withChanges(Object.values(changes))

const amountRows = (made: Report, caption: string): readonly AmountRow[] =>
  made.chapters
    .flatMap(({ blocks }) => blocks)
    .filter(
      (block): block is Extract<Block, { type: 'amount-table' }> => block.type === 'amount-table',
    )
    .find(block => block.caption.startsWith(caption))?.rows ?? []

const plain = (text: string) => text.replaceAll('\u00A0', ' ')
const listed = (snapshot: Snapshot) =>
  amountRows(report(snapshot, hashes), 'Ändringarna var för sig').map(({ label, years, note }) =>
    [label, years.join(' | '), note ?? ''].map(plain),
  )

describe('every kind of amendment in force is listed with what it does', () => {
  test.each<[Change['type'], string[][]]>([
    [
      'frame',
      [
        ['Ä1 Barn- och ungdomsnämnden', '+5 000 | +5 150 | +5 304', 'Ligger kvar och räknas upp'],
        [
          'varav Speciallärare',
          '+2 450 | +2 524 | +2 600',
          '4 × 612,5 tkr; pris: Lönestatistik 2024; pengar: Skatt; ansvarig: Skolchefen',
        ],
        ['varav Läxhjälp', '+1 000 | +1 030 | +1 061', ''],
        ['Ej specificerat', '+1 550 | +1 596 | +1 643', ''],
      ],
    ],
    [
      'indexation',
      [
        [
          'Ä1 Uppräkning, alla nämnder',
          '0 | +14 492 | +14 926',
          '0 / +0,5 / 0 procentenheter utöver PKV',
        ],
      ],
    ],
    [
      'tax-rate',
      [['Ä1 Skattesats', '+35 280 | +36 750 | +38 220', '21,36 → 21,66 kronor per skattekrona']],
    ],
    ['result-target', [['Ä1 Resultatmål', '– | – | –', '1 % av skatt och bidrag, alla åren']]],
    ['revenue', [[`Ä1 ${grant?.name}`, '+700 | 0 | 0', 'Villkorad: riksdagen beslutar det']]],
    [
      'central-finance',
      [['Ä1 Finansförvaltning', '−300 | −300 | −300', 'Plus är högre nettokostnad']],
    ],
    ['financial-net', [['Ä1 Finansnetto', '−110 | 0 | 0', 'Plus är bättre resultat']]],
    [
      'result-reserve',
      [
        [
          'Ä1 Resultatreserv',
          '0 | +1 000 | 0',
          'Plus tas ur reserven, minus läggs till den; ändrar bara balanskravsresultatet',
        ],
      ],
    ],
    [
      'borrowing-limit',
      [
        ['Ä1 Låneram', '+20 000 | 0 | 0', ''],
        ['Nya lån', '+9 000 | 0 | 0', ''],
      ],
    ],
    [
      'investment',
      [
        [
          'Ä1 Simhall, Kultur- och utbildningsnämnden',
          '+12 000 | +3 000 | 0',
          'Investering, skrivs av på 30 år',
        ],
      ],
    ],
    [
      'reallocation',
      [
        [
          'Ä1 Från Kommunstyrelsen till Socialnämnden',
          '+400 | +400 | +400',
          'Ligger kvar utan uppräkning',
        ],
      ],
    ],
  ])('%s', (type, rows) => {
    expect(listed(withChanges([changes[type]]))).toEqual(rows)
  })

  test('what does not count is not listed', () => {
    const [one, two] = withChanges([changes.frame, changes['tax-rate']]).amendments
    const replaced = { ...two, state: 'adopted', replaces: one?.id }
    const amendments = [
      one,
      replaced,
      { ...one, id: 'x', number: 3, state: 'suggested' },
      { ...one, id: 'y', number: 4, state: 'withdrawn' },
    ]
    const made = Snapshot.parse({ ...demoSnapshot, amendments })
    expect(listed(made).map(([label]) => label)).toEqual(['Ä2 Skattesats'])
  })

  test('parts that fill the change leave at most their rounding', () => {
    const parts = [1667, 1667, 1666].map((amount, i) => ({
      id: `m${i}`,
      name: `Del ${i}`,
      amounts: [amount, 0, 0],
    }))
    const labels = listed(withChanges([{ ...changes.frame, measures: parts }])).map(([l]) => l)
    expect(labels).not.toContain('Ej specificerat')
  })
})

const digits = (text: string) => Number(plain(text).replace('−', '-').replace(/[ +]/g, ''))

test('the financing names each means, and comes out at nothing', () => {
  const rows = amountRows(report(every, hashes), 'Finansiering').map(({ label, years }) => [
    plain(label),
    years.map(digits),
  ])
  const byLabel = Object.fromEntries(rows)
  expect(byLabel[grant?.name ?? '']).toEqual([700, 0, 0])
  expect(byLabel['Lägre finansförvaltning']).toEqual([300, 300, 300])
  expect(byLabel['Sämre finansnetto']).toEqual([-110, 0, 0])
  expect(byLabel['Tillägg utan finansiering']).toEqual([0, 0, 0])
  expect(byLabel['Summa finansiering']).toEqual(
    byLabel['Summa tillägg'].map(
      (sum: number, i: number) => sum - byLabel['Tillägg utan finansiering'][i],
    ),
  )
})

test('what costs instead of paying is called by that, in the table and in C04', () => {
  const snapshot = withChanges([changes.frame, changes['tax-rate'], changes['financial-net']])
  const labels = amountRows(report(snapshot, hashes), 'Finansiering').map(({ label }) => label)
  expect(labels).toContain('Sämre finansnetto')
  const [missing] = checkSnapshot(snapshot).filter(({ id }) => id === 'C04')
  expect(missing?.message).toMatch(/nämn också sämre finansnetto −110 tkr\.$/)
})

test('no tax row where the rate stands', () => {
  const labels = amountRows(report(withChanges([changes.frame]), hashes), 'Finansiering').map(
    ({ label }) => label,
  )
  expect(labels.filter(label => /skattesats/i.test(label))).toEqual([])
})

test('the waterfall begins at the base and ends at the proposal, by all that is changed', () => {
  const bars = report(every, hashes)
    .chapters.flatMap(({ blocks }) => blocks)
    .flatMap(block => (block.type === 'chart' && block.chart.joined ? block.chart.rows : []))
    .flatMap(row => row.bars)
  expect(bars.length).toBeGreaterThan(5)
  const steps = bars.filter(({ look }) => look !== 'total')
  const [from, to] = bars.filter(({ look }) => look === 'total')
  expect(steps.reduce((at, bar) => at + bar.to - bar.from, from?.to ?? 0)).toBe(to?.to)
})

test('the margin of a section has every line that it argues for', () => {
  const names = report(every, hashes)
    .chapters.flatMap(({ blocks }) => blocks)
    .flatMap(block => (block.type === 'margin' ? block.notes.map(({ name }) => name) : []))
  expect(names).toEqual([
    'Barn- och ungdomsnämnden',
    'Socialnämnden',
    'Kommunstyrelsen',
    'Uppräkning, alla nämnder',
    'och sju ändringar till',
  ])
})

test('questions stand in the annex and never in the document', () => {
  const document = JSON.stringify(report(every, hashes))
  expect(document).not.toContain('Stämmer priset?')
  const asked = annex(every, hashes)
    .chapters.flatMap(({ blocks }) => blocks)
    .find(block => block.type === 'findings' && block.caption.startsWith('Frågor'))
  expect(asked).toMatchObject({
    rows: [
      { check: 'Ä1', place: 'Speciallärare', text: '2024-09-01: Stämmer priset? Inte besvarad.' },
    ],
  })
})

test('is set as PDF/UA-1 without a warning, with every row and note', async () => {
  const text = squeezed((await readPdf(valueOf(await exportPdf(every)))).text)
  for (const row of listed(every).flat().filter(Boolean)) {
    for (const part of row.split(' | ')) expect(text).toContain(squeezed(part))
  }
}, 60_000)

test('a row of several lines stays on one page', async () => {
  const long = Array.from({ length: 40 }, (_, i) => ({
    id: `m${i}`,
    name: `Kalkning ${i} av sjöar och återställning av våtmarker i Säveåns och Mellbyåns avrinningsområden`,
    amounts: [100, 0, 0],
  }))
  const snapshot = withChanges([{ ...changes.frame, measures: long }])
  const pages = (await readPdf(valueOf(await exportPdf(snapshot)))).text.split('\f').map(squeezed)
  for (const { name } of long)
    expect(pages.filter(page => page.includes(squeezed(`varav ${name}`)))).toHaveLength(1)
}, 60_000)
