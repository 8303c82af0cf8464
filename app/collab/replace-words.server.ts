import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { checkpointInside, justBefore } from './checkpoint.server'
import { holdTexts, readLogs } from './log-store.server'
import { inCaseOf } from './find-words'
import { replaceInFields } from './replace-fields.server'
import type { ChosenInField, ChosenWords, ReplaceForm } from './replace-form'
import { replaceWords, type NewWords, type Way } from './replace-words'
import { applyToRoom } from './room.server'
import { docOf } from './section-doc'
import { insertUpdate, sectionsInOrder } from './section-store.server'

/** Chosen words that were not replaced: they read otherwise now, or are gone. `title` says where; null where that is gone. */
export type NotReplaced = { readonly words: string; readonly title: string | null }
export type Replaced = {
  readonly intent: ReplaceForm['intent']
  readonly replaced: number
  readonly left: readonly NotReplaced[]
  /** How many were chosen where nothing can be suggested: they stand as they did. */
  readonly notSuggested: number
  /** Amendments whose words are suggested to the leader, and not changed. */
  readonly forLeader: readonly string[]
}

type Written = { readonly sectionId: string; readonly update: Uint8Array }

/**
 * Puts other words in the place of the chosen ones, all at once: as text, before which the proposal is frozen as it was,
 * or each as a suggestion, which only the sections' texts can take. What reads otherwise since it was found is left, and
 * named.
 */
export async function replaceChosen(
  actor: Actor,
  proposalId: string,
  { intent, put: typed, case: exact, hit }: ReplaceForm,
  now: Date,
): Promise<Outcome<Replaced>> {
  const action = intent === 'replace' ? 'write-text' : 'suggest-text'
  const put = (words: string) => (exact ? typed : inCaseOf(words, typed))
  const [inTexts, inFields] = apart(hit)
  const chosen = intent === 'replace' ? inFields : []
  const outcome = await changeProposal(actor, proposalId, action, async (tx, { status }) => {
    await holdTexts(tx, proposalId)
    const sections = await sectionsInOrder(tx, actor, proposalId)
    const titles = new Map(sections.map(({ id, title }) => [id, title]))
    const way = wayOf(actor, intent, now)
    const { written, left } = await rewrite(actor, [...titles.keys()], inTexts, put, way)
    if (intent === 'replace' && written.length + chosen.length > 0) {
      const name = `Före ersättning av ”${hit[0]?.words ?? ''}”`
      const frozen = await checkpointInside(actor, { proposalId, name, now: justBefore(now) }, tx)
      if (!frozen.ok) return frozen
    }
    await store(tx, actor, written)
    const fields = await replaceInFields({ tx, actor, proposalId, status, now }, chosen, put)
    if (!fields.ok) return fields
    const { forLeader } = fields.value
    return done({
      written,
      intent,
      replaced: inTexts.length - left.length + chosen.length - fields.value.left.length,
      left: [
        ...left.map(({ words, section }) => ({ words, title: titles.get(section) ?? null })),
        ...fields.value.left,
      ],
      notSuggested: inFields.length - chosen.length,
      forLeader,
    })
  })
  if (!outcome.ok) return outcome
  const { written, ...said } = outcome.value
  for (const { sectionId, update } of written) await applyToRoom(sectionId, update)
  return done(said)
}

/** What stands in live texts, and what in what is saved as a whole. */
function apart(hits: ReplaceForm['hit']): [ChosenWords[], ChosenInField[]] {
  const inTexts = hits.filter((one): one is ChosenWords => 'section' in one)
  return [inTexts, hits.filter((one): one is ChosenInField => 'field' in one)]
}

function wayOf({ memberId }: Actor, intent: ReplaceForm['intent'], now: Date): Way {
  if (intent === 'replace') return { kind: 'text' }
  const since = String(now.getTime())
  return {
    kind: 'suggestion',
    begin: () => ({ suggestion: `${memberId}.${newId()}`, since }),
  }
}

/** What the replacing makes of each section's text, and the chosen words that it leaves. */
async function rewrite(
  { groupId }: Actor,
  sectionIds: readonly string[],
  hits: readonly ChosenWords[],
  put: NewWords,
  way: Way,
) {
  const written: Written[] = []
  const left = hits.filter(({ section }) => !sectionIds.includes(section))
  const chosen = sectionIds.filter(id => hits.some(({ section }) => section === id))
  const logs = await readLogs(groupId, chosen)
  for (const sectionId of chosen) {
    const doc = docOf(logs.get(sectionId) ?? [])
    doc.on('update', (update: Uint8Array) => written.push({ sectionId, update }))
    const own = hits.filter(({ section }) => section === sectionId)
    left.push(...replaceWords(doc, own, put, way))
  }
  return { written, left }
}

async function store(tx: Database, actor: Actor, written: readonly Written[]) {
  for (const { sectionId, update } of written) await insertUpdate(tx, actor, sectionId, update)
}
