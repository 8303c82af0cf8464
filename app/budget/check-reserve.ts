import { warning, type Finding } from './finding'
import type { Framework } from './framework'
import { negate, subtract, sum, tkr, zero, type Tkr } from './money'
import type { Statement } from './statement'
import { formatIn } from './table-unit'

/**
 * C21: the result reserve within its bounds (KL 11:14): no more is used than there is; no more is put in than the part
 * of the result, before or after balance adjustments, that lies above one percent of tax and grants, or two percent
 * where equity with the pension liability is negative; and the reserve is at most five percent afterwards.
 */
export function checkReserve(
  framework: Framework,
  { years, income, taxAndGrants, position }: Statement,
): Finding[] {
  const { requirement, balanceSheet } = position
  const reserve = balanceSheet?.resultReserve?.proposed
  const opening = framework.position?.opening.resultReserve
  return years.flatMap((year, i) => {
    const used = requirement.fromReserve.proposed[i] ?? zero
    const saved = negate(requirement.toReserve.proposed[i] ?? zero)
    const before = i === 0 ? opening : reserve?.[i - 1]
    const after = reserve?.[i]
    const share = taxAndGrants.proposed[i] ?? zero
    const amount = (tkrs: Tkr) => `${formatIn(framework.unit, tkrs)} ${framework.unit}`
    const found: Finding[] = []
    if (before !== undefined && used > 0 && used > before)
      found.push(
        warn(
          `${year} tas ${amount(used)} ur resultatreserven, men där finns ${amount(before)} (KL 11:14). Minska uttaget med ${amount(subtract(used, before))}.`,
        ),
      )
    if (saved <= 0) return found
    const floor = belowZero(framework, balanceSheet?.equity.proposed[i]) ? 2000 : 1000
    const room = over(lower(income.result, requirement.adjusted, i), share, floor)
    if (saved > room)
      found.push(
        warn(
          `${year} sätts ${amount(saved)} av till resultatreserven, men bara ${amount(room)} av resultatet ligger över ${floor / 1000} procent av skatt och bidrag (KL 11:14). Minska avsättningen med ${amount(subtract(saved, room))}.`,
        ),
      )
    const ceiling = tkr(Math.floor((share * 5) / 100))
    if (after !== undefined && after > ceiling)
      found.push(
        warn(
          `${year} blir resultatreserven ${amount(after)}, över taket på fem procent av skatt och bidrag, ${amount(ceiling)} (KL 11:14). Minska avsättningen med ${amount(subtract(after, ceiling))}.`,
        ),
      )
    return found
  })
}

const warn = (message: string): Finding => warning('C21', 'budget', message)

/** The whole tkr of an amount that lie above a percentage of another, never below zero. */
const over = (amount: Tkr, whole: Tkr, milliPercent: number): Tkr =>
  tkr(Math.max(0, Math.floor((amount * 100_000 - whole * milliPercent) / 100_000)))

const lower = (a: { proposed: Tkr[] }, b: { proposed: Tkr[] }, i: number): Tkr =>
  tkr(Math.min(a.proposed[i] ?? 0, b.proposed[i] ?? 0))

const belowZero = ({ position }: Framework, equity: Tkr = zero): boolean =>
  sum([equity, negate(position?.pensionLiability ?? zero)]) < 0
