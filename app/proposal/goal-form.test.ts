import { expect, test } from 'vitest'
import { formatDecimalText, readGoalEdit, type Typed } from './goal-form'

const indicator = {
  type: 'add-indicator',
  goalId: 'g1',
  label: 'Växthusgasutsläpp, totalt',
  kpi: 'n07702',
  unit: 'ton',
  direction: 'decrease',
  outcome: '81 275',
  outcomeYear: '2022',
  target: '50 000,5',
  targetYear: '2026',
}

test('an indicator typed in Swedish is read as decimals, years and a Kolada id', () => {
  expect(readGoalEdit(indicator)).toEqual({
    edit: {
      type: 'add-indicator',
      goalId: 'g1',
      indicator: {
        label: 'Växthusgasutsläpp, totalt',
        kpi: 'N07702',
        unit: 'ton',
        direction: 'decrease',
        outcome: '81275',
        outcomeYear: 2022,
        target: '50000.5',
        targetYear: 2026,
      },
    },
  })
})

test.each([
  ['label', ' ', 'Skriv vad som mäts.'],
  ['kpi', 'X1', 'Ett id i Kolada är N eller U och fem siffror'],
  ['outcome', '1.282', 'kan betyda två saker'],
  ['outcome', 'många', 'är inget tal'],
  ['targetYear', '26', 'Skriv ett år med fyra siffror'],
  ['targetYear', '3026', 'Skriv ett år med fyra siffror'],
])('%s written as "%s" is refused with a reason', (field, typed, reason) => {
  const read = readGoalEdit({ ...indicator, [field]: typed })
  expect('faults' in read && read.faults[field]).toContain(reason)
})

test('an empty figure or id is none, not zero', () => {
  const read = readGoalEdit({ ...indicator, kpi: '', outcome: '', outcomeYear: '' })
  expect(read).toMatchObject({
    edit: { indicator: { kpi: null, outcome: null, outcomeYear: null } },
  })
})

const forged: Typed[] = [{ ...indicator, direction: 'sideways' }, { type: 'drop-tables' }, {}]

test.each(forged)('a form that the page could not have sent is refused whole: %o', typed => {
  expect(readGoalEdit(typed)).toHaveProperty('faults')
})

test.each([
  ['81275', '81\u00A0275'],
  ['32.8', '32,8'],
  ['-0.50', '\u22120,50'],
  ['1714.53', '1\u00A0714,53'],
])('%s is printed %s', (stored, printed) => {
  expect(formatDecimalText(stored)).toBe(printed)
})
