import { describe, expect, test } from 'vitest'
import { statementOf } from '~/budget/statement'
import { ore } from '~/budget/rate'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { checkSnapshot } from './check'
import { clauseParts, clausesFor, clauseText, mandatoryFor, type Decided } from './clauses'
import { Snapshot } from './snapshot'

const texts = (decided: Decided) => {
  const statement = statementOf(decided.framework, decided.amendments)
  return clausesFor(decided).map(clause => clauseText(clause, statement).replaceAll('\u00A0', ' '))
}
const empty: Decided = { ...demoSnapshot, amendments: [], sections: [], goals: [] }

test('the demo is put to the vote as nine clauses', () => {
  expect(texts(demoSnapshot)).toEqual([
    'att fastställa skattesatsen för 2025 till 21,66 kronor per skattekrona, en höjning med 30 öre',
    'att fastställa resultatmålet för 2025–2027 till minst 2,3 procent av skatteintäkter, generella statsbidrag och utjämning',
    'att fastställa driftbudget för 2025 och plan för 2026–2027 med ramar per nämnd enligt tabellen Nämndernas ramar, för 2025 sammanlagt 2 985 410 tkr',
    'att fastställa resultatbudgeten och finansieringen enligt tabellerna Resultatbudget och Finansiering, med ett resultat för 2025 på 71 380 tkr',
    'att fastställa investeringsbudgeten enligt kommunstyrelsens förslag',
    'att fastställa kassaflödesbudgeten och balansbudgeten enligt tabellerna Kassaflödesbudget och Balansbudget',
    'att fastställa mål och indikatorer enligt kapitlet Mål och indikatorer',
    'att ge nämnderna i uppdrag att arbeta efter inriktningen i avsnitten',
    'att i övrigt bifalla kommunstyrelsens förslag',
  ])
})

test('an empty proposal has only the closing clause, and inherits everything', () => {
  expect(texts(empty)).toEqual(['att i övrigt bifalla kommunstyrelsens förslag'])
  expect(Object.values(mandatoryFor(clausesFor(empty)))).toEqual(Array(8).fill('inherited'))
})

test('a lower tax is a cut from the base’s rate', () => {
  const amendments = demoSnapshot.amendments.flatMap(amendment =>
    amendment.change.type === 'tax-rate'
      ? { ...amendment, change: { ...amendment.change, ore: ore(-20) } }
      : [],
  )
  expect(texts({ ...empty, amendments })[0]).toBe(
    'att fastställa skattesatsen för 2025 till 21,16 kronor per skattekrona, en sänkning från 21,36 kronor',
  )
})

test('no template holds a digit outside its references', () => {
  for (const { template } of clausesFor(demoSnapshot))
    expect(template.replaceAll(/\{[^}]*\}/g, '')).not.toMatch(/\d/)
})

test('a reference without a figure stays in braces and is marked', () => {
  const clause = {
    id: 'x',
    template: 'att {frame.TEK.2025.base|tkr} och {target|öre}',
    covers: [],
    remainder: false,
  }
  const statement = statementOf(demoSnapshot.framework, demoSnapshot.amendments)
  expect(clauseText(clause, statement)).toBe(clause.template)
  expect(clauseParts(clause, statement).filter(part => part.text === null)).toHaveLength(2)
})

const position = [
  'att fastställa kassaflödesbudgeten och balansbudgeten enligt tabellerna Kassaflödesbudget och Balansbudget',
]
const result = (amount: string) =>
  `att fastställa resultatbudgeten och finansieringen enligt tabellerna Resultatbudget och Finansiering, med ett resultat för 2025 på ${amount} tkr`
const investments = 'att fastställa investeringsbudgeten enligt kommunstyrelsens förslag'
const closing = 'att i övrigt bifalla kommunstyrelsens förslag'
const [grant] = demoSnapshot.framework.grants

const deciding = (change: object, framework: object = {}): Decided =>
  Snapshot.parse({
    ...demoSnapshot,
    sections: [],
    goals: [],
    framework: { ...demoSnapshot.framework, ...framework },
    amendments: [{ ...demoSnapshot.amendments[0], change }],
  })

describe('what the assembly decides beside frames and tax', () => {
  test.each<[string, object, string[]]>([
    [
      'central finance is an appropriation',
      { type: 'central-finance', amounts: [1000, 0, 0] },
      [
        'att fastställa anslaget till finansförvaltningen för 2025 enligt tabellen Resultatbudget',
        result('122 100'),
        investments,
        ...position,
        closing,
      ],
    ],
    [
      'a grant',
      { type: 'revenue', line: grant?.id, amounts: [1000, 0, 0] },
      [
        'att för 2025 räkna med 546 000 tkr i generella statsbidrag och utjämning',
        result('124 100'),
        investments,
        ...position,
        closing,
      ],
    ],
    [
      'the settlement of tax',
      { type: 'revenue', line: 'settlement', amounts: [1000, 0, 0] },
      [
        'att för 2025 räkna med 11 000 tkr i slutavräkning av skatt',
        result('124 100'),
        investments,
        ...position,
        closing,
      ],
    ],
    [
      'the financial net',
      { type: 'financial-net', amounts: [1000, 0, 0] },
      [
        'att för 2025 räkna med ett finansnetto på 23 000 tkr',
        result('124 100'),
        investments,
        ...position,
        closing,
      ],
    ],
    [
      'an investment',
      { type: 'investment', name: 'Simhall', board: 'KUN', amounts: [1000, 0, 0], usefulLife: 20 },
      [
        result('123 100'),
        'att fastställa investeringsbudgeten enligt tabellen Investeringsbudget, för 2025 sammanlagt 341 000 tkr',
        closing,
      ],
    ],
    [
      'loans, where the base has no limit',
      { type: 'borrowing-limit', amounts: [5000, 0, 0], loans: [4000, 0, 0] },
      [
        result('123 100'),
        investments,
        'att medge nyupplåning med högst 64 000 tkr under 2025',
        ...position,
        closing,
      ],
    ],
    [
      'money out of the reserve',
      { type: 'result-reserve', amounts: [1000, 0, 0] },
      [
        result('123 100'),
        investments,
        'att för 2025 ta 1 000 tkr i anspråk ur resultatreserven',
        closing,
      ],
    ],
    [
      'money out of the reserve in a plan year',
      { type: 'result-reserve', amounts: [0, 1000, 0] },
      [
        result('123 100'),
        investments,
        'att planera uttag ur resultatreserven enligt tabellen Balanskravsutredning',
        closing,
      ],
    ],
    [
      'money into the reserve',
      { type: 'result-reserve', amounts: [-1000, 0, 0] },
      [
        result('123 100'),
        investments,
        'att reservera medel till resultatreserven enligt tabellen Balanskravsutredning',
        closing,
      ],
    ],
  ])('%s', (_, change, expected) => {
    expect(texts(deciding(change))).toEqual(expected)
  })

  test('the borrowing limit, where the base has one', () => {
    const { position: base } = demoSnapshot.framework
    const limited = { position: { ...base, borrowingLimit: [900_000, 900_000, 900_000] } }
    const change = { type: 'borrowing-limit', amounts: [5000, 0, 0], loans: [0, 0, 0] }
    expect(texts(deciding(change, limited))).toContain(
      'att fastställa låneramen för 2025 till 905 000 tkr',
    )
  })

  test('loans of a base without a cash flow are those of the list of changes', () => {
    const change = { type: 'borrowing-limit', amounts: [5000, 0, 0], loans: [0, 0, 0] }
    const { position: _, ...framework } = demoSnapshot.framework
    expect(texts({ ...deciding(change), framework })).toContain(
      'att ändra låneram och nyupplåning enligt tabellen Ändringarna var för sig',
    )
  })
})

const undecided = (change: object, clauses: boolean) => {
  const decided = deciding(change)
  const made = clauses ? clausesFor(decided) : clausesFor(empty)
  const snapshot = Snapshot.parse({
    ...demoSnapshot,
    ...decided,
    clauses: made,
    mandatory: mandatoryFor(made),
  })
  return checkSnapshot(snapshot)
    .filter(({ id }) => id === 'C09')
    .map(({ message }) => message.split(' ')[0])
}

describe('C09 sees what such a change decides', () => {
  test.each<[object, string[]]>([
    [{ type: 'central-finance', amounts: [1, 0, 0] }, ['Anslagen', 'Finansieringen']],
    [{ type: 'revenue', line: grant?.id, amounts: [1, 0, 0] }, ['Finansieringen']],
    [{ type: 'financial-net', amounts: [1, 0, 0] }, ['Finansieringen']],
    [{ type: 'result-reserve', amounts: [1, 0, 0] }, ['Finansieringen']],
    [{ type: 'borrowing-limit', amounts: [1, 0, 0], loans: [0, 0, 0] }, ['Finansieringen']],
    [
      { type: 'investment', name: 'X', board: 'KS', amounts: [1, 0, 0], usefulLife: 2 },
      ['Finansieringen'],
    ],
  ])('%o', (change, items) => {
    expect(undecided(change, false)).toEqual(items)
    expect(undecided(change, true)).toEqual([])
  })
})
