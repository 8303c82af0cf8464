import { defaultFormat, figureOf, figureFormats, formatFigure, type Figure } from '~/budget/figure'
import { exactWithUnit } from '~/budget/table-unit'
import type { Amendment, Change } from '~/budget/amendment'
import { inForce } from '~/budget/in-force'
import { statementOf, type Statement } from '~/budget/statement'
import type { Clause, MandatoryItem } from './clause'
import { clause } from './new-clause'
import { incomeClauses, movesFinancing, positionClauses } from './money-clauses'
import { deficitOverride } from './deficit'
import type { Snapshot } from './snapshot'

/** What the clauses of a proposal are made from. */
export type Decided = Pick<Snapshot, 'framework' | 'amendments' | 'sections' | 'goals'> &
  Partial<Pick<Snapshot, 'overrides'>>

/**
 * The decision clauses that a proposal needs, from what it changes: templates with references, never digits. The last
 * one leaves the rest to the executive board's proposal, so that all of KL 11:6 is decided. No clause ends with a comma
 * or a full stop: whoever prints the list sets them.
 */
export function clausesFor(proposal: Decided): Clause[] {
  const statement = statementOf(proposal.framework, proposal.amendments)
  const counted = inForce(proposal.amendments)
  return [
    ...taxClause(statement),
    ...targetClause(proposal),
    ...frameClauses(proposal, statement),
    ...incomeClauses(counted, statement),
    ...resultClause(counted, statement),
    ...deficitClause(proposal, statement),
    ...investmentClause(counted, statement),
    ...positionClauses(counted, statement),
    ...textClauses(proposal),
    clause('closing', 'att i övrigt bifalla kommunstyrelsens förslag', [], true),
  ]
}

/** C09: an item is our own where a clause decides it, else as the executive board proposes. */
export function mandatoryFor(clauses: readonly Clause[]): Snapshot['mandatory'] {
  const state = (item: MandatoryItem) =>
    clauses.some(({ covers }) => covers.includes(item)) ? 'own' : 'inherited'
  return {
    taxRate: state('taxRate'),
    appropriations: state('appropriations'),
    financing: state('financing'),
    financialPosition: state('financialPosition'),
    financialTargets: state('financialTargets'),
    operationalGoals: state('operationalGoals'),
    multiYearPlan: state('multiYearPlan'),
    groupCompanies: state('groupCompanies'),
  }
}

function taxClause({ taxRate }: Statement): Clause[] {
  if (taxRate.change === 0) return []
  const change =
    taxRate.change > 0 ? 'en höjning med {tax.change|öre}' : 'en sänkning från {tax.base}'
  return [
    clause(
      'tax',
      `att fastställa skattesatsen för {years.budget} till {tax.rate} per skattekrona, ${change}`,
      ['taxRate'],
    ),
  ]
}

function targetClause({ amendments }: Decided): Clause[] {
  if (!inForce(amendments).some(({ change }) => change.type === 'result-target')) return []
  return [
    clause(
      'target',
      'att fastställa resultatmålet för {years.all} till minst {target} av skatteintäkter, generella statsbidrag och utjämning',
      ['financialTargets'],
    ),
  ]
}

/** Whether a change is decided by the table of the boards' frames. */
export const movesFrames = ({ type }: Change): boolean =>
  type === 'frame' || type === 'indexation' || type === 'reallocation'

function frameClauses({ amendments }: Decided, { years }: Statement): Clause[] {
  const [year] = years
  const changesFrames = inForce(amendments).some(({ change }) => movesFrames(change))
  if (year === undefined || !changesFrames) return []
  const plan = years.length > 1 ? ' och plan för {years.plan}' : ''
  return [
    clause(
      'frames',
      `att fastställa driftbudget för {years.budget}${plan} med ramar per nämnd enligt tabellen Nämndernas ramar, för {years.budget} sammanlagt {frames.${year}.proposed}`,
      ['appropriations', 'multiYearPlan'],
    ),
  ]
}

/** Whether the proposal has an income statement of its own to decide. */
const movesResult = (counted: readonly Amendment[], { taxRate }: Statement): boolean =>
  taxRate.change !== 0 ||
  counted.some(({ change }) => movesFrames(change) || movesFinancing(change))

const resultClause = (counted: readonly Amendment[], statement: Statement): Clause[] =>
  movesResult(counted, statement)
    ? [
        clause(
          'result',
          `att fastställa resultatbudgeten och finansieringen enligt tabellerna Resultatbudget och Finansiering, med ett resultat för {years.budget} på {result.${statement.years[0]}}`,
          ['financing'],
        ),
      ]
    : []

/** KL 11:5: costs above income need the assembly's word that there are exceptional reasons. */
const deficitClause = ({ overrides = [] }: Decided, statement: Statement): Clause[] =>
  deficitOverride(overrides, statement)?.ground === 'exceptional-reasons'
    ? [
        clause(
          'exceptional-reasons',
          'att budgeten för {years.budget} får underbalanseras av synnerliga skäl, enligt avsnittet Skäl enligt kommunallagen',
          [],
        ),
      ]
    : []

/** Investments of our own are a clause of the position; else the executive board's are decided with the result. */
const investmentClause = (counted: readonly Amendment[], statement: Statement): Clause[] =>
  movesResult(counted, statement) && !counted.some(({ change }) => change.type === 'investment')
    ? [
        clause(
          'investment',
          'att fastställa investeringsbudgeten enligt kommunstyrelsens förslag',
          [],
        ),
      ]
    : []

function textClauses({ goals, sections }: Decided): Clause[] {
  const decided: Clause[] = []
  if (goals.length > 0)
    decided.push(
      clause('goals', 'att fastställa mål och indikatorer enligt kapitlet Mål och indikatorer', [
        'operationalGoals',
      ]),
    )
  if (sections.length > 0)
    decided.push(
      clause(
        'assignments',
        'att ge nämnderna i uppdrag att arbeta efter inriktningen i avsnitten',
        [],
      ),
    )
  return decided
}

/** A piece of a clause: words, or a reference with how it reads today; `text` is null where it names no figure. */
export type ClausePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'figure'; readonly ref: string; readonly text: string | null }

const reference = /\{([^{}]*)\}/g

/** The clause's words and figures in order. `{tax.change|öre}` names the format after a bar. */
export function clauseParts(clause: Clause, statement: Statement): ClausePart[] {
  const parts: ClausePart[] = []
  let from = 0
  for (const match of clause.template.matchAll(reference)) {
    if (match.index > from)
      parts.push({ type: 'text', text: clause.template.slice(from, match.index) })
    parts.push(figurePart(match[1] ?? '', statement))
    from = match.index + match[0].length
  }
  if (from < clause.template.length) parts.push({ type: 'text', text: clause.template.slice(from) })
  return parts
}

/** As the tables beside it are written, but unrounded: what is decided is exact. */
const plainText = (figure: Figure, { unit }: Statement): string | null =>
  figure.kind === 'amount'
    ? exactWithUnit(unit, figure.amount)
    : formatFigure(figure, defaultFormat(figure, unit))

function figurePart(written: string, statement: Statement): ClausePart {
  const [ref = '', named] = written.split('|')
  const figure = figureOf(statement, ref)
  if (named === undefined)
    return { type: 'figure', ref: written, text: figure && plainText(figure, statement) }
  const format = figureFormats.find(one => one === named)
  return {
    type: 'figure',
    ref: written,
    text: figure && format ? formatFigure(figure, format, statement.unit) : null,
  }
}

/** The clause as it is put to the vote. A reference without a figure stays in braces; C07 names it. */
export const clauseText = (clause: Clause, statement: Statement): string =>
  clauseParts(clause, statement)
    .map(part => part.text ?? (part.type === 'figure' ? `{${part.ref}}` : ''))
    .join('')
