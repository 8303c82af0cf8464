import { describe, expect, test } from 'vitest'
import { Framework } from '~/budget/framework'
import { Snapshot } from '~/proposal/snapshot'
import { clausesFor } from '~/proposal/clauses'
import { demoSnapshot } from '../../prisma/demo/proposal'
import sjobo from '../../tests/fixtures/sjobo-framework.json'
import { report } from './compose'
import type { Block } from './report'
import { runText } from './report-text'

const [first] = demoSnapshot.amendments
const hashes = { snapshot: 'a'.repeat(64), framework: 'b'.repeat(64) }

type Parts = { readonly changes?: readonly object[]; readonly of?: Partial<Snapshot> }

/** The document's chapters of a proposal of these changes; the demo's own where none are given. */
function chaptersOf({ changes, of = {} }: Parts) {
  const amendments = changes?.map((change, i) => ({
    ...first,
    id: `a${i}`,
    number: i + 1,
    change,
  }))
  const snapshot = Snapshot.parse({ ...demoSnapshot, ...of, ...(amendments && { amendments }) })
  const clauses = clausesFor(snapshot)
  return report({ ...snapshot, clauses }, hashes).chapters
}

const wordsOf = (block: Block): string[] =>
  block.type === 'paragraph' ? [runText(block.runs)] : []

/** The paragraphs of a chapter, in plain spaces. */
const told = (chapter: string, parts: Parts = {}): string =>
  (chaptersOf(parts).find(({ id }) => id === chapter)?.blocks ?? [])
    .flatMap(wordsOf)
    .join('\n')
    .replaceAll('\u00A0', ' ')

const frame = (board: string, amounts: number[], recurrence = 'permanent') => ({
  type: 'frame',
  board,
  recurrence,
  amounts,
})

test('the demo’s chapters begin as they are drawn', () => {
  expect(told('goals')).toContain(
    'Tre mål styr förslaget, och 26 indikatorer mäter dem. För varje indikator anges det senaste kända utfallet, året det gäller och det värde vi vill nå 2026.',
  )
  expect(told('goals')).toContain('Tre av de sju indikatorerna finns inte i Kolada.')
  expect(told('boards')).toContain(
    'Ram är exempelramens belopp, ändring är vårt tillägg och förslag är summan av dem. Fem nämnder får mer pengar. Tre har samma ram som i underlaget, och de står med för att beslutet ska omfatta alla anslag.',
  )
  expect(told('boards')).toContain(
    'I exempelramen ligger barn- och ungdomsnämnden 5 000 tkr under 2024 års uppräknade ram. Med vårt förslag ligger den 45 000 tkr över.',
  )
  expect(told('economy')).toContain(
    'Finansförvaltning, statsbidrag och finansnetto är samma som i ramen. Förslaget ändrar två saker: nämndernas ramar och kommunalskatten. Intäkterna är större än kostnaderna alla tre åren',
  )
  expect(told('economy')).toContain('en månad betalar 30 kronor mer.')
  expect(told('economy')).toContain(
    'Skatten står för 35 280 tkr (40,6 procent) och ett lägre resultat för 51 720 tkr (59,4 procent) av 2025 års tillägg. Kvar att finansiera är noll alla tre åren.',
  )
  expect(told('economy')).toContain(
    'Likvida medel är 300 000 tkr när 2025 börjar och 47 142 tkr när 2027 slutar, mot 205 800 tkr i ramen. Nyupplåningen är densamma som i ramen.',
  )
})

describe('what a chapter says follows the figures', () => {
  test.each<[string, string, object[], string]>([
    ['boards', 'nothing changed', [], 'Alla nämnder har samma ram som i underlaget.'],
    [
      'boards',
      'one of each kind',
      [frame('KS', [1, 0, 0]), frame('SN', [-1, 0, 0]), frame('BUN', [-1, 2, 0])],
      'ändring är det vi lägger till eller drar ifrån och förslag är summan av dem. En nämnd får mer pengar. En får mindre pengar. En får mer pengar något år och mindre ett annat. Fem har samma ram',
    ],
    ['boards', 'savings', [frame('KS', [-1, 0, 0])], 'ändring är vår besparing och'],
    [
      'boards',
      'just up to the year before with indexation',
      [frame('BUN', [5000, 0, 0])],
      'Med vårt förslag når den precis upp till den nivån.',
    ],
    [
      'boards',
      'another one below it',
      [frame('MSN', [-484, 0, 0])],
      'Med vårt förslag ligger den 5 000 tkr under. Med vårt förslag hamnar även miljöskyddsnämnden 484 tkr under den nivån.',
    ],
    ['economy', 'nothing changed', [], 'Förslaget ändrar inget i resultatbudgeten.'],
    ['economy', 'nothing changed', [], 'Förslaget har inga tillägg att betala.'],
    [
      'economy',
      'a year without a surplus',
      [frame('KS', [0, 300000, 0], 'one-off')],
      'Intäkterna är inte större än kostnaderna 2026.',
    ],
    [
      'economy',
      'a lower tax',
      [{ type: 'tax-rate', ore: -1 }],
      'Skattesatsen sänks från 21,36 till 21,35 kronor för varje hundra kronor i beskattningsbar inkomst. Den som har 10 000 kronor i beskattningsbar inkomst en månad betalar 1 krona mindre.',
    ],
    [
      'economy',
      'a lower tax beside an addition',
      [{ type: 'tax-rate', ore: -1 }, frame('KS', [1000, 0, 0])],
      'Ett lägre resultat står för 2 176 tkr, som 2025 ska räcka till mer än tilläggen: tabellen visar vad.',
    ],
    [
      'economy',
      'a target that is missed',
      [{ type: 'result-target', target: 5000 }],
      'Kvar att finansiera är 30 247 tkr 2025, ',
    ],
    [
      'economy',
      'new loans and projects',
      [
        { type: 'borrowing-limit', amounts: [0, 0, 0], loans: [5000, 0, 0] },
        {
          type: 'investment',
          name: 'Bro',
          board: 'KS',
          amounts: [400000, 0, 0],
          usefulLife: 30,
        },
      ],
      'Kassan räcker inte till slutet av 2025, 2026 och 2027. Nyupplåningen ändras med +5 000 tkr 2025, 0 tkr 2026 och 0 tkr 2027.',
    ],
  ])('%s, %s: %#', (chapter, _, changes, sentence) => {
    expect(told(chapter, { changes })).toContain(sentence)
  })

  test('a framework without boards, tax rate and indicators claims nothing of them', () => {
    const of = { framework: Framework.parse(sjobo), goals: [] }
    const chapters = chaptersOf({ changes: [], of })
    expect(chapters.map(({ id }) => id)).not.toContain('boards')
    expect(told('economy', { changes: [], of })).not.toMatch(/[Ss]kattesatsen|nämndernas ramar/)
    const captions = chapters
      .flatMap(({ blocks }) => blocks)
      .flatMap(block => ('caption' in block ? (block.caption ?? []) : []))
    expect(captions).toContain('Nyckeltal 2024–2026, procent')
  })

  test('a source is told by what a reader calls it', () => {
    const framework = Framework.parse(sjobo)
    const sources = ['framework', 'operations', 'tables.balance', 'Egen rubrik'].map(field => ({
      field,
      text: 'Budgeten',
    }))
    const of = { framework: { ...framework, sources }, goals: [] }
    const labels = chaptersOf({ changes: [], of })
      .flatMap(({ blocks }) => blocks)
      .flatMap(block => (block.type === 'facts' ? block.rows.map(({ label }) => label) : []))
    expect(labels.filter(label => label.startsWith('Källa'))).toEqual([
      'Källa, hela ramen',
      'Källa, intäkter och kostnader',
      'Källa, Balansbudget',
      'Källa, Egen rubrik',
    ])
  })
})

/** What stands under the clauses. */
const lines = (changes?: object[]) =>
  chaptersOf(changes ? { changes } : {})
    .flatMap(({ blocks }) => blocks)
    .flatMap(block => (block.type === 'clauses' ? block.clauses : []))
    .flatMap(({ change }) => change?.text.replaceAll('\u00A0', ' ') ?? [])

test('under each clause stands what it changes of the base', () => {
  expect(lines()).toEqual(['Ramen: 21,36', '+87 000 tkr mot ramen', '−51 720 tkr mot ramen'])
  expect(lines([frame('KS', [500, 0, 0]), frame('SN', [-500, 0, 0])])).toEqual([
    'Som i ramen',
    'Som i ramen',
  ])
})
