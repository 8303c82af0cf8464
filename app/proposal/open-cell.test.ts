import { describe, expect, it } from 'vitest'
import type { BudgetAnswer } from './budget-page'
import { afterAnswer, readyToGo, reopened, undone, type OpenCell } from './open-cell'

const first = { id: 'a', revision: 1 }
const second = { id: 'a', revision: 2 }

const cell = (over: Partial<OpenCell> = {}): OpenCell => ({
  board: 'KUN',
  at: 0,
  before: '0',
  typed: '10',
  seen: first,
  phase: 'saving',
  fault: null,
  clash: null,
  flight: null,
  left: null,
  ...over,
})
const flying = (over: Partial<OpenCell> = {}) => {
  const { typed, seen, before } = cell()
  return cell({ flight: { fetcherKey: 'f', typed, seen, before }, ...over })
}
const saved = (over: Partial<BudgetAnswer & { ok: true }> = {}): BudgetAnswer => ({
  ok: true,
  number: 7,
  state: 'adopted',
  ...second,
  ...over,
})
const refused: BudgetAnswer = { ok: false, message: 'Nej.', faults: {}, clash: null }

describe('whose turn it is', () => {
  it('sends the cells of a board one after the other, and other boards beside them', () => {
    const [a, b, c] = [cell(), cell({ at: 1 }), cell({ board: 'SN' })]
    expect(readyToGo([a, b, c])).toEqual([a, c])
    expect(readyToGo([flying(), b, c])).toEqual([c])
    expect(readyToGo([cell({ phase: 'typing' }), cell({ phase: 'clash' })])).toEqual([])
  })
})

describe('an answered save', () => {
  it('closes its cell', () => {
    expect(afterAnswer([flying()], 'f', saved())).toEqual([])
  })
  it('leaves a cell that was written in anew, on top of the save just made', () => {
    const anew = flying({ phase: 'typing', typed: '11' })
    const [left] = afterAnswer([anew], 'f', saved())
    expect(left).toMatchObject({ phase: 'typing', typed: '11', seen: second, flight: null })
    const committed = flying({ typed: '11' })
    expect(readyToGo(afterAnswer([committed], 'f', saved()))).toMatchObject([{ seen: second }])
  })
  it('moves the other years of its board that stood on the same save, and nothing else', () => {
    const rest = [
      cell({ at: 1 }),
      cell({ at: 2, seen: { id: 'b', revision: 1 } }),
      cell({ board: 'SN' }),
    ]
    expect(afterAnswer([flying(), ...rest], 'f', saved()).map(({ seen }) => seen)).toEqual([
      second,
      { id: 'b', revision: 1 },
      first,
    ])
  })
  it('lets a first save be written on where it counts, and not where it is only suggested', () => {
    const { typed, before } = cell()
    const sent = cell({ seen: null, flight: { fetcherKey: 'f', typed, seen: null, before } })
    const next = cell({ at: 1, seen: null })
    expect(afterAnswer([sent, next], 'f', saved())).toMatchObject([{ seen: second }])
    const suggested = saved({ state: 'suggested' })
    expect(afterAnswer([sent, next], 'f', suggested)).toMatchObject([{ seen: null }])
  })
  it('shows a refusal at the cell, unless it was written in anew', () => {
    expect(afterAnswer([flying()], 'f', refused)).toMatchObject([
      { phase: 'typing', fault: 'Nej.', flight: null },
    ])
    const anew = reopened(flying(), { ...cell(), typed: '11' })
    expect(afterAnswer([anew], 'f', refused)).toMatchObject([
      { phase: 'typing', fault: null, typed: '11', before: '0', flight: null },
    ])
  })
  it('knows nothing of a save that it did not send', () => {
    expect(afterAnswer([cell()], 'other', saved())).toEqual([cell()])
  })
})

describe('undoing', () => {
  const opening = { ...cell(), typed: '12' }
  it('goes back to what was left to be saved, or leaves nothing', () => {
    const onItsWay = flying()
    expect(undone(reopened(onItsWay, opening))).toMatchObject({ phase: 'saving', typed: '10' })
    const queued = flying({ typed: '11' })
    const twice = reopened(reopened(queued, opening), opening)
    expect(undone(twice)).toMatchObject({ phase: 'saving', typed: '11', flight: queued.flight })
    expect(undone(reopened(undefined, opening))).toBeNull()
  })
  it('leaves nothing once what was left is answered', () => {
    const written = reopened(flying(), opening)
    for (const answer of [saved(), refused]) {
      const [open] = afterAnswer([written], 'f', answer)
      expect(open).toMatchObject({ phase: 'typing', typed: '12', left: null })
      expect(open && undone(open)).toBeNull()
    }
  })
  it('keeps what waits for its turn while another save is answered', () => {
    const written = reopened(flying({ typed: '11' }), opening)
    const [open] = afterAnswer([written], 'f', saved())
    expect(open && undone(open)).toMatchObject({ phase: 'saving', typed: '11', seen: second })
  })
})
