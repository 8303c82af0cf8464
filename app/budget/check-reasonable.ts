import type { Finding } from './finding'
import { formatKronor } from './format'
import type { Framework } from './framework'
import { decidedYears } from './decided-years'
import { kronor, zero, type Kronor } from './money'
import { portion } from './rate'
import type { Statement } from './statement'

/** More than this per inhabitant is a change of the whole municipality, or of the unit, in kronor. */
const remarkable = 10_000

/** C34: what the additions are per inhabitant, in kronor; null where the base has no inhabitants. */
export function additionsPerInhabitant(
  framework: Framework,
  { financing }: Pick<Statement, 'financing'>,
): Kronor | null {
  const at = decidedYears(framework)[0]?.at
  const inhabitants = at === undefined ? undefined : framework.inhabitants?.[at]
  if (inhabitants === undefined) return null
  return kronor(portion(financing[0]?.additions ?? zero, 1000, inhabitants))
}

/** C34: additions of a size that a reader will stop at are pointed out. */
export function checkReasonable(framework: Framework, statement: Statement): Finding[] {
  const each = additionsPerInhabitant(framework, statement)
  if (each === null || each <= remarkable) return []
  return [
    {
      id: 'C34',
      severity: 'info',
      place: 'result',
      message: `Satsningarna ${statement.years[0]} är ${formatKronor(each)} kronor per invånare. Stämmer enheten?`,
    },
  ]
}
