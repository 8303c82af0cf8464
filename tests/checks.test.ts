import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placePath } from '~/proposal/place'
import { canonicalJson } from '~/proposal/canonical'
import { checkSnapshot, isOk } from '~/proposal/check'
import { Snapshot } from '~/proposal/snapshot'
import { demoSnapshot } from '../prisma/demo/proposal'
import { rivalSnapshot } from '../prisma/demo/rival'
import { alsoFailing, doubtful, failing } from './fixtures/failing'

const read = (name: string) =>
  readFileSync(new URL(`fixtures/failing/${name}`, import.meta.url), 'utf8')
const errors = (snapshot: Snapshot) =>
  checkSnapshot(snapshot).filter(({ severity }) => severity === 'error')
const ids = (snapshot: Snapshot) => [...new Set(errors(snapshot).map(({ id }) => id))]

describe('checks', () => {
  test('the demo warns of a slip that its source has, its rival of what is not decided', () => {
    expect(checkSnapshot(demoSnapshot)).toMatchObject([
      { id: 'C28', severity: 'warning', message: expect.stringContaining('N05401') },
    ])
    expect(checkSnapshot(rivalSnapshot)).toMatchObject([{ id: 'C16', severity: 'warning' }])
  })

  test('each of them has a stored proposal that fails it', () => {
    const expected = Array.from({ length: 34 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`)
    expect(readdirSync(new URL('fixtures/failing', import.meta.url)).toSorted()).toEqual(
      expected.map(id => `${id}.json`),
    )
  })

  test.each(Object.entries(failing))('%s fails alone on its own proposal', (id, snapshot) => {
    expect(read(`${id}.json`)).toBe(canonicalJson(snapshot))
    expect(ids(Snapshot.parse(JSON.parse(read(`${id}.json`))))).toEqual([id])
  })

  test.each(Object.entries(doubtful))('%s warns alone on its own proposal', (id, snapshot) => {
    expect(read(`${id}.json`)).toBe(canonicalJson(snapshot))
    const stored = Snapshot.parse(JSON.parse(read(`${id}.json`)))
    const found = checkSnapshot(stored).filter(({ id: other }) => other !== 'C28' || id === 'C28')
    expect([...new Set(found.map(finding => `${finding.id} ${finding.severity}`))]).toEqual([
      `${id} ${id === 'C34' ? 'info' : 'warning'}`,
    ])
    expect(isOk(checkSnapshot(stored))).toBe(true)
  })

  test.each(alsoFailing)('%s fails in another way (%#)', (id, snapshot) => {
    expect(ids(Snapshot.parse(snapshot))).toContain(id)
  })

  test.each(Object.entries(failing))('what %s says can be read and reached', (_, snapshot) => {
    for (const { message, place } of errors(snapshot)) {
      expect(message).toMatch(/^\S.{30,}$/)
      expect(message).not.toMatch(/undefined|NaN|\[object/)
      expect(placePath(place)).toMatch(/^(budget|sections\/|clauses|goals|tables|framework|rebase)/)
    }
  })

  test.each([...Object.entries(failing), ...Object.entries(doubtful), ...alsoFailing])(
    'on a base in mnkr %s says no amount in tkr (%#)',
    (_, snapshot) => {
      const framework = { ...snapshot.framework, unit: 'mnkr' as const }
      for (const { message } of checkSnapshot({ ...snapshot, framework }))
        expect(message).not.toMatch(/\d\s*tkr/)
    },
  )

  test('C08 may be overridden with a reason, other errors not', () => {
    const reason = 'Synnerliga skäl: överskott från tidigare år.'
    const overriding = (id: string) => ({
      ...(failing[id] ?? demoSnapshot),
      overrides: [{ check: id, reason }],
    })
    expect(isOk(checkSnapshot(overriding('C08')))).toBe(true)
    expect(checkSnapshot(overriding('C08'))[0]).toMatchObject({
      id: 'C08',
      severity: 'info',
      message: expect.stringContaining(reason),
    })
    expect(isOk(checkSnapshot(overriding('C11')))).toBe(false)
  })

  test('a withdrawn amendment is judged by no check', () => {
    const withdrawn = demoSnapshot.amendments.map(amendment =>
      amendment.change.type === 'frame'
        ? { ...amendment, state: 'withdrawn' as const, baseHash: '0'.repeat(64) }
        : amendment,
    )
    expect(ids({ ...demoSnapshot, amendments: withdrawn })).not.toContain('C01')
  })

  test('what a snapshot names that is not there is a finding, never a crash', () => {
    const keys = ['boards', 'grants'] as const
    fc.assert(
      fc.property(fc.subarray([...keys]), fc.nat(4), fc.nat(8), (emptied, years, boards) => {
        const framework = {
          ...demoSnapshot.framework,
          years: demoSnapshot.framework.years.slice(0, Math.max(1, years)),
          boards: [
            ...demoSnapshot.framework.boards.slice(boards),
            ...demoSnapshot.framework.boards,
          ],
          centralFinance: demoSnapshot.framework.centralFinance.slice(years),
          ...Object.fromEntries(emptied.map(key => [key, []])),
        }
        const snapshot = Snapshot.parse({ ...demoSnapshot, framework, clauses: [], goals: [] })
        expect(isOk(checkSnapshot(snapshot))).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})
