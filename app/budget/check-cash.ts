import { warning, type Finding } from './finding'
import { negate, subtract, zero } from './money'
import type { Statement } from './statement'
import { formatIn } from './table-unit'

/** C26: cash does not fall below zero, and no more is borrowed anew than the limit allows (KL 11:6). */
export function checkCash({ unit, years, position }: Statement): Finding[] {
  const { cashFlow, borrowing } = position
  return years.flatMap((year, i) => {
    const cash = cashFlow?.closing.proposed[i] ?? zero
    const loans = borrowing?.newLoans.proposed[i] ?? zero
    const limit = borrowing?.limit?.proposed[i]
    return [
      ...(cash < 0
        ? [
            warning(
              'C26',
              'budget',
              `Likvida medel blir ${formatIn(unit, cash)} ${unit} i slutet av ${year} (KL 11:6). Det saknas ${formatIn(unit, negate(cash))} ${unit}: höj resultatet, skjut på investeringar eller låna.`,
            ),
          ]
        : []),
      ...(limit !== undefined && loans > limit
        ? [
            warning(
              'C26',
              'budget',
              `Nya lån ${year} är ${formatIn(unit, loans)} ${unit}, över låneramen ${formatIn(unit, limit)} ${unit} med ${formatIn(unit, subtract(loans, limit))} ${unit} (KL 11:6). Höj låneramen eller låna mindre.`,
            ),
          ]
        : []),
    ]
  })
}
