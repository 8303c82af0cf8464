import type { Picturing } from './use-picturing'
import type { Editor } from '@tiptap/core'
import { figureText } from '~/budget/figure'
import { FigureFormat } from '~/budget/figure-reference'
import type { Statement } from '~/budget/statement'
import { lostMoney, type PledgeRow } from '~/proposal/promise'
import { chipAt, looseIn } from './figure-extension'
import { matchesOf } from './figure-match'
import { ChipNote, LooseNote, type SavedRow } from './figure-note'
import {
  changeFootnote,
  insertFootnote,
  placedNotes,
  removeFootnote,
  type Noting,
} from './footnote-acts'
import { FootnoteForm } from './footnote-form'
import { FootnoteNote } from './footnote-note'
import { imageNotes } from './image-notes'
import { insertFigure, markFreestanding, reformat } from './insert-figure'
import type { MarginNote } from './margin'
import { promiseAt, promisesIn, unmarkPromise, type PromiseRange } from './promise-mark'
import { PromiseNote } from './promise-note'
import type { Suggestion } from './suggestion'
import { SuggestionNote } from './suggestion-note'
import type { ReadFigure } from './suggestion-words'
import { suggestionPlaces, threadPlaces } from './text-place'
import type { Thread, ThreadPlace } from './thread'
import { figureKey } from './use-chosen-note'
import { MoreOpen, ResolvedThreads } from './more-threads'
import { NewThread, ThreadNote } from './thread-note'
import { lostWords } from './thread-words'

export type Beside = {
  readonly editor: Editor
  readonly statement: Statement
  readonly rows: readonly SavedRow[]
  readonly pledges: readonly PledgeRow[]
  readonly sectionId: string
  /** The newest open ones, and the one that the address leads to. */
  readonly threads: readonly Thread[]
  readonly openThreads: number
  readonly resolvedThreads: number
  readonly canWrite: boolean
  readonly canComment: boolean
  readonly base: string
  readonly suggestions: readonly Suggestion[]
  readonly nameOf: (memberId: string) => string
  readonly memberId: string
  readonly canSettle: boolean
  /** Whether promises may be set: they cannot be suggested. */
  readonly canMark: boolean
  readonly settleAction: string
  readonly commenting: { readonly place: ThreadPlace; readonly pos: number } | null
  readonly onCommented: () => void
  /** The footnote that is being written. */
  readonly noting: Noting | null
  readonly onNoted: () => void
  /** Where an image is being chosen for. */
  readonly picturing: Picturing | null
  readonly onPictured: () => void
  readonly onPick: (from: number, to: number) => void
  readonly onPromise: (range: PromiseRange) => void
}

/** All that stands beside the text now: the chosen figure, loose amounts, open threads and the one being written. */
export const marginNotes = (beside: Beside): MarginNote[] => [
  ...chipNotes(beside),
  ...promiseNotes(beside),
  ...footnotes(beside),
  ...newFootnote(beside),
  ...imageNotes(beside),
  ...(beside.canWrite ? looseNotes(beside) : []),
  ...suggestionNotes(beside),
  ...threadNotes(beside),
  ...newThread(beside),
  ...otherThreads(beside),
]

function chipNotes({ editor, statement, rows, canWrite, base }: Beside): MarginNote[] {
  const chip = chipAt(editor.state)
  if (!chip) return []
  const note = (
    <ChipNote
      chip={chip}
      statement={statement}
      rows={rows}
      budgetPath={`${base}/budget`}
      {...(canWrite &&
        chip.suggested !== 'gone' && { onFormat: format => reformat(editor, chip, format) })}
    />
  )
  return [{ key: figureKey, pos: chip.pos, note }]
}

/** The promise that the caret stands in, and every one whose money does not count. */
function promiseNotes(beside: Beside): MarginNote[] {
  const { editor, pledges, statement, canMark, base, onPromise } = beside
  const chosen = promiseAt(editor.state)
  return promisesIn(editor.state.doc)
    .filter(({ from, pledge }) => from === chosen?.from || lostMoney(pledges, pledge) !== null)
    .map(range => ({
      key: `promise ${range.from}`,
      pos: range.from,
      note: (
        <PromiseNote
          pledge={range.pledge}
          rows={pledges}
          statement={statement}
          budgetPath={`${base}/budget`}
          {...(canMark && {
            onOther: () => onPromise(range),
            onRemove: () => unmarkPromise(editor, range),
          })}
        />
      ),
    }))
}

const footnotes = ({ editor, canWrite }: Beside): MarginNote[] =>
  placedNotes(editor.state.doc).map(note => ({
    key: `footnote ${note.number}`,
    pos: note.pos,
    note: (
      <FootnoteNote
        note={note}
        {...(canWrite && {
          onChange: text => changeFootnote(editor, note, text),
          onRemove: () => removeFootnote(editor, note),
        })}
      />
    ),
  }))

function newFootnote({ editor, noting, onNoted }: Beside): MarginNote[] {
  if (!noting) return []
  const note = (
    <aside className="note" aria-label="Ny fotnot">
      <FootnoteForm
        onDone={text => {
          insertFootnote(editor, noting, text)
          onNoted()
        }}
        onCancel={() => {
          onNoted()
          editor.commands.focus()
        }}
      />
    </aside>
  )
  return [{ key: 'new footnote', pos: noting.pos, note }]
}

function looseNotes({ editor, statement, onPick }: Beside): MarginNote[] {
  return looseIn(editor.state.doc).map((loose, i) => {
    const range = { from: loose.pos, to: loose.end }
    const note = (
      <LooseNote
        loose={loose}
        match={matchesOf(loose, statement)[0]}
        onLink={choice => insertFigure(editor, choice, range, statement)}
        onOther={() => onPick(range.from, range.to)}
        onFreestanding={() => markFreestanding(editor, range)}
      />
    )
    return { key: `loose ${i}`, pos: loose.pos, note }
  })
}

function suggestionNotes(beside: Beside): MarginNote[] {
  const places = suggestionPlaces(beside.editor)
  const read: ReadFigure = (ref, format) => {
    const known = FigureFormat.safeParse(format)
    return known.success ? figureText(beside.statement, ref, known.data) : null
  }
  return beside.suggestions.flatMap(suggestion => {
    const pos = places.get(suggestion.id)
    if (pos === undefined) return []
    const note = (
      <SuggestionNote
        suggestion={suggestion}
        read={read}
        author={beside.nameOf(suggestion.authorId)}
        action={beside.settleAction}
        canSettle={beside.canSettle}
        isOwn={suggestion.authorId === beside.memberId}
      />
    )
    return [{ key: suggestion.id, pos, note }]
  })
}

function threadNotes({ editor, threads, canComment, base }: Beside): MarginNote[] {
  const places = threadPlaces(editor)
  return threads.flatMap(thread => {
    const pos = places.get(thread.id) ?? (thread.kind === 'section' || thread.quote ? 0 : null)
    if (pos === null || thread.resolvedAt) return []
    const gone = thread.kind === 'text' && !places.has(thread.id)
    const note = (
      <>
        <ThreadNote thread={thread} action={`${base}/comments`} canComment={canComment} />
        {gone && <p className="second">{lostWords(thread)}</p>}
      </>
    )
    return [{ key: thread.id, pos, note }]
  })
}

/** Below the text: the open threads that are not here yet, and those that are resolved. */
function otherThreads({ editor, threads, canComment, base, ...counts }: Beside): MarginNote[] {
  const pos = editor.state.doc.content.size
  const shown = threads.filter(({ resolvedAt }) => !resolvedAt).length
  const left = counts.openThreads - shown
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt)
  const common = { base, sectionId: counts.sectionId, canComment }
  return [
    ...(left > 0
      ? [{ key: 'more', pos, note: <MoreOpen {...common} shown={threads} left={left} /> }]
      : []),
    ...(counts.resolvedThreads > 0
      ? [
          {
            key: 'resolved',
            pos,
            holds: resolved.map(({ id }) => id),
            note: <ResolvedThreads {...common} count={counts.resolvedThreads} asked={resolved} />,
          },
        ]
      : []),
  ]
}

function newThread({ commenting, base, onCommented }: Beside): MarginNote[] {
  if (!commenting) return []
  const { place, pos } = commenting
  const title =
    place.kind === 'text' ? `”${place.quote.replaceAll('\uFFFC', '…')}”` : 'Om hela avsnittet'
  const note = (
    <NewThread place={place} action={`${base}/comments`} title={title} onDone={onCommented} />
  )
  return [{ key: 'new', pos, note }]
}
