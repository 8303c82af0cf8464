import { inForce } from '~/budget/in-force'
import { fault, type Finding } from '~/budget/finding'
import { formatRate } from '~/budget/format'
import type { Statement } from '~/budget/statement'
import { amountsIn } from './amounts'
import { MandatoryItem, type Clause } from './clause'
import { clauseParts, movesFrames, type ClausePart } from './clauses'
import { movesFinancing } from './money-clauses'
import type { Snapshot } from './snapshot'

/** C05, C06, C07 and C09 for the decision clauses. */
export function checkClauses(snapshot: Snapshot, statement: Statement): Finding[] {
  return [
    ...snapshot.clauses.flatMap((clause, i) => checkClause(clause, i + 1, statement)),
    ...checkOrder(snapshot.clauses),
    ...checkMandatory(snapshot, statement),
  ]
}

function checkClause(clause: Clause, number: number, statement: Statement): Finding[] {
  const parts = clauseParts(clause, statement)
  const report = (id: string, message: string) =>
    fault(id, `clause:${clause.id}`, `Att-sats ${number} ${message}`)
  const words = parts.map(part => (part.type === 'text' ? part.text : '\uFFFC')).join('')
  return [
    ...amountsIn(words).map(({ text }) =>
      report('C05', `har beloppet ”${text}” utan koppling. Ersätt det med en siffra ur budgeten.`),
    ),
    ...checkYearsOf(words, parts, statement).map(message => report('C07', message)),
    ...parts.flatMap(part =>
      part.type === 'figure' && part.text === null
        ? report(
            'C07',
            `hänvisar till {${part.ref}}, som inte finns i budgeten. Välj en siffra som finns.`,
          )
        : [],
    ),
    ...checkRate(clause, parts, statement).map(message => report('C06', message)),
  ]
}

/** C07: no year by hand, and no figure of another year than the clause decides (KL 5:53; Botkyrka 2016). */
function checkYearsOf(words: string, parts: readonly ClausePart[], { years }: Statement): string[] {
  const [budgetYear] = years
  const byHand = [...words.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(match =>
    years.some(year => String(year) === match[0])
      ? `nämner ${match[0]} som vanlig text. Skriv året som hänvisning, {years.budget} eller {years.plan}, så följer det budgeten (KL 5:53).`
      : `nämner ${match[0]}, men förslaget gäller ${years[0] ?? 'inget år'}. Rätta året (KL 5:53).`,
  )
  const figures = parts.flatMap(part => (part.type === 'figure' ? [yearOf(part.ref)] : []))
  const dated = figures.filter(year => year !== null)
  const namesBudgetYear = parts.some(part => part.type === 'figure' && part.ref === 'years.budget')
  if (!namesBudgetYear || dated.length === 0 || dated.includes(budgetYear ?? 0)) return byHand
  return [
    ...byHand,
    `gäller ${budgetYear} men har belopp för ${dated.join(', ')}. Rätta året (KL 5:53).`,
  ]
}

const yearOf = (ref: string): number | null => {
  const year = /\.((?:19|20)\d{2})(?=\.|\||$)/.exec(ref)?.[1]
  return year === undefined ? null : Number(year)
}

/** C06: the clause that decides the tax rate names the proposed one (KL 11:6). */
function checkRate(
  { covers }: Clause,
  parts: readonly ClausePart[],
  { taxRate }: Statement,
): string[] {
  const namesRate = parts.some(
    part => part.type === 'figure' && part.ref.split('|')[0] === 'tax.rate',
  )
  if (!covers.includes('taxRate') || namesRate) return []
  return [
    `fastställer skattesatsen men nämner inte ${formatRate(taxRate.proposed)} (KL 11:6). Använd {tax.rate}.`,
  ]
}

/** C07: each clause once, and the closing clause last. */
function checkOrder(clauses: readonly Clause[]): Finding[] {
  const ids = clauses.map(({ id }) => id)
  const doubled = ids.filter((id, i) => ids.indexOf(id) !== i)
  const misplaced = clauses.filter(({ remainder }, i) => remainder && i !== clauses.length - 1)
  return [
    ...doubled.map(id =>
      fault(
        'C07',
        `clause:${id}`,
        `Att-satsen ”${id}” står två gånger (KL 5:67). Ta bort den ena.`,
      ),
    ),
    ...misplaced.map(({ id }) =>
      fault(
        'C07',
        `clause:${id}`,
        'Att-satsen som i övrigt bifaller kommunstyrelsens förslag ska stå sist och en gång (KL 5:67).',
      ),
    ),
  ]
}

const itemNames: Record<MandatoryItem, string> = {
  taxRate: 'Skattesatsen',
  appropriations: 'Anslagen',
  financing: 'Finansieringen',
  financialPosition: 'Den ekonomiska ställningen vid årets slut',
  financialTargets: 'De finansiella målen',
  operationalGoals: 'Verksamhetsmålen',
  multiYearPlan: 'Treårsplanen',
  groupCompanies: 'Kommunens koncernföretag',
}

/** C09: what KL 11:6 and 11:6 a ask for is our own clause, or left to the executive board by the closing clause. */
function checkMandatory(
  { mandatory, clauses, amendments }: Snapshot,
  statement: Statement,
): Finding[] {
  const covered = new Set(clauses.flatMap(({ covers }) => covers))
  const closes = clauses.some(({ remainder }) => remainder)
  const counted = inForce(amendments)
  const changed: Partial<Record<MandatoryItem, boolean>> = {
    taxRate: statement.taxRate.change !== 0,
    appropriations: counted.some(
      ({ change }) => movesFrames(change) || change.type === 'central-finance',
    ),
    financing:
      statement.taxRate.change !== 0 || counted.some(({ change }) => movesFinancing(change)),
    financialTargets: counted.some(({ change }) => change.type === 'result-target'),
  }
  return MandatoryItem.options.flatMap(item => {
    const name = itemNames[item]
    const own = mandatory[item] === 'own'
    if (own && !covered.has(item))
      return missing(
        `${name} ska vara vårt eget beslut, men ingen att-sats säger det. Lägg till en.`,
      )
    if (!own && changed[item])
      return missing(
        `${name} ändras, men det står att kommunstyrelsens förslag gäller. Säg det nya i en att-sats.`,
      )
    if (!own && !closes)
      return missing(
        `${name} står enligt kommunstyrelsens förslag men avslutande att-sats om det saknas. Lägg till den.`,
      )
    return []
  })
}

const missing = (message: string): Finding[] => [
  fault('C09', 'clauses', `${message} (KL 11:6, 11:6 a)`),
]
