import { expect, test } from 'vitest'
import { statementOf } from '~/budget/statement'
import { ore } from '~/budget/rate'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { clauseParts, clausesFor, clauseText, mandatoryFor, type Decided } from './clauses'

const texts = (decided: Decided) => {
  const statement = statementOf(decided.framework, decided.amendments)
  return clausesFor(decided).map(clause => clauseText(clause, statement).replaceAll('\u00A0', ' '))
}
const empty: Decided = { ...demoSnapshot, amendments: [], sections: [], goals: [] }

test('the demo is put to the vote as eight clauses', () => {
  expect(texts(demoSnapshot)).toEqual([
    'att fastställa skattesatsen för 2025 till 21,66 kronor per skattekrona, en höjning med 30 öre',
    'att fastställa resultatmålet för 2025–2027 till minst 2,3 procent av skatteintäkter, generella statsbidrag och utjämning',
    'att fastställa driftbudget för 2025 och plan för 2026–2027 med ramar per nämnd enligt tabellen Nämndernas ramar, för 2025 sammanlagt 2 985 410 tkr',
    'att fastställa resultatbudgeten och finansieringen enligt tabellerna Resultatbudget och Finansiering, med ett resultat för 2025 på 71 380 tkr',
    'att fastställa investeringsbudgeten enligt kommunstyrelsens förslag',
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
