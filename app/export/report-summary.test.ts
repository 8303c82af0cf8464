import { describe, expect, test } from 'vitest'
import { statementOf } from '~/budget/statement'
import { Snapshot } from '~/proposal/snapshot'
import { demoSnapshot } from '../../prisma/demo/proposal'
import type { Run } from './report'
import { summaryBlocks } from './report-summary'
import { runText } from './report-text'

const [first] = demoSnapshot.amendments

/** Lead and paragraphs in plain spaces, with the notes in brackets. */
function told(changes: readonly object[] | null): string {
  const amendments = changes?.map((change, i) => ({
    ...first,
    id: `a${i}`,
    number: i + 1,
    change,
  }))
  const snapshot = Snapshot.parse({
    ...demoSnapshot,
    ...(amendments && { amendments }),
  })
  const statement = statementOf(snapshot.framework, snapshot.amendments)
  return summaryBlocks(snapshot, statement)
    .flatMap(block => ('runs' in block ? [block.runs.map(withNotes).join('')] : []))
    .join('\n')
    .replaceAll('\u00A0', ' ')
}

const withNotes = (run: Run): string =>
  run.type === 'note' ? `[${runText(run.runs)}]` : runText([run])

const frame = (board: string, recurrence: 'indexed' | 'permanent' | 'one-off', amount: number) => ({
  type: 'frame' as const,
  board,
  recurrence,
  amounts: [amount, 0, 0],
})

test('tells the demo as its statement has it', () => {
  expect(told(null)).toBe(
    'Vi föreslår att nämnderna får 87 miljoner kronor mer än i ramen för 2025. ' +
      'Pengarna går till barn- och ungdomsnämnden, vård- och omsorgsnämnden, kultur- och utbildningsnämnden, kommunstyrelsen och socialnämnden. ' +
      'Förslaget betalas med 30 öre högre kommunalskatt och ett lägre resultat. Resultatet når ändå målet alla tre åren.\n' +
      'Skattehöjningen ger 35 280 tkr under 2025.' +
      '[Skatteunderlaget 2025 är 11 760 000 tkr i ramen. Ett öre är en tiotusendel av det, 1 176 tkr, och 30 öre är 35 280 tkr. En höjd skattesats påverkar inte kommunens statsbidrag eller utjämning.]' +
      ' Resten, 51 720 tkr, tar vi genom att sänka resultatet från 123 100 tkr till 71 380 tkr. ' +
      'Det är 2,3009 procent av skatteintäkter, generella statsbidrag och utjämning. Målet är 2,3 procent. Därefter finns inget kvar att finansiera.\n' +
      'Tilläggen är varaktiga. De räknas upp med prisindex för kommunal verksamhet' +
      '[Prisindex för kommunal verksamhet, PKV, mäter hur kommunens löner och priser ändras. I exempelramen är det 2,9 procent för 2025 och 3 procent för 2026 och 2027. Värdena är konstruerade.]' +
      ' och uppgår till 89 610 tkr under 2026 och 92 298 tkr under 2027.\n' +
      'Utrymmet över målet är 29 tkr 2025, 154 tkr 2026 och 179 tkr 2027. Ändras ramen före beslutet räknar vi om hela förslaget och visar skillnaden.',
  )
})

describe('what is said follows the figures', () => {
  test.each<[string, object[], string]>([
    ['nothing changed', [], 'Vi föreslår att nämnderna får lika mycket som i ramen för 2025.'],
    ['nothing changed', [], 'Resultatet är som i ramen, 123 100 tkr.'],
    [
      'a saving alone',
      [frame('KS', 'permanent', -800)],
      'Vi föreslår att nämnderna får 800 tkr mindre än i ramen för 2025.',
    ],
    [
      'a saving alone',
      [frame('KS', 'permanent', -800)],
      'Resultatet höjs från 123 100 tkr till 123 900 tkr.',
    ],
    [
      'additions and savings',
      [frame('KS', 'permanent', -2000), frame('SN', 'permanent', 2000)],
      'tillägg till nämnderna på 2 miljoner kronor och besparingar på 2 miljoner kronor mot ramen för 2025. Pengarna går till socialnämnden. Förslaget betalas med besparingar.',
    ],
    [
      'money for one year',
      [frame('SN', 'one-off', 2000)],
      'Tilläggen uppgår till 0 tkr under 2026 och 0 tkr under 2027.',
    ],
    [
      'money that stays without index',
      [frame('SN', 'permanent', 2000)],
      'Tilläggen är varaktiga och uppgår till 2 000 tkr under 2026 och 2 000 tkr under 2027.',
    ],
    ['a lower tax', [{ type: 'tax-rate', ore: -10 }], 'Skatten sänks med 10 öre.'],
    [
      'a target that is missed',
      [{ type: 'result-target', target: 5000 }],
      'För att nå resultatmålet 2025 saknas 30 247 tkr.',
    ],
    [
      'a target over the period',
      [{ type: 'result-target', target: 2000, average: true }],
      'Resultatet når målet i genomsnitt över åren.',
    ],
    [
      'other means than tax and result',
      [frame('SN', 'permanent', 2000), { type: 'financial-net', amounts: [2000, 2000, 2000] }],
      'Förslaget betalas med ett bättre finansnetto.',
    ],
  ])('%s: %#', (_, changes, sentence) => {
    expect(told(changes)).toContain(sentence)
  })

  test('no need is claimed where there is no target', () => {
    expect(told([frame('SN', 'permanent', 2000)])).not.toMatch(/målet/i)
  })

  test('seven boards are five by name and the rest by number', () => {
    const boards = demoSnapshot.framework.boards.slice(0, 7)
    expect(told(boards.map(({ id }, i) => frame(id, 'permanent', 1000 + i)))).toContain(
      'och två nämnder till.',
    )
  })
})
