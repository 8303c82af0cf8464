import { describe, expect, test } from 'vitest'
import type { Framework } from '~/budget/framework'
import { demoFramework } from '../../prisma/demo/framework'
import { askedLines } from './asked-lines'
import { buildFramework } from './build-framework'
import { readDelimited } from './delimited'
import { guessChoices } from './guess-choices'
import { previewOf } from './import-preview'
import { rowsOf } from './source-row'

const frames = 'Nämnd;tkr 2027;2028\nSocialnämnden;10;11\n'
const named = { name: 'Ramverk juni', municipality: 'Exempelby', municipalityId: '9999' }
const yearly = (line: string, ...amounts: string[]) =>
  Object.fromEntries(amounts.map((amount, i) => [`${line}.${i}`, amount]))
const answers = { rate: '21,36', ...yearly('base', '9', '9'), ...yearly('grants', '0', '0') }

/** The tables of a text, and what is built of them with what is typed beside them. */
function built(text: string, typed: Record<string, string>, base: Framework | null = null) {
  const sheets = [readDelimited(text)]
  const choices = { ...guessChoices(sheets), particulars: { ...named, ...typed } }
  const rows = rowsOf(sheets, choices.tables, choices.budgetYear)
  return { rows, choices, made: buildFramework(rows, choices, base) }
}

function fieldsOf(text: string, typed: Record<string, string>) {
  const { made } = built(text, typed)
  return made.ok ? {} : made.fields
}

function madeOf(text: string, typed: Record<string, string>) {
  const { made } = built(text, typed)
  if (!made.ok) throw new Error([...made.faults, ...Object.values(made.fields)].join('\n'))
  return made
}

function lines(text: string, typed: Record<string, string> = {}) {
  const { tax, grants, centralFinance, financialCosts } = madeOf(text, {
    ...answers,
    ...typed,
  }).framework
  return { tax, grants, centralFinance, financialCosts }
}

describe('a line that the tables do not have', () => {
  test('tax and grants are asked for, in each year, and nothing is made of them', () => {
    expect(fieldsOf(frames, {})).toEqual({
      'base.0': expect.stringContaining('Skriv skatteunderlaget eller skatteintäkterna'),
      'grants.0': expect.stringContaining('generella bidragen'),
      rate: expect.stringContaining('Skriv skattesatsen'),
    })
    expect(fieldsOf(frames, { 'base.0': '10', 'grants.1': '2', rate: '21' })).toEqual({
      'base.1': expect.stringContaining('Skriv ett belopp'),
      'grants.0': expect.stringContaining('Skriv ett belopp'),
    })
  })

  test('is what is typed, with its sign and unit', () => {
    const typed = {
      ...yearly('base', '10 mnkr', '11 000'),
      ...yearly('settlement', '-5', '0'),
      ...yearly('grants', '200', '210'),
      ...yearly('centralFinance', '7', '8'),
      ...yearly('costs', '3', '4'),
    }
    expect(lines(frames, typed)).toEqual({
      tax: { rate: 2136, base: [10_000, 11_000], settlement: [-5, 0] },
      grants: [{ id: 'grant-1', name: 'Generella bidrag och utjämning', amounts: [200, 210] }],
      centralFinance: [7, 8],
      financialCosts: [-3, -4],
    })
  })

  test('a typed revenue stands for a tax base that nobody knows, with its settlement', () => {
    const revenue = { ...yearly('revenue', '90', '91'), ...yearly('grants', '1', '1') }
    const { framework } = madeOf(frames, revenue)
    expect(framework.tax).toEqual({ revenue: [90, 91], settlement: [] })
    expect(fieldsOf(frames, { ...revenue, ...yearly('settlement', '1', '1') })).toEqual({
      'settlement.0': expect.stringContaining('ingår i skatteintäkterna'),
    })
    expect(fieldsOf(frames, { ...revenue, ...yearly('base', '1', '1'), rate: '21' })).toEqual({
      'revenue.0': expect.stringContaining('inte båda'),
    })
  })

  test('a row outranks what is typed, and a printed sum of grants is the grants', () => {
    const text = `${frames}Skatteunderlag;100;101\nGenerella statsbidrag och utjämning;40;41\n`
    expect(lines(text, { ...yearly('grants', '7', '7') })).toMatchObject({
      tax: { base: [100, 101] },
      grants: [{ name: 'Generella statsbidrag och utjämning', amounts: [40, 41] }],
    })
  })

  test('a tax row that misses a year stands in the way', () => {
    const { made } = built(`${frames}Skatteunderlag;100;\n`, answers)
    expect(made.ok ? '' : made.faults.join()).toContain(
      '”Skatteunderlag” har inget belopp för 2028',
    )
  })

  test('inhabitants that miss a year are left out, and it is said', () => {
    const { framework, notes } = madeOf(`${frames}Invånare;42 400;\n`, answers)
    expect(framework.inhabitants).toBeUndefined()
    expect(notes.join()).toContain('saknas för 2028')
  })

  test('of a newer edition stands as in the base, and its grants keep their lines', () => {
    const text = 'Nämnd;tkr 2025;2026;2027\nSocialnämnden;10;11;12\n'
    const { made } = built(text, { 'base.1': '5' }, demoFramework)
    const { tax, grants, resultTarget, indexation } = demoFramework
    expect(made.ok && made.framework).toMatchObject({
      tax: { ...tax, base: tax.base?.map((amount, i) => (i === 1 ? 5 : amount)) },
      grants,
      resultTarget,
      indexation,
    })
    expect(askedLines(new Set(), demoFramework).map(({ label }) => label)).toEqual(
      expect.arrayContaining(grants.map(({ name }) => name)),
    )
    const later = built(text.replace('2025;2026;2027', '2027;2028;2029'), {}, demoFramework).made
    expect(later.ok ? {} : later.fields).toMatchObject({
      'base.1': 'Skriv ett belopp, 0 om det inte finns något.',
    })
  })

  test('is named by the preview, needed ones apart, and no total is compared without it', () => {
    const { rows, choices } = built(`${frames}Verksamhetens nettokostnader;-10;-11\n`, {})
    const { asked, totals } = previewOf([], rows, choices, null)
    expect(asked.map(({ field, needed }) => `${field}${needed ? '!' : ''}`).join(' ')).toBe(
      'base! revenue! settlement grants! centralFinance income costs',
    )
    expect(totals).toEqual([])
    expect(
      askedLines(new Set(['taxBase', 'settlement', 'printed.grants']), null).map(l => l.field),
    ).toEqual(['centralFinance', 'income', 'costs'])
    expect(askedLines(new Set(['printed.taxRevenue', 'grant']), null).map(l => l.field)).toEqual([
      'centralFinance',
      'income',
      'costs',
    ])
  })
})
