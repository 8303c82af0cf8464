import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { statusSteps, type StatusStep } from '~/group/status'
import { done, refused, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { checkSnapshot } from '~/proposal/check'
import { saveStatus } from '~/proposal/status-store.server'
import { loadDraft } from '~/proposal/store.server'
import { takenByVersions } from '~/proposal/version-store.server'
import { fullDay } from '~/ui/date'
import { checkpointInside } from './checkpoint.server'
import { freezeInside } from './freeze-version.server'
import { snapshotOf } from './load-snapshot.server'
import { holdTexts } from './log-store.server'
import { loadSectionContents } from './section-store.server'

type ChangeStatus = {
  readonly proposalId: string
  readonly step: StatusStep
  /** Why, in the member's words: asked for at an unlocking. */
  readonly reason: string
  /** The other proposals that the version is printed beside, at a handing in; none where none is said. */
  readonly rivals?: readonly string[]
  readonly now: Date
}

/**
 * Takes the proposal a step on. While it is judged neither a figure nor a text changes, so that what was checked at a
 * locking is what is locked. What is handed in is frozen as a version by the same act.
 */
export function changeStatus(
  actor: Actor,
  { proposalId, step, reason, rivals = [], now }: ChangeStatus,
): Promise<Outcome<null>> {
  const { to, needsReason, needsNoError } = statusSteps[step]
  return changeProposal(actor, proposalId, step, async (tx, { status }) => {
    if (needsReason && reason.trim() === '') return reasonMissing
    await holdTexts(tx, proposalId)
    const errors = needsNoError ? await countErrors(actor, proposalId, tx) : 0
    if (errors > 0) return blocked(errors)
    const frozen = await freezeAt(actor, { proposalId, step, rivals, now }, tx)
    if (!frozen.ok) return frozen
    const change = { from: status, to, reason: reason.trim(), at: now }
    await saveStatus(actor, proposalId, change, tx)
    return done(null)
  })
}

async function countErrors(actor: Actor, proposalId: string, tx: Database): Promise<number> {
  const draft = await loadDraft(actor, proposalId, tx)
  if (!draft) return 0
  const findings = checkSnapshot(snapshotOf(draft, await loadSectionContents(actor, proposalId)))
  return findings.filter(({ severity }) => severity === 'error').length
}

/** What a step leaves behind is frozen before it is taken; what is locked or handed in is kept for good. */
function freezeAt(
  actor: Actor,
  { proposalId, step, rivals, now }: Omit<Required<ChangeStatus>, 'reason'>,
  tx: Database,
): Promise<Outcome<unknown>> {
  if (step === 'submit') return freezeSubmitted(actor, { proposalId, rivals, now }, tx)
  const lasting = step === 'lock'
  const name = lasting ? `Låst ${fullDay(now)}` : before[step]
  return checkpointInside(actor, { proposalId, name, now, lasting }, tx)
}

const before = {
  'begin-review': 'Före granskning',
  'end-review': 'Före återgång till utkast',
  unlock: 'Före upplåsning',
} as const

async function freezeSubmitted(
  actor: Actor,
  { proposalId, rivals, now }: Omit<Required<ChangeStatus>, 'step' | 'reason'>,
  tx: Database,
) {
  const taken = await takenByVersions(actor, proposalId, tx)
  const plain = `Inlämnad ${fullDay(now)}`
  const names = [plain, ...taken.map((_, i) => `${plain} (${i + 2})`)]
  const name = names.find(free => !taken.some(version => version.name === free)) ?? plain
  return freezeInside(actor, { proposalId, name, rivals, now }, tx)
}

const reasonMissing = refused({
  kind: 'invalid',
  field: 'reason',
  message: 'Skriv varför förslaget låses upp. Skälet syns för hela gruppen.',
})

const blocked = (errors: number) =>
  refused({
    kind: 'conflict',
    message: `${errors === 1 ? 'Ett fel' : `${errors} fel`} hindrar låsningen. Rätta det som listan nedanför säger, eller motivera avsteget där det går.`,
  })
