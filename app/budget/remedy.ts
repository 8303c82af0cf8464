import type { Amendment, Change, FrameChange } from './amendment'
import type { BoardId, Framework } from './framework'
import { inForce, lastOf, ofType } from './in-force'
import { add, negate, subtract, tkr, zero, type Tkr } from './money'
import { milliPercent, ore, portion, type MilliPercent } from './rate'
import { statementOf, type Statement } from './statement'

/** A change that a remedy makes, and the amendment whose place it takes: there is one tax rate and one target. */
export type RemedyChange = { readonly change: Change; readonly replaces?: string }

export const remedyTypes = ['tax-rate', 'board', 'even', 'target', 'reserve'] as const
export type RemedyType = (typeof remedyTypes)[number]

/**
 * One way to close the gap, exact: the smallest of its kind with which nothing is missing in any year. `step` is its
 * size: öre, tkr, the cut's share or what the highest target is lowered by in thousandths of a percent. `after` is the
 * statement with it.
 */
export type Remedy = {
  readonly type: RemedyType
  readonly step: number
  readonly changes: readonly RemedyChange[]
  readonly after: Statement
}

type Proposal = { readonly framework: Framework; readonly amendments: readonly Amendment[] }

/** Higher than any rate that can be decided: 10 kronor more. */
export const mostOre = 1000

/** Whether something is missing to the target in some year (C11). */
export const hasGap = ({ gap }: Pick<Statement, 'gap'>): boolean => gap.some(missing => missing > 0)

/** Whether the budget year's costs are as high as its income, and the result reserve does not cover it (C08; KL 11:5). */
export function hasDeficit({ income, position }: Statement): boolean {
  const result = income.result.proposed[0]
  const used = position.requirement.fromReserve.proposed[0] ?? zero
  return result !== undefined && result <= 0 && !(used > 0 && result + used >= 0)
}

/**
 * What closes the gap: so many öre, so much less to `board`, evenly less to all that we add, or the target that would be
 * met; and against a deficit of the budget year alone the result reserve (C08; KL 11:5, 11:14). The first three leave no
 * deficit either. A way that leads nowhere is left out.
 */
export function remediesOf(proposal: Proposal, board: BoardId): Remedy[] {
  const statement = statementOf(proposal.framework, proposal.amendments)
  const ways: (Way | null)[] = isShort(statement)
    ? [
        moreTax(proposal, statement),
        lessTo(proposal, board),
        evenly(proposal),
        hasGap(statement) ? lowerTarget(proposal, statement) : null,
      ]
    : []
  const found = ways.flatMap(way => (way && smallest(proposal, way)) ?? [])
  return [...found, ...fromReserve(proposal, statement)]
}

const isShort = (statement: Statement): boolean => hasGap(statement) || hasDeficit(statement)

/** A kind of remedy in steps, each of which closes at least as much as the one before. */
type Way = {
  readonly type: RemedyType
  readonly most: number
  readonly changes: (step: number) => RemedyChange[]
}

function smallest(proposal: Proposal, { type, most, changes }: Way): Remedy | null {
  const at = (step: number) => statementWith(proposal, changes(step))
  // a lower target cannot mend a deficit
  const short = type === 'target' ? hasGap : isShort
  if (most < 1 || short(at(most))) return null
  let [missing, enough] = [0, most]
  while (enough - missing > 1) {
    const middle = Math.floor((missing + enough) / 2)
    if (short(at(middle))) missing = middle
    else enough = middle
  }
  return { type, step: enough, changes: changes(enough), after: at(enough) }
}

/** The statement as it would be with the changes adopted. */
export function statementWith(
  { framework, amendments }: Proposal,
  changes: readonly RemedyChange[],
): Statement {
  const added = changes.map(({ change, replaces }, i): Amendment => ({
    id: `remedy ${i}`,
    number: 9999,
    state: 'adopted',
    change,
    motivation: '',
    section: null,
    baseHash: '0'.repeat(64),
    ...(replaces === undefined ? {} : { replaces }),
  }))
  return statementOf(framework, [...amendments, ...added])
}

function moreTax({ amendments }: Proposal, { taxRate }: Statement): Way | null {
  if (!taxRate.known) return null
  const replaced = replacing(amendments, 'tax-rate')
  return {
    type: 'tax-rate',
    most: mostOre,
    changes: step => [
      { change: { type: 'tax-rate', ore: ore(taxRate.change + step) }, ...replaced },
    ],
  }
}

function lessTo({ framework, amendments }: Proposal, id: BoardId): Way | null {
  const board = statementOf(framework, amendments).boards.find(candidate => candidate.id === id)
  if (!board) return null
  return {
    type: 'board',
    most: Math.max(0, Math.min(...board.proposed)),
    changes: step => [
      {
        change: less(
          id,
          board.proposed.map((_, i) => (i === 0 ? tkr(-step) : zero)),
        ),
      },
    ],
  }
}

const less = (board: BoardId, amounts: Tkr[]): FrameChange => ({
  type: 'frame',
  board,
  recurrence: 'indexed',
  amounts,
})

/** Thousandths of a percent: the finest step in which our additions are cut. */
const wholeCut = 100_000

function evenly({ amendments }: Proposal): Way | null {
  const additions = ofType(inForce(amendments), 'frame')
    .map(({ change }) => change)
    .filter(({ amounts }) => amounts.some(amount => amount > 0))
  if (additions.length === 0) return null
  return {
    type: 'even',
    most: wholeCut,
    changes: step =>
      additions.map(({ type, board, recurrence, amounts }) => ({
        change: {
          type,
          board,
          recurrence,
          amounts: amounts.map(amount =>
            amount > 0 ? negate(portion(amount, step, wholeCut)) : zero,
          ),
        },
      })),
  }
}

function lowerTarget({ amendments }: Proposal, { target, targets }: Statement): Way | null {
  const highest = Math.max(...targets.map(one => one ?? 0))
  if (target === null || highest <= 0) return null
  const average = lastOf(amendments, 'result-target')?.average
  const set = (to: MilliPercent): Change => ({
    type: 'result-target',
    target: to,
    ...(average && { average }),
  })
  return {
    type: 'target',
    most: highest,
    changes: step => [
      { change: set(milliPercent(highest - step)), ...replacing(amendments, 'result-target') },
    ],
  }
}

/** The reserve changes the balance requirement result, not the result: it helps against a deficit and nothing else. */
function fromReserve(proposal: Proposal, statement: Statement): Remedy[] {
  if (!hasDeficit(statement)) return []
  const { income, years, position } = statement
  const used = position.requirement.fromReserve.proposed[0] ?? zero
  const needed = subtract(tkr(1), add(income.result.proposed[0] ?? zero, used))
  if (add(used, needed) > reserveOf(proposal.framework)) return []
  const amounts = years.map((_, i) => (i === 0 ? needed : zero))
  const changes = [{ change: { type: 'result-reserve' as const, amounts } }]
  return [{ type: 'reserve', step: needed, changes, after: statementWith(proposal, changes) }]
}

/** What the result reserve holds when the budget year begins. */
export const reserveOf = ({ position }: Framework): Tkr => position?.opening.resultReserve ?? zero

function replacing(amendments: readonly Amendment[], type: 'tax-rate' | 'result-target') {
  const last = ofType(inForce(amendments), type).at(-1)
  return last ? { replaces: last.id } : {}
}
