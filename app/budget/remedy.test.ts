import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoAmendments } from '../../prisma/demo/amendments'
import { demoFramework } from '../../prisma/demo/framework'
import type { Amendment } from './amendment'
import { tkr } from './money'
import { milliPercent, ore } from './rate'
import { whyNot } from './no-remedy'
import { hasDeficit, hasGap, remediesOf, statementWith, type Remedy } from './remedy'
import { statementOf } from './statement'

/** The demo with another amount to KUN in the budget year: 12 000 instead of 10 000 misses the target by 1 971 tkr. */
const withKun = (amount: number): Amendment[] =>
  demoAmendments.map(amendment =>
    amendment.change.type === 'frame' && amendment.change.board === 'KUN'
      ? { ...amendment, change: { ...amendment.change, amounts: [tkr(amount), tkr(0), tkr(0)] } }
      : amendment,
  )

const remedies = (amendments: readonly Amendment[], board = 'KUN') =>
  remediesOf({ framework: demoFramework, amendments }, board)
const changeOf = (found: readonly Remedy[], type: Remedy['type']) =>
  found.find(remedy => remedy.type === type)?.changes

describe('what closes a gap of 1 971 tkr', () => {
  const found = remedies(withKun(12_000))

  test('two öre, in the place of the thirty', () => {
    expect(changeOf(found, 'tax-rate')).toEqual([
      { change: { type: 'tax-rate', ore: ore(32) }, replaces: 'a1' },
    ])
    expect(found.find(({ type }) => type === 'tax-rate')?.step).toBe(2)
  })

  test('1 971 tkr less to the board', () => {
    expect(changeOf(found, 'board')).toMatchObject([
      { change: { board: 'KUN', recurrence: 'indexed', amounts: [-1971, 0, 0] } },
    ])
  })

  test('a target of 2,236 percent, in the place of ours', () => {
    expect(changeOf(found, 'target')).toMatchObject([
      { change: { type: 'result-target', target: 2236 }, replaces: expect.any(String) },
    ])
  })

  test('a cut over all that we add, of the same share', () => {
    const cuts = changeOf(found, 'even') ?? []
    expect(cuts).toHaveLength(5)
    const total = cuts.reduce(
      (sum, { change }) => sum + (change.type === 'frame' ? (change.amounts[0] ?? 0) : 0),
      0,
    )
    expect(-total).toBeGreaterThanOrEqual(1971)
    expect(-total).toBeLessThan(1980)
  })

  test('the reserve is no way to a target', () => {
    expect(changeOf(found, 'reserve')).toBeUndefined()
  })
})

const withTarget = (target: object): Amendment[] =>
  withKun(12_000).map(amendment =>
    amendment.change.type === 'result-target'
      ? { ...amendment, change: { ...amendment.change, ...target } }
      : amendment,
  )

describe('a lower target', () => {
  test('is one over the period where ours is', () => {
    const found = remedies(withTarget({ average: true }))
    expect(changeOf(found, 'target')).toMatchObject([{ change: { average: true } }])
  })

  test('is counted from the highest of the years', () => {
    const found = remedies(withTarget({ perYear: [2000, 2000, 2600].map(milliPercent) }))
    expect(found.find(({ type }) => type === 'target')).toMatchObject({
      step: 364,
      changes: [{ change: { target: 2236 } }],
    })
  })

  test('is a way also where a result of zero stays', () => {
    const zeroed = withKun(10_000 + 71_380)
    expect(statementOf(demoFramework, zeroed).income.result.proposed[0]).toBe(0)
    expect(changeOf(remedies(zeroed), 'target')).toMatchObject([{ change: { target: 0 } }])
  })
})

test('no tax is proposed where the base has no rate', () => {
  const more = tkr(2_300_000)
  const framework = {
    ...demoFramework,
    tax: { ...demoFramework.tax, rate: undefined },
    grants: [{ id: 'g', name: 'Bidrag', amounts: [more, more, more] }],
  }
  const found = remediesOf({ framework, amendments: withKun(10_000) }, 'KUN')
  expect(found.map(({ type }) => type)).not.toContain('tax-rate')
})

test('where nothing is missing, nothing is needed', () => {
  expect(remedies(demoAmendments)).toEqual([])
})

test('against a deficit the reserve is offered, as far as it goes', () => {
  const framework = { ...demoFramework, resultTarget: null }
  const amendments = withKun(82_000).filter(({ change }) => change.type !== 'result-target')
  const deficit = statementOf(framework, amendments).income.result.proposed[0] ?? 0
  expect(deficit).toBeLessThanOrEqual(0)
  const found = remediesOf({ framework, amendments }, 'KUN')
  expect(changeOf(found, 'reserve')).toMatchObject([{ change: { amounts: [1 - deficit, 0, 0] } }])
  const poor = remediesOf(
    {
      framework,
      amendments: withKun(200_000).filter(({ change }) => change.type !== 'result-target'),
    },
    'KUN',
  )
  expect(changeOf(poor, 'reserve')).toBeUndefined()
})

describe('without a target', () => {
  const framework = { ...demoFramework, resultTarget: null }
  const proposal = (kun: number) => ({
    framework,
    amendments: withKun(kun).filter(({ change }) => change.type !== 'result-target'),
  })
  /** The amount to KUN with which the budget year's result is exactly zero. */
  const even =
    10_000 + (statementOf(framework, proposal(10_000).amendments).income.result.proposed[0] ?? 0)

  test('a result of zero lacks one tkr, though nothing is missing to a target (KL 11:5)', () => {
    const statement = statementOf(framework, proposal(even).amendments)
    expect([statement.income.result.proposed[0], statement.gap[0]]).toEqual([0, 0])
    expect(hasDeficit(statement)).toBe(true)
    const found = remediesOf(proposal(even), 'KUN')
    expect(changeOf(found, 'board')).toMatchObject([{ change: { amounts: [-1, 0, 0] } }])
    expect(changeOf(found, 'target')).toBeUndefined()
  })

  test('no way leaves a deficit behind', () => {
    for (const { after, type } of remediesOf(proposal(82_000), 'KUN'))
      expect(hasDeficit(after), type).toBe(false)
  })

  const withReserve = (kun: number, used: number) => {
    const { amendments } = proposal(kun)
    const [first] = amendments
    if (!first) throw new Error('no amendments')
    const change = { type: 'result-reserve' as const, amounts: [used, 0, 0].map(tkr) }
    return { framework, amendments: [...amendments, { ...first, id: 'r', number: 90, change }] }
  }

  test('a deficit that the reserve covers to nothing is none', () => {
    const deficits = [499, 500].map(used => {
      const { amendments } = withReserve(even + 500, used)
      return hasDeficit(statementOf(framework, amendments))
    })
    expect(deficits).toEqual([true, false])
  })

  test('what is used of the reserve is not there a second time', () => {
    const reserve = demoFramework.position?.opening.resultReserve ?? 0
    const most = (used: number) => {
      const found = remediesOf(withReserve(even + reserve - 1, used), 'KUN')
      return changeOf(found, 'reserve')
    }
    expect(most(1000)).toMatchObject([{ change: { amounts: [reserve - 1000, 0, 0] } }])
    const found = remediesOf(withReserve(even + reserve + 999, 1000), 'KUN')
    expect(changeOf(found, 'reserve')).toBeUndefined()
  })

  test('a deficit that the reserve covers already is not covered twice', () => {
    const { amendments } = proposal(82_000)
    const [taken] = changeOf(remediesOf({ framework, amendments }, 'KUN'), 'reserve') ?? []
    if (!taken) throw new Error('no reserve')
    const [last] = amendments.slice(-1)
    if (!last) throw new Error('no amendments')
    const covered = [...amendments, { ...last, id: 'reserve', number: 90, change: taken.change }]
    expect(
      changeOf(remediesOf({ framework, amendments: covered }, 'KUN'), 'reserve'),
    ).toBeUndefined()
  })
})

const why = (type: Remedy['type'], framework = demoFramework, amendments = withKun(900_000)) =>
  whyNot(type, framework, amendments, statementOf(framework, amendments), 'KUN')

describe('why a way leads nowhere', () => {
  const { base: _base, ...withoutBase } = demoFramework.tax
  test.each([
    ['board', why('board'), 'Hela ramen för Kultur- och utbildningsnämnden'],
    ['board', why('board', { ...demoFramework, boards: [] }), 'inte delad på nämnder'],
    ['even', why('even'), 'också utan alla'],
    ['even', why('even', demoFramework, []), 'inga tillägg'],
    ['tax-rate', why('tax-rate', { ...demoFramework, tax: withoutBase }), 'inget skatteunderlag'],
    ['target', why('target'), 'Inte ens målet noll'],
    ['reserve', why('reserve'), 'räcker inte'],
    ['reserve', why('reserve', demoFramework, demoAmendments), null],
  ])('%s', (_, said, expected) =>
    expected === null ? expect(said).toBeNull() : expect(said).toContain(expected),
  )
})

test('every way to the target closes the gap in all years, and one step less does not', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 10_100, max: 400_000 }),
      fc.constantFrom('KUN', 'BUN', 'OFN'),
      (amount, board) => {
        const proposal = { framework: demoFramework, amendments: withKun(amount) }
        for (const { changes, after, type } of remediesOf(proposal, board)) {
          if (type === 'reserve') continue
          expect(hasGap(after), type).toBe(false)
          const [first] = changes
          if (!first || type === 'even') continue
          expect(
            hasGap(statementWith(proposal, [{ ...first, change: lessOf(first.change) }])),
          ).toBe(true)
        }
      },
    ),
    { numRuns: 12 },
  ))

function lessOf(change: Remedy['changes'][number]['change']) {
  switch (change.type) {
    case 'tax-rate':
      return { ...change, ore: ore(change.ore - 1) }
    case 'result-target':
      return { ...change, target: milliPercent(change.target + 1) }
    case 'frame':
      return { ...change, amounts: change.amounts.map((a, i) => tkr(i === 0 ? a + 1 : a)) }
    default:
      return change
  }
}
