import type { TableUnit } from '~/budget/framework'
import { can, type Actor } from '~/group/policy'
import { done, notFound, refused, type Fault } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { loadDraft } from '~/proposal/store.server'
import { figureTables, type FigureTable } from './correctable'
import { correctFramework, figuresOf, formatFigure } from './correction'
import { loadCorrections, saveCorrectedFramework } from './correction-store.server'

type Texts = Readonly<Record<string, string>>

/** A correction that was refused: why, by field, what was typed, and what the form has now been shown of the history. */
export type RefusedCorrection = {
  readonly ok: false
  readonly fault: Fault
  readonly faults: Texts
  readonly kept: Texts
  readonly seen: number
}

/**
 * Corrects figures of the proposal's framework, each with its trace. `seen` is the last correction that the form showed,
 * `framework` the name and edition that it showed them of.
 */
export async function correctFigures(
  actor: Actor,
  proposalId: string,
  sent: { readonly seen: number; readonly edition: string; readonly typed: Texts },
  now: Date,
): Promise<{ ok: true; value: null } | RefusedCorrection> {
  let refusal = { faults: {} as Texts, kept: sent.typed, seen: sent.seen }
  const outcome = await changeProposal<null>(
    actor,
    proposalId,
    'correct-framework',
    async (tx, proposal) => {
      const draft = await loadDraft(actor, proposalId, tx)
      if (!draft) return notFound
      if (editionOf(draft.framework) !== sent.edition) return movedOn
      const since = await loadCorrections(actor, proposalId, sent.seen, tx)
      const others = since.filter(({ memberId }) => memberId !== actor.memberId)
      const corrected = correctFramework(draft.framework, sent.typed, others)
      if (!corrected.ok) {
        const { faults, kept } = corrected
        refusal = { faults, kept, seen: since.at(-1)?.id ?? sent.seen }
        return refused({ kind: 'invalid', message: Object.values(faults)[0] ?? '' })
      }
      const { framework, corrections } = corrected
      await saveCorrectedFramework(actor, proposal, framework, corrections, now, tx)
      return done(null)
    },
  )
  return outcome.ok ? outcome : { ...outcome, ...refusal }
}

const movedOn = refused({
  kind: 'conflict',
  message: 'Förslaget har bytt till en annan utgåva av ramen medan du skrev. Ladda om sidan.',
})

const editionOf = ({ name, edition }: { name: string; edition: number }) => `${edition} ${name}`

export type FrameworkPage = {
  readonly name: string
  readonly edition: string
  readonly unit: TableUnit
  readonly years: readonly number[]
  readonly tables: readonly FigureTable[]
  readonly editable: boolean
  /** The last correction that the page shows. */
  readonly seen: number
  /** Newest first. */
  readonly history: readonly {
    readonly id: number
    readonly by: string
    readonly at: Date
    readonly label: string
    readonly before: string
    readonly after: string
  }[]
}

export async function loadFrameworkPage(
  actor: Actor,
  proposalId: string,
): Promise<FrameworkPage | null> {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return null
  const corrections = await loadCorrections(actor, proposalId, 0)
  const known = new Map(figuresOf(draft.framework).map(figure => [figure.field, figure]))
  const { framework, status } = draft
  return {
    name: framework.name,
    edition: editionOf(framework),
    unit: framework.unit,
    years: framework.years.map(({ year }) => year),
    tables: figureTables(framework),
    editable: can(actor, 'correct-framework', status),
    seen: corrections.at(-1)?.id ?? 0,
    history: corrections.toReversed().map(({ field, before, after, ...rest }) => {
      const { label = field, kind = 'amount' as const } = known.get(field) ?? {}
      const text = (value: number) => formatFigure(value, kind, framework.unit)
      return { ...rest, label, before: text(before), after: text(after) }
    }),
  }
}
