import type { Doc } from 'yjs'
import { statementOf } from '~/budget/statement'
import { can, type Actor } from '~/group/policy'
import type { Draft } from '~/proposal/draft'
import { isSetAside } from '~/proposal/moves'
import { loadDraft } from '~/proposal/store.server'
import { clauseFields, textFieldsOf, type TextField } from '~/proposal/text-field'
import { foundIn, wordsFound, type Found, type FoundAt, type WordsSought } from './find-words'
import { snapshotOf } from './load-snapshot.server'
import { noteName, notesIn, type Note } from './notes'
import { mostFound } from './replace-form'
import { contentOf } from './section-doc'
import { loadDocs } from './section-store.server'

export type SectionFound = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly found: readonly Found[]
  readonly notes: readonly NoteFound[]
}

/** What a section says in a footnote, or of an image. */
export type NoteFound = Pick<Note, 'part' | 'place'> & {
  readonly name: string
  readonly found: readonly FoundAt[]
}

/** A text outside the sections' live ones; `revision` is null where it cannot be written from here. */
export type FieldFound = Pick<TextField, 'key' | 'name' | 'path' | 'revision'> & {
  readonly kind: TextField['owner']['kind']
  /** Whether it is of an amendment that neither counts nor would. */
  readonly setAside: boolean
  readonly found: readonly FoundAt[]
}

/** Where the words stand in all that the proposal says; null where the actor's group has no such proposal. */
export async function loadFindPage(actor: Actor, proposalId: string, sought: WordsSought) {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return null
  const looks = sought.q.trim() !== ''
  const docs = looks ? await loadDocs(actor, proposalId) : new Map<string, Doc>()
  const finder = finderOf(sought)
  const sections = draft.sections.flatMap(({ id, title }, i): SectionFound[] => {
    const doc = docs.get(id)
    if (!doc) return []
    const found = finder.inText(doc)
    const notes = notesIn(doc).flatMap((note): NoteFound[] => {
      const hits = finder.inWords(note.text)
      const { part, place } = note
      return hits.length > 0 ? [{ part, place, name: noteName(note), found: hits }] : []
    })
    return found.length + notes.length > 0 ? [{ id, number: i + 1, title, found, notes }] : []
  })
  const aside = new Set(draft.amendments.filter(one => isSetAside(one.state)).map(({ id }) => id))
  const fields = (looks ? allFields(draft, docs) : []).flatMap((field): FieldFound[] => {
    const found = finder.inWords(field.text)
    const { key, name, path, revision, owner } = field
    const setAside = owner.kind === 'amendment' && aside.has(owner.id)
    return found.length > 0
      ? [{ key, name, path, revision, kind: owner.kind, setAside, found }]
      : []
  })
  return {
    sought,
    sections,
    fields,
    total: finder.total(),
    isFull: finder.total() === mostFound,
    led: draft.led,
    canWrite: can(actor, 'write-text', draft.status),
    canSuggest: can(actor, 'suggest-text', draft.status),
  }
}

/** Finds the words in one text after the other until as many are found as may be chosen. */
function finderOf(sought: WordsSought) {
  let total = 0
  const counted = <T>(found: T[]): T[] => {
    total += found.length
    return found
  }
  return {
    inText: (doc: Doc): Found[] => counted(wordsFound(doc, sought, mostFound - total)),
    inWords: (words: string): FoundAt[] => counted(foundIn(words, sought, mostFound - total)),
    total: () => total,
  }
}

/** All texts but the live ones: those that are saved as a whole, and the clauses, which are only read. */
function allFields(draft: Draft, docs: ReadonlyMap<string, Doc>): TextField[] {
  const texts = [...docs].map(
    ([id, doc]) => [id, { content: contentOf(doc), suggestions: 0 }] as const,
  )
  const { clauses, framework, amendments } = snapshotOf(draft, new Map(texts))
  const statement = statementOf(framework, amendments)
  return [...textFieldsOf(draft, statement), ...clauseFields(clauses, statement)]
}
