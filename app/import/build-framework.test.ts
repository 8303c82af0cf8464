import { describe, expect, test } from 'vitest'
import type { Choices } from './choices'
import { buildFramework } from './build-framework'
import { readDelimited } from './delimited'
import { guessChoices } from './guess-choices'
import { rowsOf } from './source-row'
import { placedTotals, suspectsOf } from './suspect'
import { readUpload } from './read-upload.server'
import { cellNumber, readAmount } from './amount-cell'
import type { Cell } from './sheet'
import { workbookOf } from '../../tests/archive'

const named = { name: 'Ramverk juni', municipality: 'Exempelby', municipalityId: '9999' }
const yearly = (line: string, ...amounts: string[]) =>
  Object.fromEntries(amounts.map((amount, i) => [`${line}.${i}`, amount]))
const particulars = {
  ...named,
  rate: '21,36',
  'pkv.1': '3,0',
  ...yearly('base', '9', '9', '9'),
  ...yearly('grants', '0', '0', '0'),
}

const wide = `Driftbudget per nämnd, mnkr;;;;;
;;Budget;Budget;Plan;Plan
Kod;Nämnd;2026;2027;2028;2029
BUN;Barn- och ungdomsnämnden;1 045,2;1 070,5;1 090,6;1 111,3
VON;Vård- och omsorgsnämnden;939,3;986,5;1 031,1;1 078,1
KS;Kommunstyrelsen;119,8;282,3;129,0;132,9
;Summa nämnder;2 104,3;2 339,3;2 250,7;2 322,3
;Finansförvaltning;60;67,4;63,6;59
;Skatteunderlag;;11 760;12 250;12 740
;Inkomstutjämning;;396;412;428
;Finansiella kostnader;;–16;–18;–20
`

function importOf(text: string, changes: Partial<Choices> = {}) {
  const sheets = [readDelimited(text)]
  const guessed = guessChoices(sheets)
  const choices = { ...guessed, particulars, ...changes }
  const rows = rowsOf(sheets, choices.tables, choices.budgetYear)
  return { rows, choices, built: buildFramework(rows, choices, null) }
}

function frameworkOf(text: string, changes: Partial<Choices> = {}) {
  const { built, choices } = importOf(text, changes)
  if (!built.ok) throw new Error([...built.faults, ...Object.values(built.fields)].join('\n'))
  const totals = placedTotals(built.framework, built.origins)
  return { ...built, totals, suspects: suspectsOf(totals, built.origins, choices) }
}

const cell = (text: string, kind: Cell['kind'] = 'number'): Cell => ({ text, kind, formula: null })
const text = (at: string, value: string) => `<c r="${at}" t="str"><v>${value}</v></c>`

const table = (amount: string, name = 'Socialnämnden') => `Nämnd;tkr 2027\n${name};${amount}\n`

const faultsOf = (text: string, changes: Partial<Choices> = {}) => {
  const { built } = importOf(text, changes)
  return built.ok ? [] : built.faults
}

describe('a wide table', () => {
  test('is guessed: headings of two rows, codes, the year before, unit and the roles of its rows', () => {
    const { choices } = importOf(wide)
    expect(choices).toMatchObject({ budgetYear: 2027, unit: 'mnkr', costs: 'plus' })
    expect(choices.tables).toEqual([
      {
        sheet: 0,
        header: 2,
        columns: ['code', 'name', 'previous', 'year-2027', 'year-2028', 'year-2029'],
      },
    ])
    expect(Object.values(choices.rows).map(({ role, board }) => board || role)).toEqual([
      'BUN',
      'VON',
      'KS',
      'printed.frames',
      'centralFinance',
      'taxBase',
      'grant',
      'financialCosts',
    ])
  })

  test('becomes a framework in whole tkr, and its printed total ties', () => {
    const { framework, totals } = frameworkOf(wide)
    expect(framework).toMatchObject({
      years: [{ year: 2027, kind: 'budget' }, { kind: 'plan' }, { year: 2029 }],
      boards: [
        { id: 'BUN', previousFrame: 1_045_200, frames: [1_070_500, 1_090_600, 1_111_300] },
        { id: 'VON' },
        { id: 'KS', frames: [282_300, 129_000, 132_900] },
      ],
      centralFinance: [67_400, 63_600, 59_000],
      tax: { rate: 2136, base: [11_760_000, 12_250_000, 12_740_000] },
      financialCosts: [-16_000, -18_000, -20_000],
      indexation: { pkv: [0, 3000, 0] },
    })
    expect(totals.map(({ difference, place }) => [difference, place])).toEqual([
      [0, 'D7'],
      [0, 'E7'],
      [0, 'F7'],
    ])
  })

  test('a note that ran together with an amount shows through the total, and its cell is named', () => {
    const run = wide.replace('119,8;282,3', '119,8;1 282,3')
    const { totals, suspects, framework } = frameworkOf(run)
    expect(totals[0]).toMatchObject({ difference: -1_000_000, place: 'D7' })
    expect(suspects).toEqual([
      { place: 'D6', text: '1 282,3', note: '1', rest: '282,3', line: 'frames', year: 2027 },
    ])
    expect(framework.boards[2]?.frames[0]).toBe(1_282_300)
    const said = frameworkOf(run, { readings: { D6: '282,3' } })
    expect(said.totals[0]?.difference).toBe(0)
    expect(said.notes.join()).toContain('D6: ”1 282,3” läses som 282,3')
  })

  test.each([
    [
      'two cells together',
      wide.replace('282,3', '1 282,3').replace(';986,5', ';2 986,5'),
      ['D5', 'D6'],
    ],
    ['the printed total itself', wide.replace('2 339,3', '5 2 339,3'.replace(' ', '')), ['D7']],
    ['a total that no note explains', wide.replace('2 339,3', '2 340,3'), []],
  ])('%s', (_, text, places) => {
    const { suspects, totals } = frameworkOf(text)
    expect(totals[0]?.difference).not.toBe(0)
    expect(suspects.map(({ place }) => place)).toEqual(places)
  })

  test('costs written with minus are turned, and a cost without its minus is said', () => {
    const text =
      'Nämnd;2027 tkr\nSocialnämnden;-100\nSumma nämnder;-100\nFinansiella kostnader;20\n'
    const { framework, totals, notes } = frameworkOf(text)
    expect(framework.boards[0]?.frames).toEqual([100])
    expect(framework.financialCosts).toEqual([-20])
    expect(totals[0]?.difference).toBe(0)
    expect(notes.join()).toContain('Finansiella kostnader står utan minus')
  })
})

describe('the long form', () => {
  const long = `board;year;previous;indexation;volume;adjustment;frame
BUN;2027;1000;30;-9;4;1025
BUN;2028;1025;31;0;0;1056
KS;2027;500;15;0;0;515
KS;2028;515;15;0;0;530
line;year;amount
tax.rate;2027;21,36
tax.base;2027;10000
tax.base;2028;10500
grants.utjämning;2027;-250
printed.frames;2027;1540
printed.frames;2028;1587
`
  test('gives boards with their chain, and lines by their names', () => {
    const { framework, totals } = frameworkOf(long, { unit: 'tkr' })
    expect(framework).toMatchObject({
      boards: [
        {
          id: 'BUN',
          previousFrame: 1000,
          frames: [1025, 1056],
          indexation: [30, 31],
          volume: [-9, 0],
          adjustment: [4, 0],
        },
        { id: 'KS', frames: [515, 530] },
      ],
      tax: { rate: 2136, base: [10_000, 10_500] },
      grants: [{ amounts: [-250, 0] }],
    })
    expect(totals.map(({ difference, place }) => [difference, place])).toEqual([
      [0, 'C11'],
      [1, 'C12'],
    ])
  })

  test('an amount that stands twice is named', () => {
    expect(faultsOf(long.replace('KS;2027', 'BUN;2027'), { unit: 'tkr' }).join()).toContain('G4')
  })
})

describe('what stands in the way is named with its cell', () => {
  test.each([
    ['words', 'se not 3', 'B2: ”se not 3” är inget tal'],
    ['Arabic digits', '١٢٣', 'B2: ”١٢٣” har andra siffror än 0–9'],
    ['an exponent', '1e9', 'B2: ”1e9” är inget tal. Skriv det med bara siffror, som 1 282.'],
    ['2^53+1', '9007199254740993', 'B2: Beloppet är för stort. Se efter siffrorna'],
    ['a date', '2027-01-01', 'B2: cellen är ett datum'],
    ['a percentage', '2,9 %', 'B2: cellen är en procentsats'],
    ['a formula', '=SUM(A1:A9)', 'är en formel utan värde'],
    ['part of a tkr', '12,5', 'inte hela tusental'],
    ['two meanings', '1.282', 'kan betyda två saker'],
  ])('%s', (_, amount, reason) => {
    const faults = faultsOf(table(amount))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(reason)
  })

  test.each([
    ['a row that no name explains', table('10', 'Reserven'), 'A2: välj vad raden ”Reserven” är'],
    ['a board twice', `${table('10')}Socialnämnden;20\n`, 'A3: SN står redan i A2'],
    [
      'a line twice',
      `${table('10')}Slutavräkning;1\nSlutavräkning;2\n`,
      'A4: ”Slutavräkning” är samma',
    ],
    ['no board', 'Rad;tkr 2027\nSlutavräkning;1\n', 'Ingen rad är en nämnd'],
    ['no unit', 'Nämnd;2027\nSocialnämnden;1\n', 'Välj vilken enhet'],
  ])('%s', (_, text, reason) => {
    expect(faultsOf(text).join('\n')).toContain(reason)
  })

  test('two boards with the same initials get ids of their own', () => {
    const { framework } = frameworkOf(`${table('10')}Skolnämnden;20\n`)
    expect(framework.boards.map(({ id }) => id)).toEqual(['SN', 'SN2'])
  })
})

describe('a number cell is read by the digits that its spreadsheet shows', () => {
  test.each([
    ['282.3', '282,3'],
    ['1045.2000000000001', '1045,2'],
    ['1.0452E3', '1045,2'],
    ['1E9', '1000000000'],
    ['1.5E-7', '0,000000150'],
    ['9007199254740993', '9007199254740993'],
    ['1070510.833333333', '1070510,83333333'],
  ])('%s is %s', (text, shown) => {
    expect(cellNumber(cell(text))).toBe(shown)
  })

  test.each([
    ['10.5', 'kr', 0],
    ['1070510.833', 'tkr', 1_070_511],
    ['-0.5', 'tkr', -1],
    ['1282300499', 'kr', 1_282_300],
    ['1E9', 'tkr', 1_000_000_000],
    ['1E30', 'tkr', null],
  ] as const)('%s %s, rounded where it was asked for', (text, unit, amount) => {
    const read = readAmount({ cell: cell(text), place: 'A1' }, { unit, decimals: 'round' })
    expect(read.ok ? read.value : null).toBe(amount)
  })
})

test('a workbook’s cells are named with their sheet', () => {
  const read = readUpload(
    workbookOf(
      `<row r="1">${text('A1', 'Nämnd')}${text('B1', 'Budget 2027 tkr')}</row><row r="2">${text('A2', 'Socialnämnden')}<c r="B2"><v>12.5</v></c></row>`,
    ),
  )
  const sheets = read.ok && read.value.type === 'tables' ? read.value.sheets : []
  const choices = { ...guessChoices(sheets), particulars }
  const built = buildFramework(rowsOf(sheets, choices.tables, choices.budgetYear), choices, null)
  expect(built.ok ? [] : built.faults).toEqual([expect.stringContaining('Blad1!B2: ”12,5”')])
})
