import type { Doc } from 'yjs'
import { statementOf } from '~/budget/statement'
import { can, type Actor } from '~/group/policy'
import type { Draft } from '~/proposal/draft'
import { loadDraft } from '~/proposal/store.server'
import { clauseFields, textFieldsOf, type TextField } from '~/proposal/text-field'
import { notesAsFields } from '~/proposal/text-notes'
import { foundIn, wordsFound, type Found, type FoundAt, type WordsSought } from './find-words'
import { snapshotOf } from './load-snapshot.server'
import { mostFound } from './replace-form'
import { contentOf } from './section-doc'
import { loadDocs } from './section-store.server'

export type SectionFound = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly found: readonly Found[]
}

/** A text outside the sections' live ones; `revision` is null where it cannot be written from here. */
export type FieldFound = Pick<TextField, 'key' | 'name' | 'path' | 'revision'> & {
  readonly kind: TextField['owner']['kind']
  readonly found: readonly FoundAt[]
}

/** Where the words stand in all that the proposal says; null where the actor's group has no such proposal. */
export async function loadFindPage(actor: Actor, proposalId: string, sought: WordsSought) {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return null
  const looks = sought.q.trim() !== ''
  const docs = looks ? await loadDocs(actor, proposalId) : new Map<string, Doc>()
  let left = mostFound
  const sections = draft.sections.flatMap(({ id, title }, i): SectionFound[] => {
    const doc = docs.get(id)
    const found = doc ? wordsFound(doc, sought, left) : []
    left -= found.length
    return found.length > 0 ? [{ id, number: i + 1, title, found }] : []
  })
  const fields = (looks ? allFields(draft, docs) : []).flatMap((field): FieldFound[] => {
    const found = foundIn(field.text, sought, left)
    left -= found.length
    const { key, name, path, revision, owner } = field
    return found.length > 0 ? [{ key, name, path, revision, kind: owner.kind, found }] : []
  })
  return {
    sought,
    sections,
    fields,
    total: mostFound - left,
    isFull: left === 0,
    led: draft.led,
    canWrite: can(actor, 'write-text', draft.status),
    canSuggest: can(actor, 'suggest-text', draft.status),
  }
}

/** All texts but the live ones: those that are saved as a whole, and those that are only read here. */
function allFields(draft: Draft, docs: ReadonlyMap<string, Doc>): TextField[] {
  const texts = [...docs].map(
    ([id, doc]) => [id, { content: contentOf(doc), suggestions: 0 }] as const,
  )
  const { clauses, sections, framework, amendments } = snapshotOf(draft, new Map(texts))
  const statement = statementOf(framework, amendments)
  return [
    ...textFieldsOf(draft, statement),
    ...sections.flatMap(({ id, content }, at) => notesAsFields(id, at + 1, content)),
    ...clauseFields(clauses, statement),
  ]
}
