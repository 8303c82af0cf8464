import type { Amendment } from '~/budget/amendment'
import { changeName, namesOfAll } from '~/budget/change-name'
import { canonicalJson } from './canonical'
import { clausesFor, mandatoryFor } from './clauses'
import type { Snapshot, SnapshotSection } from './snapshot'

/** What is taken back from a version: a section or an amendment by its id, or all of it. */
export type RestoredPart =
  { readonly kind: 'section' | 'amendment'; readonly id: string } | { readonly kind: 'all' }

/**
 * The proposal as it is once the part of it is as the version has it. The framework, its title and the written reasons
 * against checks stay as they are now. Null where the version has no such part.
 */
export function restored(now: Snapshot, version: Snapshot, part: RestoredPart): Snapshot | null {
  const changed = withPart(now, version, part)
  if (!changed) return null
  const clauses = clausesFor(changed)
  return { ...changed, clauses, mandatory: mandatoryFor(clauses) }
}

function withPart(now: Snapshot, version: Snapshot, part: RestoredPart): Snapshot | null {
  if (part.kind === 'all') {
    const sections = version.sections.map(section => withSuggestionsOfNow(section, now))
    const { goals } = version
    return { ...now, sections, goals, amendments: allAmendments(now, version) }
  }
  if (part.kind === 'section') {
    const section = version.sections.find(({ id }) => id === part.id)
    return section
      ? { ...now, sections: withSection(now.sections, withSuggestionsOfNow(section, now)) }
      : null
  }
  const wanted = version.amendments.find(({ id }) => id === part.id)
  if (!wanted || !now.amendments.some(({ id }) => id === part.id)) return null
  const amendments = now.amendments.map(amendment =>
    amendment.id === part.id
      ? replacingWhatIs(asBefore(amendment, wanted, now.sections), now)
      : amendment,
  )
  return { ...now, amendments }
}

/** What is suggested lies beside the text, and is not taken back with it. */
function withSuggestionsOfNow(
  { suggestions: _then, ...section }: SnapshotSection,
  now: Snapshot,
): SnapshotSection {
  const suggestions = now.sections.find(({ id }) => id === section.id)?.suggestions
  return suggestions === undefined ? section : { ...section, suggestions }
}

function withSection(sections: readonly SnapshotSection[], section: SnapshotSection) {
  return sections.some(({ id }) => id === section.id)
    ? sections.map(one => (one.id === section.id ? section : one))
    : [...sections, section]
}

/** What was added since the version is withdrawn: an amendment is never deleted. */
function allAmendments(now: Snapshot, version: Snapshot): Amendment[] {
  const wanted = new Map(version.amendments.map(amendment => [amendment.id, amendment]))
  return now.amendments.map(amendment => {
    const before = wanted.get(amendment.id)
    return before
      ? asBefore(amendment, before, version.sections)
      : { ...amendment, state: 'withdrawn' }
  })
}

/** The amendment as it was, on the framework as it is: of sections it names one that there is, or none. */
const asBefore = (
  { baseHash, number }: Amendment,
  before: Amendment,
  sections: readonly SnapshotSection[],
): Amendment => ({
  ...before,
  baseHash,
  number,
  section: sections.some(({ id }) => id === before.section) ? before.section : null,
})

/** The amendment, replacing nothing where what it replaced is not there. */
function replacingWhatIs({ replaces, ...amendment }: Amendment, now: Snapshot): Amendment {
  const isThere = replaces !== undefined && now.amendments.some(({ id }) => id === replaces)
  return isThere ? { ...amendment, replaces } : amendment
}

/** A part of a version that is not as it is now, with its name on the screen. */
export type DifferingPart = {
  readonly kind: 'section' | 'amendment'
  readonly id: string
  readonly name: string
  /** True where the proposal as it is now has no such section. */
  readonly gone: boolean
}

/** The sections and amendments of a version that would change if they were restored, in the version's order. */
export function differingParts(now: Snapshot, version: Snapshot): DifferingPart[] {
  const sections = version.sections.flatMap(({ id, title }, i): DifferingPart[] => {
    const current = now.sections.find(section => section.id === id)
    const part = { kind: 'section' as const, id, name: `${i + 1}. ${title}`, gone: !current }
    return differs(now, version, part) ? [part] : []
  })
  const names = namesOfAll(version.framework, now.framework)
  const amendments = version.amendments.flatMap(({ id, number, change }): DifferingPart[] => {
    const name = `Ä${number} ${changeName(change, names)}`
    const part = { kind: 'amendment' as const, id, name, gone: false }
    return differs(now, version, part) ? [part] : []
  })
  return [...sections, ...amendments]
}

/** Whether restoring the part would change anything at all. */
export function differs(now: Snapshot, version: Snapshot, part: RestoredPart): boolean {
  const changed = withPart(now, version, part)
  return changed !== null && canonicalJson(changed) !== canonicalJson(now)
}

/** What the part is called in a sentence: `avsnittet ”Skolan”`, `Ä3` or `hela förslaget`. */
export function partName(version: Snapshot, part: RestoredPart): string {
  if (part.kind === 'all') return 'hela förslaget'
  if (part.kind === 'section')
    return `avsnittet ”${version.sections.find(({ id }) => id === part.id)?.title ?? ''}”`
  return `Ä${version.amendments.find(({ id }) => id === part.id)?.number ?? ''}`
}
