import type { Amendment, FrameChange } from './amendment'
import { warning, type Finding } from './finding'
import type { Framework } from './framework'
import { decidedYears } from './decided-years'
import { ofType } from './in-force'
import { tkr, zero, type Tkr } from './money'
import { unspecified } from './measured'
import type { Statement } from './statement'
import { formatSignedExactIn, inWords } from './table-unit'

/** What looks like a slip of the pen, or would be asked about in the debate: C19, C20, C24, C25 and C27. */
export const checkPlausible = (
  framework: Framework,
  counted: readonly Amendment[],
  statement: Statement,
): Finding[] => [
  ...checkUnits(framework, counted),
  ...checkPlanYears(statement),
  ...checkSavings(counted),
  ...checkConditions(counted),
  ...checkRecurrence(framework, counted),
]

/** Beyond 15 percent of the frame, or below 10 tkr, an amount is easily one in the wrong unit. */
const largestShare = 15
const smallest = tkr(10)

/** C19: no amount is a thousand times too large or too small. */
function checkUnits(framework: Framework, counted: readonly Amendment[]): Finding[] {
  const boards = new Map(framework.boards.map(board => [board.id, board]))
  const years = decidedYears(framework)
  const words = inWords(framework.unit)
  return ofType(counted, 'frame').flatMap(({ id, number, change }) => {
    const board = boards.get(change.board)
    if (!board) return []
    const at = change.amounts.findIndex((amount, i) =>
      isOff(amount, board.frames[years[i]?.at ?? -1] ?? zero),
    )
    const amount = change.amounts[at]
    if (amount === undefined) return []
    const frame = board.frames[years[at]?.at ?? -1] ?? zero
    const why =
      Math.abs(amount) < smallest
        ? `mindre än ${words(smallest)}`
        : `mer än ${largestShare} procent av ramen ${words(frame)}`
    return warning(
      'C19',
      `amendment:${id}`,
      `Ä${number} ger ${board.name} ${formatSignedExactIn(framework.unit, amount)} ${framework.unit} ${years[at]?.year}, ${why}. Är beloppet skrivet i rätt enhet?`,
    )
  })
}

function isOff(amount: Tkr, frame: Tkr): boolean {
  const size = Math.abs(amount)
  if (size === 0) return false
  return size < smallest || (frame > 0 && size * 100 > frame * largestShare)
}

/** C20: without a target the plan years too have more income than costs (KL 11:1, 11:6 third paragraph). */
function checkPlanYears({ years, income, targets, unit }: Statement): Finding[] {
  return years.flatMap((year, i) => {
    const result = income.result.proposed[i] ?? zero
    if (i === 0 || (targets[i] ?? null) !== null || result >= 0) return []
    return warning(
      'C20',
      'result',
      `Resultatet ${year} är ${inWords(unit)(result)}. Planåren behöver också gå ihop (god ekonomisk hushållning, KL 11:1): visa hur.`,
    )
  })
}

const vague = /effektivis|konsult|administration|byråkrati|övergripande|generell/iu

/** C24: a saving says where it is made. */
const checkSavings = (counted: readonly Amendment[]): Finding[] =>
  ofType(counted, 'frame').flatMap(({ id, number, change, motivation }) => {
    if (!isSaving(change)) return []
    const named = (change.measures ?? []).length > 0 && !hasRest(change)
    const told = motivation.trim() !== '' && !vague.test(motivation)
    if (named || told) return []
    return warning(
      'C24',
      `amendment:${id}`,
      `Ä${number} är en besparing som inte säger vad som tas bort. Dela upp den på åtgärder eller skriv i motiveringen vad den gäller.`,
    )
  })

const isSaving = ({ amounts }: FrameChange): boolean => amounts.some(amount => amount < 0)
const hasRest = (change: FrameChange): boolean => unspecified(change).some(rest => rest !== 0)

/** C25: an income that hangs on somebody else's decision is said to. */
const checkConditions = (counted: readonly Amendment[]): Finding[] =>
  ofType(counted, 'revenue').flatMap(({ id, number, change }) =>
    change.conditional === undefined
      ? []
      : warning(
          'C25',
          `amendment:${id}`,
          `Ä${number} är en intäkt som inte är beslutad: ${change.conditional}. Säg vad som händer om den uteblir.`,
        ),
  )

/** C27: money of one year pays for nothing that stays. */
function checkRecurrence({ unit }: Framework, counted: readonly Amendment[]): Finding[] {
  const stays = ofType(counted, 'frame').some(
    ({ change }) => change.recurrence !== 'one-off' && change.amounts.some(amount => amount > 0),
  )
  if (!stays) return []
  return counted.flatMap(({ id, number, change }) => {
    if (change.type !== 'revenue' && change.type !== 'financial-net') return []
    const [first = zero, ...later] = change.amounts
    if (first <= 0 || later.length === 0 || later.some(amount => amount > 0)) return []
    return warning(
      'C27',
      `amendment:${id}`,
      `Ä${number} ger ${inWords(unit)(first)} bara det första året, men förslaget har satsningar som ligger kvar. Visa vad som betalar dem sedan, eller gör satsningarna till engångs.`,
    )
  })
}
