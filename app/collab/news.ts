import type { Amendment } from '~/budget/amendment'
import type { LineDifference } from '~/proposal/compare-text'
import type { Piece } from '~/proposal/compare-words'
import { canonicalJson } from '~/proposal/canonical'
import {
  stateOf,
  stepped,
  wayOf,
  type FigureChange,
  type FigureState,
} from '~/proposal/figure-step'
import { wordsOf } from '~/proposal/word-count'
import type { MarkedKind } from './thread-place'

/** Another member, and when they last did it. */
export type Doer = { readonly name: string; readonly at: Date }

/** What others have said since: threads begun, answers, and threads marked as resolved. */
export type TalkNews = {
  readonly opened: number
  readonly replies: number
  readonly resolved: number
  /** Opened again, without an answer. */
  readonly reopened: number
  /** How many of the comments name the reader. */
  readonly mentions: number
  readonly by: readonly string[]
}

/** What is new in a section since the reader marked it as read. */
export type SectionNews = {
  readonly id: string
  /** Its place in the proposal; null where it lies in the bin. */
  readonly number: number | null
  readonly title: string
  readonly kind: 'new' | 'changed' | 'removed' | 'restored'
  /** What it was called, where it is called something else now. */
  readonly renamedFrom: string | null
  readonly wordsIn: number
  readonly wordsOut: number
  readonly lines: readonly LineDifference[]
  readonly by: readonly Doer[]
  readonly talk: TalkNews
  /** What the page shows, as the mark says it. */
  readonly seen: string
}

/** Who suggests that an adopted amendment is withdrawn; null where that has fallen since it was read of. */
export type LeavingNews = { readonly by: Doer | null }

/** What is new in an amendment; `before` is null where it is new itself. */
export type AmendmentNews = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly figures: { readonly before: string | null; readonly after: string } | null
  readonly state: { readonly before: string | null; readonly after: string } | null
  readonly motivation: readonly Piece[] | null
  /** That it is suggested to be withdrawn, or no longer is. */
  readonly leaving: LeavingNews | null
  readonly by: Doer
  readonly talk: TalkNews
  readonly seen: string
}

/** What is new in the threads on a line, goal, indicator or clause. */
export type PlaceNews = {
  readonly key: string
  readonly kind: MarkedKind
  readonly name: string
  /** The address of its threads, inside the proposal. */
  readonly path: string
  /** Whether the place is still there. */
  readonly gone: boolean
  readonly talk: TalkNews
  readonly seen: string
}

export const noTalk: TalkNews = {
  opened: 0,
  replies: 0,
  resolved: 0,
  reopened: 0,
  mentions: 0,
  by: [],
}

export const isTalk = ({ opened, replies, resolved, reopened }: TalkNews): boolean =>
  opened + replies + resolved + reopened > 0

/** The words that came and went, by the lines that differ. */
export function wordChanges(lines: readonly LineDifference[]) {
  const count = (change: Piece['change']) =>
    lines
      .flatMap(({ pieces }) => pieces)
      .filter(piece => piece.change === change)
      .reduce((words, { text, figure }) => words + (figure ? 1 : wordsOf(text)), 0)
  return { wordsIn: count('inserted'), wordsOut: count('deleted') }
}

/** Lines of which something can be seen: an empty paragraph more is no news. */
export const visibleLines = (lines: readonly LineDifference[]): LineDifference[] =>
  lines.filter(({ pieces }) =>
    pieces.some(({ change, text, figure }) => change !== 'same' && (figure || text.trim() !== '')),
  )

/** A change of figures that the reader made themselves, and when they took it back, if they did. */
export type OwnChange = FigureChange & { readonly number: number; readonly undoneAt: Date | null }

/** What an amendment was when its reader marked it as read. */
export type ReadAmendment = FigureState & {
  readonly motivation: string
  /** The last change of figures that they had seen. */
  readonly figures: number
  readonly readAt: Date
}

/**
 * The amendment's figures as the reader knows them: as they read them, with their own changes since. Null where they
 * know of none.
 */
export function knownFigures(
  read: ReadAmendment | null,
  own: readonly OwnChange[],
): FigureState | null {
  const start = read && stateOf(read)
  return own.reduce<FigureState | null>((known, change) => {
    const isNew = change.number > (read?.figures ?? 0)
    if (isNew && change.undoneAt === null) {
      if (change.before === null) return known ?? change.after
      return known && (stepped(known, wayOf(change, 'redo')) ?? known)
    }
    const undone = change.undoneAt !== null && read !== null && change.undoneAt > read.readAt
    return !isNew && undone && known ? (stepped(known, wayOf(change, 'undo')) ?? known) : known
  }, start)
}

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)

/** Whether the amendment stands just as it was read. */
export const isAsRead = (
  now: Pick<Amendment, 'change' | 'state' | 'motivation'>,
  read: ReadAmendment | null,
): boolean =>
  read !== null && same(stateOf(read), stateOf(now)) && read.motivation === now.motivation

/**
 * What is new of an adopted amendment's withdrawal to the reader: another suggests it, or what they read of has fallen.
 * @param readOf whose suggestion they have read of
 */
export function leavingNews(
  readerId: string,
  readOf: string | null,
  now: Pick<Amendment, 'state'> & {
    readonly withdrawalBy: (Doer & { readonly id: string }) | null
  },
): LeavingNews | null {
  const { withdrawalBy: by, state } = now
  if (by === null) return readOf !== null && state === 'adopted' ? { by: null } : null
  return by.id === readerId || by.id === readOf ? null : { by: { name: by.name, at: by.at } }
}

/** Whether the amendment is otherwise than its reader knows it, by somebody else's doing. */
export function differsFor(
  now: Pick<Amendment, 'change' | 'state' | 'motivation'>,
  read: ReadAmendment | null,
  known: FigureState | null,
  lastByReader: boolean,
) {
  const change = !known || !same(known.change, now.change)
  const state = !known || known.state !== now.state
  const motivation = !lastByReader && now.motivation !== (read?.motivation ?? '')
  return { change, state, motivation: motivation && (read !== null || known === null) }
}
