import { expect, test } from 'vitest'
import { comparePrintedTotals } from '~/budget/printed-totals'
import { readTypedFramework, type TypedFramework } from './framework-form'

const typed: TypedFramework = {
  name: 'Ramverk juni',
  municipality: 'Exempelby',
  municipalityId: '9999',
  year: '2027',
  rate: '21,36',
  target: '2 %',
  'pkv.1': '3,0',
  'boardId.0': 'BUN',
  'boardName.0': 'Barn- och ungdomsnämnden',
  'frame.0.0': '1 000 tkr',
  'frame.0.1': '1,1 mnkr',
  'frame.0.2': '1 200',
  'boardId.3': 'KS',
  'boardName.3': 'Kommunstyrelsen',
  'frame.3.0': '500',
  'base.0': '10 000',
  'grantName.0': 'Inkomstutjämning',
  'grant.0.0': '\u2212250',
  'printed.frames.0': '1 501',
  'printed.frames.1': '1 100',
  'printed.frames.2': '1 200',
}

function read(changes: TypedFramework = {}) {
  return readTypedFramework({ ...typed, ...changes })
}

test('amounts without a unit are in the one that is chosen', () => {
  const result = read({ unit: 'mnkr', 'frame.0.2': '1,25' })
  const framework = result.ok ? result.framework : null
  expect(framework?.unit).toBe('mnkr')
  expect(framework?.boards[0]?.frames).toEqual([1000, 1100, 1250])
  expect(framework?.boards[1]?.frames[0]).toBe(500_000)
})

test('what is typed in Swedish becomes a framework, and empty rows are no rows', () => {
  const result = read()
  expect(result).toMatchObject({
    ok: true,
    framework: {
      years: [
        { year: 2027, kind: 'budget' },
        { year: 2028, kind: 'plan' },
        { year: 2029, kind: 'plan' },
      ],
      boards: [
        { id: 'BUN', frames: [1000, 1100, 1200] },
        { id: 'KS', frames: [500, 0, 0] },
      ],
      tax: { rate: 2136, base: [10_000, 0, 0] },
      grants: [{ amounts: [-250, 0, 0] }],
      indexation: { pkv: [0, 3000, 0] },
      resultTarget: 2000,
    },
  })
})

test('a printed total that does not tie is kept and its difference is told', () => {
  const result = read()
  const differences = result.ok
    ? comparePrintedTotals(result.framework).map(({ year, difference }) => [year, difference])
    : []
  expect(differences).toEqual([
    [2027, 1],
    [2028, 0],
    [2029, 0],
  ])
})

test.each([
  ['year', '27', 'fyra siffror'],
  ['name', ' ', 'Skriv vad budgetramen heter'],
  ['municipalityId', '12', 'fyra siffror'],
  ['rate', 'hög', 'är inget tal'],
  ['frame.0.0', '1.282', 'kan betyda två saker'],
  ['frame.0.1', '1 282,3', 'inte hela tusental'],
  ['boardId.3', 'BUN', 'finns redan'],
  ['boardId.0', 'b u n', 'utan mellanslag'],
  ['boardName.3', '', 'Skriv nämndens namn'],
  ['frame.5.0', '7', ''],
])('%s typed as "%s" is refused at its field', (field, text, reason) => {
  const result = read({ [field]: text })
  const at = field === 'frame.5.0' ? 'boardName.5' : field
  expect(result.ok ? '' : result.faults[at]).toContain(reason || 'Skriv nämndens namn')
})

test('a budget without a target has none', () => {
  expect(read({ target: '' })).toMatchObject({ framework: { resultTarget: null } })
})
