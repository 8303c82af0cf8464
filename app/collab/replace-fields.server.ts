import { statementOf } from '~/budget/statement'
import type { Database } from '~/db.server'
import { can, type Action, type Actor, type Status } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, forbidden, notFound, refused, type Outcome } from '~/outcome'
import { saveEdited } from '~/proposal/change-amendment.server'
import type { Draft } from '~/proposal/draft'
import { writeGoalEdit } from '~/proposal/goal-store.server'
import type { AmendmentInput } from '~/proposal/amendment-judgement'
import { isSetAside, rightsOf } from '~/proposal/moves'
import { contentOf, writeOver } from '~/proposal/save-amendment.server'
import { loadDraft } from '~/proposal/store.server'
import { textFieldsOf, withText, type FieldOwner } from '~/proposal/text-field'
import { saveTitle } from './arrange-section.server'
import { rewordedFields, type Reworded } from './replace-fields'
import type { ChosenInField } from './replace-form'
import type { NewWords } from './replace-words'
import type { NotReplaced } from './replace-words.server'

type Replacing = {
  readonly tx: Database
  readonly actor: Actor
  readonly proposalId: string
  readonly status: Status
  readonly now: Date
}

type InDraft = Replacing & { readonly draft: Draft }

/** `forLeader` names the amendments whose new words are suggestions now, for the leader to decide on. */
type FieldsReplaced = {
  readonly left: readonly NotReplaced[]
  readonly forLeader: readonly string[]
}

/**
 * Puts other words in the place of the chosen ones in titles, goals and amendments, by the steps of their own commands.
 * What was saved since it was found is left, and named; a text that would be too long or empty refuses all of it.
 */
export async function replaceInFields(
  replacing: Replacing,
  chosen: readonly ChosenInField[],
  put: NewWords,
): Promise<Outcome<FieldsReplaced>> {
  const forLeader: string[] = []
  if (chosen.length === 0) return done({ left: [], forLeader })
  const draft = await loadDraft(replacing.actor, replacing.proposalId, replacing.tx)
  if (!draft) return notFound
  const fields = textFieldsOf(draft, statementOf(draft.framework, draft.amendments))
  const { reworded, left, fault } = rewordedFields(fields, chosen, put)
  if (fault) return refused({ kind: 'invalid', field: 'put', message: fault })
  for (const texts of byOwner(reworded)) {
    const saved = await save({ ...replacing, draft }, texts)
    if (!saved.ok) return saved
    if (saved.value !== null) forLeader.push(saved.value)
  }
  return done({ left, forLeader })
}

/** An amendment's texts are saved in one go. */
function byOwner(reworded: readonly Reworded[]): Reworded[][] {
  const groups = new Map<string, Reworded[]>()
  for (const one of reworded) {
    const { kind, id } = one.field.owner
    const key = `${kind} ${id}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** What it takes to write in each kind; a clause is not written. */
const actionOf: Partial<Record<FieldOwner['kind'], Action>> = {
  section: 'arrange-sections',
  goal: 'edit-goals',
  indicator: 'edit-goals',
  amendment: 'amend',
}

/** Saves the texts of one owner. @returns the amendment that suggests them where its leader decides, else null. */
async function save(
  replacing: InDraft,
  texts: readonly Reworded[],
): Promise<Outcome<string | null>> {
  const [first] = texts
  const owner = first?.field.owner
  const action = owner && actionOf[owner.kind]
  if (!action || !can(replacing.actor, action, replacing.status)) return forbidden
  if (owner.kind === 'amendment') return saveAmendmentTexts(replacing, owner.id, texts)
  const saved = await saveOne(replacing, first)
  return saved.ok ? done(null) : saved
}

async function saveOne(
  { tx, actor, proposalId, draft, now }: InDraft,
  { field: { owner, revision }, text }: Reworded,
): Promise<Outcome<unknown>> {
  const { id } = owner
  if (revision === null) return forbidden
  if (owner.kind === 'section')
    return done(await saveTitle(tx, actor, { proposalId, id, revision }, text, now))
  if (owner.kind === 'goal') {
    const edit = { type: 'rename-goal' as const, goalId: id, revision, title: text }
    return writeGoalEdit(tx, actor, proposalId, edit, now)
  }
  const before = draft.goals.flatMap(({ indicators }) => indicators).find(one => one.id === id)
  if (!before) return notFound
  const { id: _id, revision: _revision, ...indicator } = { ...before, label: text }
  const edit = { type: 'change-indicator' as const, indicatorId: id, revision, indicator }
  return writeGoalEdit(tx, actor, proposalId, edit, now)
}

/**
 * What is adopted in a group with a leader is not touched by others: their words become a suggestion beside it. What is
 * deferred or withdrawn stays so.
 */
async function saveAmendmentTexts(
  { status, ...replacing }: Replacing,
  id: string,
  texts: readonly Reworded[],
): Promise<Outcome<string | null>> {
  // read anew: what was saved a moment ago may have taken a number
  const draft = await loadDraft(replacing.actor, replacing.proposalId, replacing.tx)
  const saved = draft?.amendments.find(one => one.id === id)
  if (!draft || !saved) return notFound
  const rights = rightsOf(replacing.actor, draft.led, status)
  const saving = { ...replacing, draft, rights, step: newId() }
  const edit = (before: AmendmentInput) => withTexts(before, texts)
  const edited = isSetAside(saved.state)
    ? await writeOver(saving, saved, { ...edit(saved), state: saved.state })
    : await saveEdited(saving, saved, edit)
  if (!edited.ok) return edited
  const { number } = edited.value
  return done(number === saved.number ? null : `Ä${number} i stället för Ä${saved.number}`)
}

const withTexts = (before: AmendmentInput, texts: readonly Reworded[]): AmendmentInput =>
  texts.reduce(
    (now, { field: { owner }, text }) =>
      owner.kind === 'amendment' ? withText(now, owner.text, text) : now,
    contentOf(before),
  )
