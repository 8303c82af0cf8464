import type { Amendment } from './amendment'
import { checkAmendments } from './check-amendments'
import { checkFrameChains } from './check-chain'
import { checkPrinted } from './check-printed'
import { fault, type Finding } from './finding'
import { formatPercent, formatRate, formatShare } from './format'
import type { Board, Framework } from './framework'
import { inForce } from './in-force'
import { sum, zero } from './money'
import { positionLists } from './position-lists'
import type { Ratio } from './rate'
import type { Statement } from './statement'
import { inWords } from './table-unit'

/** The checks of figures alone: C02, C03, C06 (tax), C08, C10, C11, C12 and C14. Only amendments in force are judged. */
export function checkFigures(
  framework: Framework,
  amendments: readonly Amendment[],
  statement: Statement,
): Finding[] {
  const counted = inForce(amendments)
  return [
    ...checkPrinted(framework, statement),
    ...checkTaxRate(counted, statement),
    ...checkBalance(statement),
    ...checkYears(framework),
    ...checkBoardLists(framework),
    ...checkListLengths(framework),
    ...checkTarget(counted, statement),
    ...checkFrameChains(framework),
    ...checkBoards(framework),
    ...checkAmendments(framework, amendments, counted),
  ]
}

/** C06: one change of the rate at most, and a rate that can be decided (KL 11:6; lag 1965:269). */
function checkTaxRate(counted: readonly Amendment[], { taxRate }: Statement): Finding[] {
  const found = severalOf(counted, 'tax-rate', 'C06', 'skattesatsen')
  if (taxRate.proposed < 0)
    found.push(
      fault(
        'C06',
        'tax',
        `Skattesatsen blir ${formatRate(taxRate.proposed)} kronor. Den kan inte vara mindre än noll (KL 11:6): ändra sänkningen.`,
      ),
    )
  return found
}

/**
 * C08: income exceeds costs in the budget year, or the result reserve covers what is missing (KL 11:5, 11:14). The
 * group leader may override it with a written reason.
 */
function checkBalance({ income, years, position, unit }: Statement): Finding[] {
  const result = income.result.proposed[0]
  if (result === undefined || result > 0) return []
  const used = position.requirement.fromReserve.proposed[0] ?? zero
  if (used > 0 && result + used >= 0) return []
  return [
    fault(
      'C08',
      'result',
      `Resultatet ${years[0]} är ${inWords(unit)(result)}. Intäkterna ska överstiga kostnaderna (KL 11:5): minska satsningarna, öka intäkterna eller ange synnerliga skäl.`,
    ),
  ]
}

/** C10: at least three years in a row, the budget year first (KL 11:6 third paragraph). */
function checkYears(framework: Framework): Finding[] {
  const decided = framework.years.filter(({ kind }) => kind !== 'account')
  const first = decided[0]
  const shown = decided.map(({ year }) => year).join(', ')
  const complete =
    decided.length >= 3 &&
    decided.every(({ year, kind }, i) => {
      const expected = i === 0 ? 'budget' : 'plan'
      return kind === expected && first !== undefined && year === first.year + i
    })
  if (complete) return []
  return [
    fault(
      'C10',
      'edition',
      `Planen ska omfatta tre år i följd med budgetåret först (KL 11:6). Ramen har ${shown || 'inga budget- eller planår'}: läs in en ram med alla åren.`,
    ),
  ]
}

const boardLists = [
  ['frames', 'ramar'],
  ['indexation', 'uppräkning'],
  ['volume', 'volym'],
  ['adjustment', 'ramjustering'],
] as const satisfies readonly (readonly [keyof Board, string])[]

/** C10: every list of a board has one entry for each of the framework's years. */
function checkBoardLists({ boards, years }: Framework): Finding[] {
  const found: Finding[] = []
  for (const board of boards)
    for (const [field, what] of boardLists) {
      const list = board[field]
      if (list !== undefined && list.length !== years.length)
        found.push(
          wrongLength(`board:${board.id}`, `${board.name}, ${what},`, list.length, years.length),
        )
    }
  return found
}

/** C10: every other list of the framework has one entry for each of its years. */
function checkListLengths(framework: Framework): Finding[] {
  const count = framework.years.length
  return namedLists(framework).flatMap(({ name, place, list, mayBeEmpty }) =>
    list === undefined || list.length === count || (mayBeEmpty && list.length === 0)
      ? []
      : wrongLength(place, name, list.length, count),
  )
}

const wrongLength = (place: string, name: string, length: number, years: number): Finding =>
  fault(
    'C10',
    place,
    `${name} har ${length} värden men ramen ${years} år (KL 11:6). Ange ett värde för varje år.`,
  )

type NamedList = {
  name: string
  place: string
  list: readonly unknown[] | undefined
  /** True for a line that a framework need not have. */
  mayBeEmpty?: boolean
}

function namedLists(framework: Framework): NamedList[] {
  return [
    ...framework.grants.map(grant => whole(grant.name, grant.amounts)),
    ...Object.entries(framework.printed).map(([name, list]) => whole(`Tryckt ${name}`, list)),
    { ...whole('Finansförvaltning', framework.centralFinance), mayBeEmpty: true },
    whole('Skatteunderlag', framework.tax.base),
    { ...whole('Slutavräkning', framework.tax.settlement), mayBeEmpty: true },
    whole('Skatteintäkter', framework.tax.revenue),
    whole('Finansiella intäkter', framework.financialIncome),
    whole('Finansiella kostnader', framework.financialCosts),
    { ...whole('Index', framework.indexation.pkv), mayBeEmpty: true },
    whole('Invånare', framework.inhabitants),
    ...positionLists(framework).map(({ name, list }) => whole(name, list)),
  ]
}

const whole = (name: string, list: readonly unknown[] | undefined): NamedList => ({
  name,
  place: 'framework',
  list,
})

/** C11: the result reaches the target in every year, or over the period, unrounded (KL 11:6). */
function checkTarget(counted: readonly Amendment[], statement: Statement): Finding[] {
  const { targets, targetAveraged, years, gap, resultShare, unit } = statement
  const missed = years.flatMap((year, i) => {
    const missing = gap[i] ?? zero
    const target = targets[i] ?? null
    const share = targetAveraged ? averageShare(statement) : resultShare.proposed[i]
    if (target === null || missing <= 0 || share === undefined) return []
    const when = targetAveraged ? `${year}–${years.at(-1) ?? year} i genomsnitt` : `${year}`
    return fault(
      'C11',
      'result',
      `Resultatet ${when} är ${formatShare(share)} procent av skatt och bidrag, under målet ${formatPercent(target)} procent (KL 11:6). Det saknas ${inWords(unit)(missing)}: minska satsningarna, öka intäkterna eller ändra målet.`,
    )
  })
  return [...severalOf(counted, 'result-target', 'C11', 'resultatmålet'), ...missed]
}

/** The result's share of tax and grants over all years: what an average target is held against. */
export const averageShare = ({ income, taxAndGrants }: Statement): Ratio => ({
  numerator: sum(income.result.proposed),
  denominator: sum(taxAndGrants.proposed),
})

/** C14: every board once, by short name and by name (KL 11:6, 11:7). */
function checkBoards({ boards, operations }: Framework): Finding[] {
  if (boards.length === 0 && !operations)
    return [fault('C14', 'edition', 'Ramen har inga nämnder (KL 11:6). Läs in en ram med nämnder.')]
  const seen = new Map<string, string>()
  const names = new Map<string, string>()
  return boards.flatMap(({ id, name }) => {
    const plainName = plain(name)
    const sameName = names.get(plainName)
    const double = seen.has(id)
    seen.set(id, name)
    names.set(plainName, id)
    if (double)
      return fault(
        'C14',
        `board:${id}`,
        `${name} (${id}) står mer än en gång i ramen. Varje nämnd ska stå en gång (KL 11:6): ta bort den ena.`,
      )
    if (sameName === undefined) return []
    return fault(
      'C14',
      `board:${id}`,
      `${name} står både som ${sameName} och ${id}. Varje nämnd ska stå en gång (KL 11:6): slå ihop dem.`,
    )
  })
}

/** ”barn-och ungdomsnämnden” and ”Barn- och ungdomsnämnden” are one name. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function severalOf(
  counted: readonly Amendment[],
  type: 'tax-rate' | 'result-target',
  id: string,
  what: string,
): Finding[] {
  const several = counted.filter(({ change }) => change.type === type)
  const last = several.at(-1)
  if (several.length < 2 || last === undefined) return []
  const numbers = several.map(({ number }) => `Ä${number}`).join(', ')
  return [
    fault(
      id,
      `amendment:${last.id}`,
      `Flera ändringar av ${what} gäller samtidigt: ${numbers}. Bara en får gälla (KL 11:6): dra tillbaka de andra.`,
    ),
  ]
}
