import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { rivalAmendments, rivalFramework } from '../../prisma/demo/rival'
import { statementOf } from '~/budget/statement'
import { compareRival, matchBoards, type RivalComparison } from './rival-comparison'
import { boardField, typedRival } from './rival-fields'
import { readRivalChanges, readRivalForm } from './rival-form'
import { apartNotes, boardTables, mainTables } from './rival-tables'

const { framework, amendments } = demoSnapshot
const ours = { framework, amendments }
const small = { framework: rivalFramework, amendments: rivalAmendments }
let next = 0
const newId = () => `n${next++}`
const read = (typed: Record<string, string>, base = framework) =>
  readRivalChanges(typed, base, newId, '0'.repeat(64))

const board = (id: string, name: string) => ({ id, name, frames: [] })
const withBoards = (...boards: ReturnType<typeof board>[]) => ({ ...framework, boards })

const differences = ({ years, boards }: RivalComparison) => [
  ...years.flatMap(({ frames, result, gap }) => [frames, result, gap]),
  ...boards.flatMap(board => board.years),
]

const of = (comparison: RivalComparison) =>
  new Map(comparison.boards.map(({ id, years }) => [id, years.map(one => one.difference)]))

const figure = (text: string) =>
  Number(text.replaceAll('\u00A0', '').replace('−', '-').replace(',', '.'))

describe('comparing', () => {
  test('with oneself gives zero everywhere, and nothing apart', () => {
    const comparison = compareRival(ours, ours)
    expect(differences(comparison).every(({ difference }) => difference === 0)).toBe(true)
    expect(differences(comparison).every(({ theirBase }) => theirBase === null)).toBe(true)
    expect(apartNotes(comparison)).toEqual([])
    for (const { rows } of mainTables(comparison, 'tkr', 'De'))
      expect(rows.at(-1)?.cells.at(-1)).toBe('0\u00A0öre')
  })

  test('gives the difference of the shares of each year in percentage points, as they are printed', () => {
    const rows = mainTables(compareRival(ours, small), 'tkr', 'De').map(table => table.rows[2])
    expect(rows).toHaveLength(3)
    for (const row of rows) {
      expect(row?.name).toBe('Resultat, % av skatt och bidrag; skillnad i procentenheter')
      const [, we, they, difference] = (row?.cells ?? []).map(figure)
      expect(difference).toBeCloseTo((they ?? 0) - (we ?? 0), 6)
      expect(row?.cells[3]).toMatch(/^[+−]\d+,\d{4}$/)
    }
  })

  test.each<[string, (framework: typeof rivalFramework) => typeof rivalFramework, boolean]>([
    ['the same boards', framework => framework, false],
    ['one less', framework => ({ ...framework, boards: framework.boards.slice(1) }), true],
  ])('the boards of a table add up to its sum, with %s', (_, changed, apart) => {
    const theirs = { framework: changed(ours.framework), amendments: [] }
    for (const { rows } of boardTables(compareRival(ours, theirs), 'tkr', 'De')) {
      const figures = rows.map(({ cells }) => cells.map(figure))
      const total = figures.pop()
      expect(total?.every(Number.isInteger)).toBe(true)
      expect(total?.map((_, at) => figures.reduce((sum, row) => sum + (row[at] ?? 0), 0))).toEqual(
        total,
      )
      expect(rows.some(({ name }) => name === 'Nämnder som bara ett förslag har')).toBe(apart)
    }
  })

  test('the other way round turns each difference', () => {
    const there = compareRival(ours, small)
    const back = compareRival(small, ours)
    expect(there.boards.length).toBeGreaterThan(0)
    for (const [id, list] of of(there))
      expect(of(back).get(id)).toEqual(list.map(amount => 0 - (amount ?? Number.NaN)))
  })

  test('says what the bases do not share, and compares only what both have', () => {
    const later = { ...rivalFramework, years: rivalFramework.years.slice(0, 2), edition: 2 }
    const comparison = compareRival(ours, { framework: later, amendments: [] })
    expect(comparison.years.map(({ year }) => year)).toEqual([2025, 2026])
    expect(comparison.apart).toMatchObject({ onlyOurYears: [2027], onlyTheirYears: [] })
    expect(comparison.apart.onlyOurBoards).toContain('Socialnämnden')
    const notes = apartNotes(comparison).join(' ')
    expect(notes).toContain('utgåva 2')
    expect(notes).toContain('Bara hos oss: Kultur- och utbildningsnämnden')
    expect(notes).toContain('Ramen före ändringar är en annan för Barn- och ungdomsnämnden')
    expect(boardTables(comparison, 'tkr', 'De')[0]?.heads).toContain('Deras ram')
    const nothing = compareRival(ours, {
      framework: { ...later, years: [{ year: 2030, kind: 'budget' }] },
      amendments: [],
    })
    expect(nothing.years).toEqual([])
    expect(apartNotes(nothing).join(' ')).toContain('inga år gemensamt')
  })

  test('shows what a side does not know as not known, never as 0', () => {
    const bare = { ...framework, boards: [], tax: { ...framework.tax, rate: undefined } }
    const comparison = compareRival(ours, { framework: bare, amendments: [] })
    expect(comparison.years[0]?.frames).toMatchObject({ theirs: null, difference: null })
    expect(comparison.years[0]?.frames.ours).toBeGreaterThan(0)
    const rows = new Map(
      mainTables(comparison, 'tkr', 'De')[0]?.rows.map(({ name, cells }) => [name, cells]),
    )
    expect(rows.get('Nämndernas ramar, tkr')?.slice(2)).toEqual(['inte känt', 'inte känt'])
    expect(rows.get('Skattesats, kronor per skattekrona')?.slice(2)).toEqual([
      'inte känt',
      'inte känt',
    ])
    expect(rows.get('Resultat, tkr')).not.toContain('inte känt')
    expect(boardTables(comparison, 'tkr', 'De')).toEqual([])
  })

  test('matches boards by id, then by name, each once', () => {
    const pairs = matchBoards(
      withBoards(board('A', 'Skola'), board('B', 'Kultur'), board('C', 'Vård'), board('D', 'Vård')),
      withBoards(
        board('X', ' vård'),
        board('B', 'Fritid'),
        board('S', 'Skola'),
        board('Y', 'Miljö'),
      ),
    )
    expect(pairs).toEqual([
      { ours: 0, theirs: 2 },
      { ours: 1, theirs: 1 },
      { ours: 2, theirs: 0 },
    ])
  })
})

describe('a proposal that is typed in', () => {
  const heading = { name: 'De', source: 'Protokollet', datedOn: null }

  test('has exactly the frames that were typed, year by year, and stands in the form again', () => {
    const amount = fc.integer({ min: -50_000, max: 50_000 })
    fc.assert(
      fc.property(fc.array(amount, { minLength: 6, maxLength: 6 }), typedAmounts => {
        const typed: Record<string, string> = {}
        typedAmounts.forEach((each, i) => {
          if (each !== 0) typed[boardField(i < 3 ? 'BUN' : 'KS', i % 3)] = String(each)
        })
        const got = read(typed)
        if (!got.ok) throw new Error('refused')
        const { boards } = statementOf(framework, got.amendments)
        const change = (id: string) => boards.find(board => board.id === id)?.change
        expect([...(change('BUN') ?? []), ...(change('KS') ?? [])]).toEqual(typedAmounts)
        const again = read(typedRival({ ...heading, amendments: got.amendments }, 'tkr'))
        expect(again.ok && again.amendments.map(one => one.change)).toEqual(
          got.amendments.map(one => one.change),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('holds what moves the result beside the boards, and the result is theirs to the tkr', () => {
    const [grant] = framework.grants
    const typed = {
      [`income.${grant?.id}.0`]: '3 000',
      'income.settlement.1': '−200',
      'central.0': '1 mnkr',
      'financial.2': '50',
    }
    const got = read(typed)
    if (!got.ok) throw new Error('refused')
    const moved = statementOf(framework, got.amendments).income.result.change
    expect(moved).toEqual([2000, -200, 50])
    const again = typedRival({ ...heading, amendments: got.amendments }, 'tkr')
    expect(read(again)).toMatchObject({
      amendments: got.amendments.map(({ change }) => ({ change })),
    })
    expect(read({ 'central.1': 'mycket' })).toMatchObject({
      faults: { 'central.1': expect.any(String) },
    })
  })

  const full = {
    'reserve.0': '4 000',
    'limit.1': '10 mnkr',
    'loans.1': '8 000',
    'loans.2': '-500',
    'index.1': '−1',
    'index.2': '0,5',
    'project.0.name': 'Simhall',
    'project.0.board': 'KUN',
    'project.0.life': '33',
    'project.0.1': '40 000',
    'project.4.name': 'Ny väg',
    'project.4.board': 'SBN',
    'project.4.life': '20',
    'project.4.0': '-700',
  }

  test('holds reserve, loans, indexation and projects, and each stands in the comparison', () => {
    const { position } = framework
    if (!position) throw new Error('no position')
    const base = { ...framework, position: { ...position, borrowingLimit: position.newLoans } }
    const got = read(full, base)
    if (!got.ok) throw new Error(JSON.stringify(got.faults))
    expect(got.amendments.map(({ change }) => change.type)).toEqual([
      'indexation',
      'result-reserve',
      'borrowing-limit',
      'investment',
      'investment',
    ])
    const theirs = { framework: base, amendments: got.amendments }
    const plain = { framework: base, amendments: [] }
    const { years, boards } = compareRival(plain, theirs)
    const moved = (of: 'balanceResult' | 'investments' | 'newLoans' | 'borrowingLimit') =>
      years.map(year => year[of].difference)
    const { result } = statementOf(framework, got.amendments).income
    expect(moved('balanceResult')).toEqual(
      result.change.map((change, i) => change + (i === 0 ? 4000 : 0)),
    )
    expect(moved('investments')).toEqual([-700, 40_000, 0])
    expect(moved('newLoans')).toEqual([0, 8000, -500])
    expect(moved('borrowingLimit')).toEqual([0, 10_000, 0])
    // one percent less on the frame of the year before
    const bun = boards.find(({ id }) => id === 'BUN')?.years.map(year => year.difference)
    expect(bun?.[0]).toBe(0)
    expect(bun?.[1]).toBeLessThan(-10_000)
    const names = mainTables(compareRival(plain, theirs), 'tkr', 'De')[0]?.rows.map(row => row.name)
    for (const name of ['Balanskravsresultat', 'Investeringar', 'Nya lån', 'Låneram'])
      expect(names).toContain(`${name}, tkr`)
  })

  test('stands in the form again, projects in order', () => {
    const got = read(full)
    const again = got.ok ? typedRival({ ...heading, amendments: got.amendments }, 'tkr') : {}
    expect(read(again)).toMatchObject({
      amendments: got.ok ? got.amendments.map(({ change }) => ({ change })) : [],
    })
    expect(again).toMatchObject({ 'project.1.name': 'Ny väg', 'index.1': '−1' })
  })

  test.each([
    [
      'a project without a name',
      { 'project.0.board': 'KUN', 'project.0.0': '5' },
      'project.0.name',
    ],
    ['one without a life', { 'project.1.name': 'Hus', 'project.1.0': '5' }, 'project.1.life'],
    ['one without amounts', { ...full, 'project.0.1': '' }, 'project.0.0'],
    ['one of nobody', { ...full, 'project.0.board': 'XX' }, 'project.0.board'],
    ['a step beyond all', { 'index.1': '26' }, 'index.1'],
    ['a loan in words', { 'loans.0': 'mycket' }, 'loans.0'],
  ])('names the fault of %s at its field', (_, typed, field) => {
    expect(read(typed)).toMatchObject({ faults: { [field]: expect.any(String) } })
  })

  test('has no loans and no limit where the base has none', () => {
    expect(read({ 'limit.0': '5' })).toMatchObject({ amendments: [] })
    const { position: _position, ...bare } = framework
    expect(readRivalChanges({ 'loans.0': '5' }, bare, newId, '0'.repeat(64))).toMatchObject({
      amendments: [],
    })
    const tables = mainTables(
      compareRival({ framework: bare, amendments: [] }, { framework: bare, amendments: [] }),
      'tkr',
      'De',
    )
    expect(tables[0]?.rows.map(({ name }) => name)).not.toContain('Nya lån, tkr')
  })

  test('is refused what the base cannot be changed by, as our own proposal is', () => {
    const bare = { ...framework, tax: { ...framework.tax, rate: undefined } }
    expect(readRivalChanges({ ore: '30' }, bare, newId, '0'.repeat(64))).toMatchObject({
      faults: { ore: expect.stringContaining('skattesats') },
    })
  })

  test('names each fault at its field', () => {
    expect(read({ 'frame.BUN.1': 'mycket', ore: 'tre', target: '2,3' })).toMatchObject({
      ok: false,
      faults: { 'frame.BUN.1': expect.any(String), ore: expect.any(String) },
    })
    const form = { intent: 'add', name: ' ', source: 'a\nb', datedOn: '2026-02-31' }
    expect(readRivalForm(form)).toMatchObject({
      faults: {
        name: expect.stringContaining('vems'),
        source: expect.stringContaining('rad'),
        datedOn: expect.stringContaining('2026-10-15'),
      },
    })
    expect(readRivalForm({ intent: 'sell' })).toMatchObject({
      faults: { form: expect.any(String) },
    })
  })

  test('takes tax and target', () => {
    const got = read({ ore: '-10', target: '2,5' })
    const statement = statementOf(framework, got.ok ? got.amendments : [])
    expect(statement.taxRate.change).toBe(-10)
    expect(statement.target).toBe(2500)
  })
})
