import type { Actor } from '~/group/policy'
import { clausesFor, mandatoryFor } from '~/proposal/clauses'
import type { Draft } from '~/proposal/draft'
import type { Snapshot } from '~/proposal/snapshot'
import { loadDraft } from '~/proposal/store.server'
import { shownDraft } from '~/proposal/suggested'
import { loadSectionContents, type SectionText } from './section-store.server'

/** The proposal as it is written now, in the form that checks read and versions freeze; null where there is none.
 * What is frozen never counts the suggested amendments. */
export async function loadSnapshot(
  actor: Actor,
  proposalId: string,
  withSuggested = false,
): Promise<Snapshot | null> {
  const [draft, contents] = await Promise.all([
    loadDraft(actor, proposalId),
    loadSectionContents(actor, proposalId),
  ])
  return draft && snapshotOf(shownDraft(draft, withSuggested), contents)
}

const nothing: SectionText = { content: { type: 'doc', content: [] }, suggestions: 0 }

/** A draft and its texts as a snapshot. Revisions and names of members stay behind. */
export function snapshotOf(draft: Draft, texts: ReadonlyMap<string, SectionText>): Snapshot {
  const amendments = draft.amendments.map(
    ({
      revision: _revision,
      place: _place,
      withdrawalBy: _withdrawalBy,
      updatedAt: _at,
      updatedById: _id,
      updatedByName: _name,
      formerName: _formerName,
      ...amendment
    }) => amendment,
  )
  const sections = draft.sections.map(({ id, title }) => {
    const { content, suggestions } = texts.get(id) ?? nothing
    return { id, title, content, ...(suggestions > 0 && { suggestions }) }
  })
  const goals = draft.goals.map(({ id, title, indicators }) => ({
    id,
    title,
    indicators: indicators.map(({ revision: _revision, ...indicator }) => indicator),
  }))
  const overrides = draft.overrides.map(
    ({ id: _id, at: _at, byName: _name, ...override }) => override,
  )
  const { framework } = draft
  const clauses = clausesFor({ framework, amendments, sections, goals, overrides })
  return {
    format: 'skuggbudget-snapshot/1',
    title: draft.title,
    group: draft.groupName,
    version: null,
    frozenOn: null,
    framework,
    amendments,
    sections,
    goals,
    clauses,
    mandatory: mandatoryFor(clauses),
    overrides,
  }
}
