import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Fault, type Outcome } from '~/outcome'
import { insertInto } from './add-amendment.server'
import { changeProposal } from './change-store.server'
import { rightsOf } from './moves'
import { remediesNow, type OfferedRemedy } from './remedies'
import type { RemedyForm } from './remedies-form'
import { remedyMotivation } from './remedy-words'
import { loadDraft } from './store.server'

/** The numbers of the amendments that were suggested: several where a cut is spread. */
export type SuggestedRemedy = { readonly numbers: readonly number[] }

/**
 * Makes suggested amendments of one alternative. Its amounts are computed here, from what is saved now; where they are
 * not those that the member saw, nothing is suggested and the page shows the new ones.
 */
export function suggestRemedy(
  actor: Actor,
  proposalId: string,
  { type, board, with: suggested, seen }: Omit<RemedyForm, 'intent'>,
  now: Date,
): Promise<Outcome<SuggestedRemedy>> {
  return changeProposal(actor, proposalId, 'amend', async (tx, { status }) => {
    const draft = await loadDraft(actor, proposalId, tx)
    if (!draft) return notFound
    const { offered, statement, ...found } = remediesNow(draft, board, suggested !== undefined)
    const remedy = offered.find(other => other.type === type)
    if (!remedy || (type === 'board' && board !== '' && found.board !== board))
      return refused(stale(found.short))
    if (remedy.suggested.length > 0) return refused(doubled(remedy))
    if (seen !== undefined && seen !== remedy.mark) return refused(stale(true))
    const rights = rightsOf(actor, draft.led, status)
    const step = newId()
    const numbers: number[] = []
    let current = draft
    for (const { change, replaces } of remedy.changes) {
      const input = {
        change,
        motivation: remedyMotivation(remedy, statement),
        section: null,
        asSuggestion: true,
        ...(replaces !== undefined && { replaces }),
      }
      const saved = await insertInto({ actor, draft: current, rights, now, tx, step }, input)
      if (!saved.ok) return saved
      numbers.push(saved.value.number)
      current = (await loadDraft(actor, proposalId, tx)) ?? current
    }
    return done({ numbers })
  })
}

const stale = (short: boolean): Fault => ({
  kind: 'stale',
  message: short
    ? 'Budgeten ändrades medan sidan stod öppen. Inget är föreslaget. Här är de nya siffrorna: se över dem och välj igen.'
    : 'Budgeten ändrades medan sidan stod öppen, och nu saknas inget. Inget är föreslaget.',
  current: null,
})

const doubled = ({ suggested }: OfferedRemedy): Fault => ({
  kind: 'conflict',
  message: `Det är redan föreslaget som ${suggested.map(({ number }) => `Ä${number}`).join(', ')}.`,
})
