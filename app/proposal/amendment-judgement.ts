import type { Amendment } from '~/budget/amendment'
import type { Question } from '~/budget/measure'
import { inForce, type Counted } from '~/budget/in-force'
import { statementOf, type Statement } from '~/budget/statement'
import type { Fault } from '~/outcome'
import { changeFault } from './change-judgement'
import type { Draft, StoredAmendment } from './draft'

type Judged = Pick<Draft, 'framework' | 'amendments' | 'sections'>

/** What a member writes of an amendment: number, author and state follow from the command. */
export type AmendmentInput = Pick<Amendment, 'change' | 'motivation' | 'section'> & {
  /** Null takes away what was there; left out, it stays. */
  readonly sourceId?: string | null
  readonly question?: Question | null
}

type JudgedAmendment = Pick<AmendmentInput, 'change' | 'section'> &
  Pick<Amendment, 'id' | 'state' | 'replaces'>

/** Why an amendment cannot stand in the proposal beside the others, or null. */
export function amendmentFault(draft: Judged, amendment: JudgedAmendment) {
  return (
    changeFault(draft.framework, amendment.change) ??
    sectionFault(draft, amendment.section) ??
    (amendment.state === 'adopted'
      ? (doubledFault(draft, amendment) ?? replacedFault(draft, amendment))
      : null)
  )
}

function sectionFault({ sections }: Judged, section: string | null): Fault | null {
  if (section === null || sections.some(({ id }) => id === section)) return null
  return invalid('section', 'Avsnittet finns inte längre. Välj ett annat, eller inget.')
}

/** At most one tax and one target amendment are in force, once this one stands as it is judged. */
function doubledFault({ amendments }: Judged, judged: JudgedAmendment) {
  const { type } = judged.change
  if (type !== 'tax-rate' && type !== 'result-target') return null
  const others = amendments.filter(({ id }) => id !== judged.id)
  const counted = new Set(inForce<Counted>([...others, judged]).map(({ id }) => id))
  const other = others.find(({ id, change }) => change.type === type && counted.has(id))
  if (!other) return null
  const what = type === 'tax-rate' ? 'skattesatsen' : 'resultatmålet'
  return invalid(
    'type',
    `Ä${other.number} ändrar redan ${what}. Ändra den, eller dra tillbaka den först.`,
  )
}

/** Of several that would replace the same one, one may be in force. */
function replacedFault({ amendments }: Judged, { id, replaces }: JudgedAmendment): Fault | null {
  if (replaces === undefined) return null
  const other = inForce(amendments).find(
    amendment => amendment.id !== id && amendment.replaces === replaces,
  )
  const replaced = amendments.find(amendment => amendment.id === replaces)
  if (!other || !replaced) return null
  return {
    kind: 'conflict',
    message: `Ä${other.number} ersätter redan Ä${replaced.number}. Dra tillbaka den först.`,
  }
}

const invalid = (field: string, message: string): Fault => ({ kind: 'invalid', field, message })

/** What a choice would give, one entry for each year: the board's frame where the amendment is on one. */
export type Effect = Pick<Statement, 'gap'> & {
  readonly frame: Statement['gap'] | null
  readonly result: Statement['gap']
}

/** Two values on one place: what is saved, by whom and when, and ours; and what each would give. */
export type Clash = {
  readonly saved: StoredAmendment
  readonly ours: AmendmentInput & Pick<Amendment, 'state'>
  readonly effects: { readonly saved: Effect; readonly ours: Effect }
}

/** Sets what is saved beside what the member wanted to save over an older revision of it. */
export function clashOf(draft: Judged, saved: StoredAmendment, ours: Clash['ours']): Clash {
  const board = ours.change.type === 'frame' ? ours.change.board : null
  const rest = draft.amendments.filter(({ id }) => id !== saved.id)
  const effect = (amendment: Amendment): Effect => {
    const statement = statementOf(draft.framework, [...rest, amendment])
    return {
      frame: statement.boards.find(({ id }) => id === board)?.proposed ?? null,
      result: statement.income.result.proposed,
      gap: statement.gap,
    }
  }
  return { saved, ours, effects: { saved: effect(saved), ours: effect(withContent(saved, ours)) } }
}

/** The amendment with what is written over it, as far as any figure reads it. */
export const withContent = <A extends Amendment>(
  saved: A,
  { change, motivation, section, state }: Clash['ours'],
): A => ({ ...saved, change, motivation, section, state })

/** The gate for what a stale fault carries. */
export const isClash = (current: unknown): current is Clash =>
  typeof current === 'object' && current !== null && 'saved' in current && 'effects' in current
