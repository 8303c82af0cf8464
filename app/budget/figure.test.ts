import { expect, test } from 'vitest'
import { demoAmendments } from '../../prisma/demo/amendments'
import { demoFramework } from '../../prisma/demo/framework'
import { figureOf, figureText, formatsOf, type FigureFormat } from './figure'
import { FigureReference } from './figure-reference'
import { figureChoices } from './figure-choices'
import { statementOf } from './statement'

const statement = statementOf(demoFramework, demoAmendments)
const read = (ref: string, format: FigureFormat) =>
  figureText(statement, ref, format)?.replaceAll('\u00A0', '_') ?? null

test.each<[string, FigureFormat, string]>([
  ['frame.BUN.2025.base', 'tkr', '1_070_511_tkr'],
  ['frame.BUN.2025.change', 'miljoner kronor', '50_miljoner_kronor'],
  ['frame.BUN.2027.proposed', 'mnkr', '1_164,4_mnkr'],
  ['frames.2025.change', 'mnkr', '87_mnkr'],
  ['tax.rate', 'kronor', '21,66_kronor'],
  ['tax.base', 'kronor', '21,36_kronor'],
  ['tax.change', 'öre', '30_öre'],
  ['tax.2025.new', 'tkr', '35_280_tkr'],
  ['taxRevenue.2025.change', 'tkr', '35_280_tkr'],
  ['grants.2026', 'tkr', '546_000_tkr'],
  ['netCosts.2025', 'tkr', '−3_052_836_tkr'],
  ['centralFinance.2025', 'tkr', '−67_426_tkr'],
  ['financialNet.2025', 'tkr', '22_000_tkr'],
  ['result.2025', 'tkr', '71_380_tkr'],
  ['result.2025.base', 'tkr', '123_100_tkr'],
  ['result.2025.change', 'tkr', '−51_720_tkr'],
  ['resultShare.2026', 'procent', '2,3048_procent'],
  ['resultShare.2025.base', 'procent', '4,0138_procent'],
  ['target', 'procent', '2,3_procent'],
  ['gap.2025', 'tkr', '0_tkr'],
  ['margin.2027', 'tkr', '179_tkr'],
  ['additions.2025', 'miljoner kronor', '87_miljoner_kronor'],
  ['savings.2025', 'tkr', '0_tkr'],
  ['lowerResult.2025', 'tkr', '51_720_tkr'],
  ['years.budget', 'tkr', '2025'],
  ['years.plan', 'tkr', '2026–2027'],
])('%s as %s reads %s', (ref, format, text) => {
  expect(FigureReference.safeParse(ref).success).toBe(true)
  expect(read(ref, format)).toBe(text)
})

test.each([
  'frame.TEK.2025.change',
  'frame.BUN.2031.change',
  'frame.BUN.2025.middle',
  'frame.BUN.2025',
  'frame',
  'result',
  'result.2025.base.x',
  'tax.2025',
  'gap.2025.base',
  'resultShare.2025.change',
  'years.none',
  'constructor',
  'toString.2025',
  '',
])('%j names no figure', ref => {
  expect(figureOf(statement, ref)).toBeNull()
})

const formats = (ref: string) => {
  const figure = figureOf(statement, ref)
  return figure && formatsOf(figure, statement.unit)
}

test('in a base in mnkr an amount is in mnkr where nothing else is chosen, and unrounded', () => {
  const inMillions = { ...statement, unit: 'mnkr' as const }
  const figure = figureOf(inMillions, 'result.2025')
  expect(figure && formatsOf(figure, 'mnkr')).toEqual(['mnkr', 'tkr', 'miljoner kronor'])
  expect(figureText(inMillions, 'result.2025', 'mnkr')).toBe('71,38\u00A0mnkr')
  expect(figureText(statement, 'result.2025', 'mnkr')).toBe('71,4\u00A0mnkr')
  expect(
    figureChoices(inMillions)
      .map(({ text }) => text)
      .join(),
  ).not.toContain('tkr')
})

test('a figure has only the formats of its kind', () => {
  expect(formats('result.2025')).toEqual(['tkr', 'mnkr', 'miljoner kronor'])
  expect(formats('tax.rate')).toEqual(['kronor', 'öre'])
  expect(formats('resultShare.2025')).toEqual(['procent'])
  expect(read('tax.rate', 'tkr')).toBeNull()
})

test('every choice is a valid reference that reads as it says, and is offered once', () => {
  const choices = figureChoices(statement)
  for (const { ref, format, text, label } of choices) {
    expect(FigureReference.safeParse(ref).success).toBe(true)
    expect(figureText(statement, ref, format)).toBe(text)
    expect(label).not.toBe('')
  }
  expect(new Set(choices.map(({ ref }) => ref)).size).toBe(choices.length)
  expect(choices.length).toBeGreaterThan(100)
})

test('without target and tax base there is no target and no share', () => {
  const bare = statementOf(
    {
      ...demoFramework,
      tax: { ...demoFramework.tax, base: [], settlement: [] },
      grants: [],
    },
    [],
  )
  expect(figureOf(bare, 'target')).toBeNull()
  expect(figureOf(bare, 'resultShare.2025')).toBeNull()
})
