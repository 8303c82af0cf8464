import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shareText } from '~/budget/format'
import { tkr } from '~/budget/money'
import { statementOf } from '~/budget/statement'
import { canonicalJson } from '~/proposal/canonical'
import { demoThreads } from '../prisma/demo/comments'
import { demoFramework } from '../prisma/demo/framework'
import { demoSnapshot } from '../prisma/demo/proposal'
import { rivalSnapshot } from '../prisma/demo/rival'

const { framework, amendments } = demoSnapshot
const statement = statementOf(framework, amendments)

/** Frames of base and proposal for 2025–2027, as the domain's reference calculation gives them. */
const expectedFrames = {
  BUN: [1_070_511, 1_090_626, 1_111_345, 1_120_511, 1_142_126, 1_164_390],
  VON: [986_540, 1_031_136, 1_078_070, 1_006_540, 1_051_736, 1_099_288],
  KUN: [359_622, 374_411, 387_643, 369_622, 384_711, 398_252],
  SN: [254_533, 262_169, 270_034, 256_533, 264_229, 272_156],
  KS: [125_274, 129_032, 132_903, 130_274, 134_182, 138_207],
  SBN: [78_984, 81_354, 83_795, 78_984, 81_354, 83_795],
  MSN: [17_184, 17_700, 18_231, 17_184, 17_700, 18_231],
  OFN: [5762, 5935, 6113, 5762, 5935, 6113],
}

describe('the demo', () => {
  test('gives every board the frames of the reference calculation', () => {
    const frames = statement.boards.map(({ id, base, proposed }) => [id, [...base, ...proposed]])
    expect(Object.fromEntries(frames)).toEqual(expectedFrames)
    expect(statement.frames.proposed).toEqual([2_985_410, 3_081_973, 3_180_432])
  })

  test('has the expected result, shares, gap and margin', () => {
    expect(statement.income.result.base).toEqual([123_100, 126_600, 130_100])
    expect(statement.income.result.proposed).toEqual([71_380, 73_740, 76_022])
    expect(statement.resultShare.proposed.map(share => shareText(share))).toEqual([
      '2.3009',
      '2.3048',
      '2.3055',
    ])
    expect(statement.gap).toEqual([0, 0, 0])
    expect(statement.margin).toEqual([29, 154, 179])
    expect(statement.financing[0]).toEqual({
      additions: 87_000,
      savings: 0,
      otherRevenue: 0,
      centralFinance: 0,
      financialNet: 0,
      newTax: 35_280,
      lowerResult: 51_720,
    })
  })

  test('lacks 1 971, 1 906 and 1 943 tkr with two million more to KUN', () => {
    const more = amendments.map(amendment =>
      amendment.change.type === 'frame' && amendment.change.board === 'KUN'
        ? { ...amendment, change: { ...amendment.change, amounts: [12_000, 0, 0].map(tkr) } }
        : amendment,
    )
    expect(statementOf(framework, more).gap).toEqual([1971, 1906, 1943])
  })

  test.each([
    ['demo-framework.json', demoFramework],
    ['demo-snapshot.json', demoSnapshot],
  ])('stands in tests/fixtures as %s', (name, value) => {
    expect(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')).toBe(
      canonicalJson(value),
    )
  })

  test('has three goals with 26 indicators, and eight sections', () => {
    expect(demoSnapshot.goals).toHaveLength(3)
    expect(demoSnapshot.goals.flatMap(goal => goal.indicators)).toHaveLength(26)
    expect(demoSnapshot.sections).toHaveLength(8)
  })

  test('sets each thread on something that is there', () => {
    for (const thread of demoThreads) {
      if (thread.kind === 'amendment') {
        expect(amendments.map(({ id }) => id)).toContain(thread.amendment)
        continue
      }
      const section = demoSnapshot.sections.find(({ id }) => id === thread.section)
      expect(section).toBeDefined()
      if (thread.kind === 'text')
        expect(JSON.stringify(section).split(thread.quote)).toHaveLength(2)
    }
  })

  test('has a rival with other rows and other figures', () => {
    const ids = new Set(amendments.map(({ id }) => id))
    expect(rivalSnapshot.amendments.filter(({ id }) => ids.has(id))).toEqual([])
    expect(rivalSnapshot.group).not.toBe(demoSnapshot.group)
  })
})
