import { expect, test } from 'vitest'
import { comparePrintedTotals } from '~/budget/printed-totals'
import type { TypedFramework } from './field-reader'
import { readTypedFramework } from './framework-form'

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
  'frame.3.1': '0',
  'frame.3.2': '0',
  'base.0': '10 000',
  'base.1': '10 500',
  'base.2': '11 000',
  'grantName.0': 'Inkomstutjämning',
  'grant.0.0': '\u2212250',
  'grant.0.1': '0',
  'grant.0.2': '0',
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
      tax: { rate: 2136, base: [10_000, 10_500, 11_000], settlement: [0, 0, 0] },
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
  ['frame.3.1', '', 'Skriv ett belopp'],
  ['base.2', ' ', 'Skriv ett belopp'],
  ['rate', '', 'Skriv skattesatsen'],
  ['printed.frames.1', '', 'lämna hela raden tom'],
  ['revenue.0', '9', 'inte båda'],
])('%s typed as "%s" is refused at its field', (field, text, reason) => {
  const result = read({ [field]: text })
  const at = field === 'frame.5.0' ? 'boardName.5' : field
  expect(result.ok ? '' : result.faults[at]).toContain(reason || 'Skriv nämndens namn')
})

const emptied = (line: string): TypedFramework =>
  Object.fromEntries([0, 1, 2].map(i => [`${line}.${i}`, '']))

test('tax and grants are asked for, and what is not typed is never taken for 0 of them', () => {
  const faultsOf = (result: ReturnType<typeof read>) => (result.ok ? {} : result.faults)
  expect(faultsOf(read(emptied('base')))['base.0']).toContain('skatteunderlaget')
  expect(faultsOf(read({ ...emptied('grant.0'), 'grantName.0': '' }))['grant.0.0']).toContain(
    'generella bidragen',
  )
  expect(faultsOf(read(emptied('frame.3')))['frame.3.0']).toContain('ram för varje år')
  expect(faultsOf(readTypedFramework({}))['boardName.0']).toContain('minst en nämnd')
  const revenue = { 'revenue.0': '5', 'revenue.1': '6', 'revenue.2': '7', rate: '' }
  expect(read({ ...emptied('base'), ...revenue })).toMatchObject({
    framework: { tax: { revenue: [5, 6, 7], settlement: [] } },
  })
})

test('a budget without a target has none', () => {
  expect(read({ target: '' })).toMatchObject({ framework: { resultTarget: null } })
})
