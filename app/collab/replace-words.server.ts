import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, refused, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { checkpointInside, justBefore } from './checkpoint.server'
import { holdTexts, readLogs } from './log-store.server'
import { inCaseOf } from './find-words'
import { replaceInFields } from './replace-fields.server'
import { takesSuggestions } from './note-part'
import type { ChosenInField, ChosenInNote, ChosenWords, ReplaceForm } from './replace-form'
import { replaceInNotes } from './replace-notes'
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
 * or each as a suggestion, which only the sections' texts and footnotes can take. What reads otherwise since it was found
 * is left, and named.
 */
export async function replaceChosen(
  actor: Actor,
  proposalId: string,
  { intent, put: typed, case: exact, hit }: ReplaceForm,
  now: Date,
): Promise<Outcome<Replaced>> {
  const action = intent === 'replace' ? 'write-text' : 'suggest-text'
  const put = (words: string) => (exact ? typed : inCaseOf(words, typed))
  const { chosen, inFields, inSections } = apart(hit, intent)
  const outcome = await changeProposal(actor, proposalId, action, async (tx, { status }) => {
    await holdTexts(tx, proposalId)
    const sections = await sectionsInOrder(tx, actor, proposalId)
    const way = wayOf(actor, intent, now)
    const { written, left, fault } = await rewrite(actor, sections, inSections, put, way)
    if (fault !== null) return refused({ kind: 'invalid', field: 'put', message: fault })
    if (intent === 'replace' && written.length + inFields.length > 0) {
      const name = `Före ersättning av ”${hit[0]?.words ?? ''}”`
      const frozen = await checkpointInside(actor, { proposalId, name, now: justBefore(now) }, tx)
      if (!frozen.ok) return frozen
    }
    await store(tx, actor, written)
    const fields = await replaceInFields({ tx, actor, proposalId, status, now }, inFields, put)
    if (!fields.ok) return fields
    const allLeft = [...left, ...fields.value.left]
    return done({
      written,
      intent,
      replaced: chosen.length - allLeft.length,
      left: allLeft,
      notSuggested: hit.length - chosen.length,
      forLeader: fields.value.forLeader,
    })
  })
  if (!outcome.ok) return outcome
  const { written, ...said } = outcome.value
  for (const { sectionId, update } of written) await applyToRoom(sectionId, update)
  return done(said)
}

type InSection = ChosenWords | ChosenInNote
const isInField = (one: ReplaceForm['hit'][number]): one is ChosenInField => 'field' in one
const isInNote = (one: ReplaceForm['hit'][number]): one is ChosenInNote => 'part' in one
const isInWords = (one: ReplaceForm['hit'][number]): one is ChosenWords => 'from' in one

/** What is to be done: all that was chosen, and as suggestions what can be suggested. */
function apart(hits: ReplaceForm['hit'], intent: ReplaceForm['intent']) {
  const chosen = hits.filter(
    one => intent === 'replace' || isInWords(one) || (isInNote(one) && takesSuggestions(one.part)),
  )
  return {
    chosen,
    inFields: chosen.filter(isInField),
    inSections: chosen.filter((one): one is InSection => !isInField(one)),
  }
}

function wayOf({ memberId }: Actor, intent: ReplaceForm['intent'], now: Date): Way {
  if (intent === 'replace') return { kind: 'text' }
  const since = String(now.getTime())
  return {
    kind: 'suggestion',
    begin: () => ({ suggestion: `${memberId}.${newId()}`, since }),
  }
}

type Rewritten = {
  readonly written: readonly Written[]
  readonly left: readonly NotReplaced[]
  /** Which note would be too long or empty: nothing may be stored then. */
  readonly fault: string | null
}

/** What the replacing makes of each section's text, and the chosen words that it leaves. */
async function rewrite(
  { groupId }: Actor,
  sections: readonly { readonly id: string; readonly title: string }[],
  hits: readonly InSection[],
  put: NewWords,
  way: Way,
): Promise<Rewritten> {
  const titles = new Map(sections.map(({ id, title }) => [id, title]))
  const chosen = [...titles].filter(([id]) => hits.some(({ section }) => section === id))
  const logs = await readLogs(
    groupId,
    chosen.map(([id]) => id),
  )
  const written: Written[] = []
  const left: InSection[] = hits.filter(({ section }) => !titles.has(section))
  let fault: string | null = null
  for (const [sectionId, title] of chosen) {
    const doc = docOf(logs.get(sectionId) ?? [])
    doc.on('update', (update: Uint8Array) => written.push({ sectionId, update }))
    const own = hits.filter(({ section }) => section === sectionId)
    const words = own.filter(isInWords)
    left.push(...replaceWords(doc, words, put, way))
    const notes = replaceInNotes(doc, own.filter(isInNote), put, way)
    left.push(...notes.left)
    if (notes.fault !== null) fault ??= `”${title}”: ${notes.fault}`
  }
  return {
    written,
    left: left.map(({ words, section }) => ({ words, title: titles.get(section) ?? null })),
    fault,
  }
}

async function store(tx: Database, actor: Actor, written: readonly Written[]) {
  for (const { sectionId, update } of written) await insertUpdate(tx, actor, sectionId, update)
}
