import type { Statement } from '~/budget/statement'
import { comparePlain, compareText, type LineDifference } from './compare-text'
import type { Work } from './common-order'
import type { Piece } from './compare-words'
import type { Snapshot, SnapshotSection } from './snapshot'

/** A section that came, went or was rewritten. */
export type SectionDifference = {
  readonly id: string
  /** Its number in the later version, or in the earlier one where it was removed. */
  readonly number: number
  readonly title: string
  readonly kind: 'added' | 'removed' | 'rewritten'
  /** The title word by word, where it was changed. */
  readonly renamed: readonly Piece[] | null
  readonly lines: readonly LineDifference[]
}

type Both<T> = { readonly before: T; readonly after: T }

/** The sections that differ in title, words or the figures that their chips show. */
export function compareSections(
  { before, after }: Both<Snapshot>,
  statements: Both<Statement>,
  work: Work,
): SectionDifference[] {
  const old = new Map(before.sections.map(section => [section.id, section]))
  const kept = new Set(after.sections.map(({ id }) => id))
  const linesOf = (was: SnapshotSection | undefined, is: SnapshotSection | undefined) =>
    compareText(
      { content: was?.content ?? nothing, statement: statements.before },
      { content: is?.content ?? nothing, statement: statements.after },
      work,
    )
  const present = after.sections.flatMap((section, i): SectionDifference[] => {
    const was = old.get(section.id)
    const lines = linesOf(was, section)
    const renamed = was ? comparePlain(was.title, section.title, work) : null
    if (was && lines.length === 0 && !renamed) return []
    return [{ ...headOf(section, i), kind: was ? 'rewritten' : 'added', renamed, lines }]
  })
  const gone = before.sections.flatMap((section, i): SectionDifference[] =>
    kept.has(section.id)
      ? []
      : [
          {
            ...headOf(section, i),
            kind: 'removed',
            renamed: null,
            lines: linesOf(section, undefined),
          },
        ],
  )
  return [...present, ...gone]
}

const nothing: SnapshotSection['content'] = { type: 'doc', content: [] }

const headOf = ({ id, title }: SnapshotSection, i: number) => ({ id, title, number: i + 1 })
