import { expect, test } from 'vitest'
import { checkPrintedSums } from '~/budget/check-tables'
import { Framework } from '~/budget/framework'
import { demoFramework } from '../../prisma/demo/framework'
import { figureTables } from './correctable'
import { correctFramework, figuresOf, formatFigure } from './correction'

const shown = Object.fromEntries(
  figuresOf(demoFramework).map(({ field, value, kind }) => [
    field,
    formatFigure(value, kind, 'tkr'),
  ]),
)
const field = 'boards.BUN.frames.2025'
const before = demoFramework.boards.find(({ id }) => id === 'BUN')?.frames[0] ?? 0

test('every figure is shown once, and read back it is the same', () => {
  const figures = figuresOf(demoFramework)
  expect(new Set(figures.map(figure => figure.field)).size).toBe(figures.length)
  expect(figures.length).toBeGreaterThan(60)
  expect(correctFramework(demoFramework, shown, [])).toMatchObject({
    ok: false,
    faults: { form: 'Inget belopp är ändrat.' },
  })
})

test.each([
  [field, '1 070 512', 1_070_512],
  [field, '1 071,5 mnkr', 1_071_500],
  ['tax.rate', '21:40', 2140],
  ['financialCosts.2026', '−17 500', -17_500],
  ['indexation.pkv.2026', '3,1', 3100],
  ['grants.income-equalisation.2027', '−5', -5],
])('%s typed as "%s" is %d, and nothing else moves', (name, text, after) => {
  const figure = figuresOf(demoFramework).find(found => found.field === name)
  const corrected = correctFramework(demoFramework, { ...shown, [name]: text }, [])
  expect(corrected).toMatchObject({ corrections: [{ field: name, before: figure?.value, after }] })
  const framework = corrected.ok ? corrected.framework : demoFramework
  const moved = figuresOf(framework).filter(
    ({ value }, i) => value !== figuresOf(demoFramework)[i]?.value,
  )
  expect(moved.map(found => found.field)).toEqual([name])
})

test.each([
  [field, '', 'Skriv ett tal'],
  [field, '1.282', 'kan betyda två saker'],
  ['tax.rate', '21,365', 'hela ören'],
  ['indexation.pkv.2026', '99', 'indexation.pkv'],
])('%s typed as "%s" is refused, and what was typed is kept', (name, text, reason) => {
  const corrected = correctFramework(demoFramework, { ...shown, [name]: text }, [])
  expect(corrected.ok ? '' : Object.values(corrected.faults).join()).toContain(reason)
  expect(corrected.ok ? {} : corrected.kept).toEqual({ [name]: text })
})

test('in a framework in mnkr an amount is shown and typed in mnkr, and none is rounded away', () => {
  const framework = { ...demoFramework, unit: 'mnkr' as const }
  const texts = Object.fromEntries(
    figuresOf(framework).map(({ field: name, value, kind }) => [
      name,
      formatFigure(value, kind, 'mnkr'),
    ]),
  )
  expect(texts[field]?.replaceAll('\u00A0', ' ')).toBe('1 070,511')
  expect(correctFramework(framework, texts, [])).toMatchObject({
    faults: { form: 'Inget belopp är ändrat.' },
  })
  const corrected = correctFramework(framework, { ...texts, [field]: '1 071,5' }, [])
  expect(corrected).toMatchObject({ corrections: [{ field, after: 1_071_500 }] })
  const refused = correctFramework(framework, { ...texts, [field]: '1,2345' }, [])
  expect(refused).toMatchObject({ faults: { [field]: expect.stringContaining('tre decimaler') } })
})

test('a printed table is corrected where it stands, and the check that named it is satisfied', () => {
  const lines = [
    { id: 'grants', name: 'Bidrag', amounts: [1, 2, 3] },
    { id: 'sum', name: 'Summa', amounts: [1, 2, 4], sumOf: ['grants'] },
  ]
  const printed = Framework.parse({
    ...demoFramework,
    tables: [{ id: 't', name: 'Tabell', lines }],
  })
  expect(checkPrintedSums(printed)).toHaveLength(1)
  const table = figureTables(printed).at(-1)
  expect([table?.title, table?.rows[1]?.label, table?.rows[1]?.figures[0]?.label]).toEqual([
    'Tryckt tabell: Tabell',
    'Summa',
    'Tabell, Summa 2025',
  ])
  const corrected = correctFramework(printed, { 'tables.t.sum.2027': '3' }, [])
  expect(corrected).toMatchObject({
    corrections: [{ field: 'tables.t.sum.2027', before: 4, after: 3 }],
  })
  expect(corrected.ok && checkPrintedSums(corrected.framework)).toEqual([])
})

test('what somebody else corrected meanwhile is not overwritten, nor turned back', () => {
  const since = [{ field, before: before - 10, after: before }]
  const old = formatFigure(before - 10, 'amount', 'tkr')
  const untouched = correctFramework(demoFramework, { [field]: old, 'tax.rate': '21,40' }, since)
  expect(untouched).toMatchObject({ corrections: [{ field: 'tax.rate' }] })
  const touched = correctFramework(demoFramework, { [field]: '7' }, since)
  expect(touched).toMatchObject({ faults: { [field]: expect.stringContaining('någon annan') } })
})
