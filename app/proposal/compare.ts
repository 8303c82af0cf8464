import { statementOf } from '~/budget/statement'
import { canonicalJson } from './canonical'
import { clauseText } from './clauses'
import { fullWork } from './common-order'
import { compareAmendments, type AmendmentDifference } from './compare-amendments'
import { compareEntries, type Entry, type WordingDifference } from './compare-entries'
import { compareFigures, type FigureDifference } from './compare-figures'
import { compareGoals } from './compare-goals'
import { compareSections, type SectionDifference } from './compare-sections'
import type { Snapshot } from './snapshot'

/** All that differs between two versions, in the order it is read. Empty lists: nothing does. */
export type Comparison = {
  readonly figures: readonly FigureDifference[]
  readonly amendments: readonly AmendmentDifference[]
  readonly sections: readonly SectionDifference[]
  readonly goals: readonly WordingDifference[]
  readonly clauses: readonly WordingDifference[]
  readonly other: readonly WordingDifference[]
}

/**
 * Compares two versions of a proposal, or a version and the proposal as it is now. A version's own name and date are
 * not compared; of all else, what has other bytes never looks the same.
 */
export function compare(before: Snapshot, after: Snapshot): Comparison {
  const statements = {
    before: statementOf(before.framework, before.amendments),
    after: statementOf(after.framework, after.amendments),
  }
  const work = fullWork()
  const shown: Comparison = {
    figures: compareFigures(statements.before, statements.after),
    amendments: compareAmendments(before, after, work),
    sections: compareSections({ before, after }, statements, work),
    goals: compareGoals(before.goals, after.goals),
    clauses: compareEntries(
      before.clauses.map(clauseEntry(clause => clauseText(clause, statements.before))),
      after.clauses.map(clauseEntry(clause => clauseText(clause, statements.after))),
    ),
    other: [
      ...compareEntries(otherEntries(before), otherEntries(after)),
      ...orderDifference(before.sections, after.sections),
    ],
  }
  return isSame(shown) && bytesOf(before) !== bytesOf(after) ? { ...shown, other: [unseen] } : shown
}

/** The same of one section alone, where one is asked for: its title and text. */
export function comparisonOf(
  before: Snapshot,
  after: Snapshot,
  section: string | null,
): Comparison {
  if (section === null) return compare(before, after)
  const statements = {
    before: statementOf(before.framework, before.amendments),
    after: statementOf(after.framework, after.amendments),
  }
  const only = (snapshot: Snapshot) => ({
    ...snapshot,
    sections: snapshot.sections.filter(({ id }) => id === section),
  })
  const sections = compareSections(
    { before: only(before), after: only(after) },
    statements,
    fullWork(),
  )
  return { figures: [], amendments: [], sections, goals: [], clauses: [], other: [] }
}

/** Whether nothing differs. */
export const isSame = (comparison: Comparison): boolean =>
  Object.values(comparison).every(list => list.length === 0)

const unseen: WordingDifference = {
  label: 'Uppgifter som varken syns i text eller tabeller',
  kind: 'rewritten',
  pieces: [{ change: 'inserted', text: 'ändrade', figure: false }],
}

// other proposals that it is printed beside are no part of what is ours
const bytesOf = (snapshot: Snapshot): string =>
  canonicalJson({ ...snapshot, version: null, frozenOn: null, rivals: null })

const clauseEntry =
  (textOf: (clause: Snapshot['clauses'][number]) => string) =>
  (clause: Snapshot['clauses'][number], i: number): Entry => ({
    id: clause.id,
    label: `Att-sats ${i + 1}`,
    text: textOf(clause),
  })

const otherEntries = ({ title, group, framework, overrides }: Snapshot): Entry[] => [
  { id: 'title', label: 'Förslagets namn', text: title },
  { id: 'group', label: 'Grupp', text: group },
  {
    id: 'framework',
    label: 'Budgetram',
    text: `${framework.name}, utgåva ${framework.edition}`,
  },
  ...overrides.map(({ check, reason }) => ({
    id: `override ${check}`,
    label: `Skäl för ${check}`,
    text: reason,
  })),
]

/** The order of the sections that both versions have; one that was removed or renamed is told of elsewhere. */
function orderDifference(
  before: Snapshot['sections'],
  after: Snapshot['sections'],
): WordingDifference[] {
  const [from, to] = [shared(before, after), shared(after, before)]
  const titles = new Map(to.map(({ id, title }) => [id, title]))
  return from.every(({ id }, i) => id === to[i]?.id)
    ? []
    : compareEntries(
        [orderEntry(from.map(({ id }) => titles.get(id) ?? ''))],
        [orderEntry(to.map(({ title }) => title))],
      )
}

const shared = (sections: Snapshot['sections'], other: Snapshot['sections']) =>
  sections.filter(({ id }) => other.some(section => section.id === id))

const orderEntry = (titles: readonly string[]): Entry => ({
  id: 'order',
  label: 'Avsnittens ordning',
  text: titles.join(', '),
})
