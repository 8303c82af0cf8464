import { formatMillions, formatPercent, formatTkr } from '~/budget/format'
import { add, negate, subtract, sum, zero, type Tkr } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import type { Block, CoverLine, Step } from './report'
import { meansLines } from './report-means'

/** Boards that a chart has room for: the largest changes by name, the rest together. */
const namedSteps = 16
/** A line in more pieces would show none of them. */
const coverParts = 48

/** How the base's result becomes the proposal's in the budget year, step by step. Nothing where nothing is changed. */
export function waterfall(statement: Statement): Block[] {
  const { years, income, target, gap, margin } = statement
  const [base, proposed] = [income.result.base[0] ?? zero, income.result.proposed[0] ?? zero]
  const changes = changeSteps(statement)
  if (changes.length === 0) return []
  const steps = [
    totalStep('Resultat i ramen', base),
    ...changes,
    totalStep('Resultat i förslaget', proposed),
  ]
  const required = subtract(add(proposed, gap[0] ?? zero), margin[0] ?? zero)
  return [
    {
      type: 'waterfall',
      caption: `Från ramens resultat till förslagets, ${years[0] ?? ''}, miljoner kronor`,
      description: `Liggande staplar, miljoner kronor. ${steps.map(step => `${step.label} ${step.text}`).join('. ')}.`,
      target:
        target === null
          ? null
          : {
              amount: required,
              text: `målet ${formatPercent(target)} procent, ${millions(required)}`,
            },
      steps,
    },
  ]
}

function changeSteps(statement: Statement): Step[] {
  const { boards, financing, taxRate } = statement
  const tax = financing[0]?.newTax ?? zero
  const means = meansLines(statement).flatMap(({ name, amounts: [amount = zero] }) =>
    amount === 0 ? [] : step(name, amount),
  )
  const effects = boards
    .map(({ name, change }) => ({ label: name, amount: negate(change[0] ?? zero) }))
    .filter(({ amount }) => amount !== 0)
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
  const rest = effects.slice(namedSteps)
  return [
    ...(tax === 0 ? [] : [step(taxRate.change > 0 ? 'Höjd skattesats' : 'Sänkt skattesats', tax)]),
    ...means,
    ...effects.slice(0, namedSteps).map(({ label, amount }) => step(label, amount)),
    ...(rest.length > 0 ? [step('Övriga nämnder', sum(rest.map(({ amount }) => amount)))] : []),
  ]
}

const totalStep = (label: string, amount: Tkr): Step => ({
  label,
  amount,
  total: true,
  text: millions(amount),
})

const step = (label: string, amount: Tkr): Step => ({
  label,
  amount,
  total: false,
  text: amount > 0 ? `+${millions(amount)}` : millions(amount),
})

/** One decimal also for whole millions, so that the labels of a chart are of one kind. */
function millions(amount: Tkr): string {
  const text = formatMillions(amount)
  return text.includes(',') ? text : `${text},0`
}

/** The budget year's frames as one line. Nothing where a frame is no share of it, or where there are too many. */
export function coverLine({ years, boards, frames, financing }: Statement): CoverLine | null {
  const parts = boards.map(({ base, proposed }) => {
    const [from, to] = [base[0] ?? zero, proposed[0] ?? zero]
    return { base: Math.min(from, to), added: Math.max(0, subtract(to, from)) }
  })
  const drawable = parts.every(({ base }) => base >= 0) && parts.some(({ base }) => base > 0)
  if (!drawable || parts.length > coverParts) return null
  const whole = formatTkr(frames.proposed[0] ?? zero)
  const added = formatTkr(financing[0]?.additions ?? zero)
  return {
    caption: `Nämndernas ramar ${years[0] ?? ''}, ${whole} tkr, var och en i sin andel. Färgat: det förslaget lägger till, ${added} tkr.`,
    description: `En linje delad i ${parts.length} stycken, ett för varje nämnds ram i proportion till summan ${whole} tkr. Tilläggen, ${added} tkr, är den färgade delen av linjen.`,
    parts,
  }
}
