import { Link, useActionData, useParams, useSearchParams } from '@remix-run/react'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { baseName } from '~/budget/base-name'
import { FinancingTable } from '~/budget/financing-table'
import type { ChangeType } from '~/budget/amendment'
import { formatRate } from '~/budget/format'
import type { LineComments } from '~/budget/line-comments'
import { isShownExactly, roundingNote } from '~/budget/rounding'
import { ResultTable } from '~/budget/result-table'
import { clock } from '~/ui/date'
import type { Statement } from '~/budget/statement'
import { taxRateKey } from '~/budget/table-line'
import { AmendmentEditor, EditorSection } from './amendment-editor'
import type { Editing } from './amendment-fields'
import { AmendmentList } from './amendment-list'
import { amendmentName } from './amendment-name'
import type { Standing } from './board-cells'
import { BoardTable } from './board-table'
import {
  amendmentsByBoard,
  amendmentsOn,
  type BudgetAnswer,
  type BudgetPage,
  type ShownAmendment,
} from './budget-page'
import { useCellEdits } from './cell-edits'
import { CellSavers } from './cell-saver'
import { PasteDialog, type PasteAsked } from './paste-dialog'
import { UndoBar } from './undo-bar'
import { SuggestedNotice } from './suggested-notice'
import { awaitsDecision, countingSuggested } from './suggested'
import { isChangeType } from './change-form'
import { editParameters, EditButton, newAmendment } from './edit-button'
import { LineChoices } from './line-choices'

/** The budget page: the boards' table, the result, the financing and the amendments behind them. */
export function BudgetView({
  page,
  standing,
  standOn,
  latest,
  commentOf,
  comments,
}: {
  page: BudgetPage
  standing: ReadonlyMap<string, readonly Standing[]>
  standOn: (spot: string | null) => void
  /** The last save by somebody else since the page was opened. */
  latest: { readonly by: { readonly name: string }; readonly at: Date } | null
  commentOf: (amendment: ShownAmendment, name: string) => ReactNode
  comments: LineComments
}) {
  const { statement, years } = page
  const [shownAt, show] = useState(0)
  const [editing, setEditing] = useState<Editing | null>(null)
  const close = useCallback(() => setEditing(null), [])
  const edits = useCellEdits(page.statement.unit)
  const [paste, setPaste] = useState<PasteAsked | null>(null)
  const closePaste = useCallback(() => setPaste(null), [])
  const { isFresh, markSeen } = useSeen(page)
  const counted = useMemo(
    () => countingSuggested(page.amendments, page.withSuggested),
    [page.amendments, page.withSuggested],
  )
  const byBoard = useMemo(() => amendmentsByBoard(counted), [counted])
  const shown = { at: shownAt, show }
  const numberOf = (type: ChangeType, line?: string) => (
    <NumberLinks amendments={amendmentsOn(counted, type, line)} statement={statement} />
  )
  return (
    <>
      <BudgetTitle {...{ page, latest, comments }} taxLinks={numberOf('tax-rate')} />
      <SuggestedNotice number={edits.suggested} />
      <CellSavers edits={edits} amendments={page.amendments} />
      {statement.boards.length > 0 && (
        <BoardTable
          statement={statement}
          shown={shown}
          byBoard={byBoard}
          standing={standing}
          onPaste={setPaste}
          onForm={(board, amendment, at, typed) => setEditing({ board, amendment, at, typed })}
          onSeen={markSeen}
          standOn={standOn}
          context={{
            unit: statement.unit,
            years,
            now: page.now,
            editable: page.editable,
            edits,
            isFresh,
            comments,
          }}
        />
      )}
      <AfterBoards page={page} asked={paste} onClose={closePaste} />
      <div className="block after-table">
        <ResultTable
          statement={statement}
          years={years}
          shown={shown}
          numberOf={numberOf}
          comments={comments}
        />
      </div>
      {!isShownExactly(statement) && <p className="second">{roundingNote}</p>}
      <FinancingTable statement={statement} comments={comments} />
      <OurAmendments {...{ page, commentOf }} onEdit={setEditing} />
      <AskedEditor page={page} />
      {editing && page.editable && (
        <AmendmentEditor page={page} editing={editing} onClose={close} />
      )}
    </>
  )
}

/** What the figures are of, who saved last, and the tax rate. */
function BudgetTitle({
  page: { statement, base },
  latest,
  comments,
  taxLinks,
}: {
  page: BudgetPage
  latest: { readonly by: { readonly name: string }; readonly at: Date } | null
  comments: LineComments
  taxLinks: ReactNode
}) {
  return (
    <div className="title">
      <h1>Budget</h1>
      <p className="basis">
        Grund: {baseName(base)}, utgåva {base.edition}. Belopp i {statement.unit}. Plus betyder mer
        pengar till nämnden.{' '}
        <output>{latest && `${latest.by.name} sparade ${clock(latest.at)}.`}</output>
      </p>
      <p className="end second">
        {statement.taxRate.known && (
          <>
            Skattesats <span className="num">{formatRate(statement.taxRate.base)}</span>{' '}
          </>
        )}
        {statement.taxRate.change !== 0 && (
          <>
            <span aria-hidden="true">→</span>
            <span className="sr">blir</span>{' '}
            <b className="num">{formatRate(statement.taxRate.proposed)}</b>{' '}
          </>
        )}
        {taxLinks} {comments.markerOf(taxRateKey, 'skattesatsen')}
      </p>
    </div>
  )
}

/** Undo and paste: what is done to several figures of the boards at once. */
function AfterBoards({
  page,
  asked,
  onClose,
}: {
  page: BudgetPage
  asked: PasteAsked | null
  onClose: () => void
}) {
  const figures = `/proposals/${useParams().proposalId}/figures`
  const [pasted, setPasted] = useState<number | null>(null)
  return (
    <>
      {page.history && <UndoBar history={page.history} action={figures} />}
      <output className="second">{pasted !== null && pastedText(pasted)}</output>
      {asked && (
        <PasteDialog
          asked={asked}
          unit={page.statement.unit}
          action={figures}
          withSuggested={page.withSuggested}
          onClose={saved => {
            setPasted(saved)
            onClose()
          }}
        />
      )}
    </>
  )
}

const nothingTyped: Editing = { amendment: null, board: '', at: 0, typed: '' }

/** The list of our amendments, and the ways to add one and to decide. */
function OurAmendments({
  page,
  commentOf,
  onEdit,
}: {
  page: BudgetPage
  commentOf: (amendment: ShownAmendment, name: string) => ReactNode
  onEdit: (editing: Editing) => void
}) {
  return (
    <section className="block" id="andringar" aria-labelledby="h-and">
      <h2 id="h-and">Våra ändringar</h2>
      <p className="lede">
        Varje ändring har ett belopp per år, ett skäl och en avsändare. Skälet är för gruppen och
        trycks inte.
      </p>
      <AmendmentList
        page={page}
        commentOf={commentOf}
        onChange={amendment => onEdit({ ...nothingTyped, amendment })}
      />
      {page.editable && (
        <div className="row-end">
          {page.amendments.some(awaitsDecision) && (
            <Link className="btn" to="../meeting">
              Mötesläge
            </Link>
          )}
          <EditButton kind="primary" which={newAmendment} onOpen={() => onEdit(nothingTyped)}>
            Lägg till ändring
          </EditButton>
        </div>
      )}
      <LineChoices page={page} />
    </section>
  )
}

/** The form in the page, where its address asks for it: how it is opened without script. */
function AskedEditor({ page }: { page: BudgetPage }) {
  const [asked, ask] = useSearchParams()
  const answered = useActionData<BudgetAnswer>() ?? null
  const close = useCallback(() => ask({}, { replace: true, preventScrollReset: true }), [ask])
  const which = asked.get(editParameters.which)
  const amendment = page.amendments.find(({ id }) => id === which) ?? null
  if (answered?.ok) return <p role="status">Ä{answered.number} är sparad.</p>
  if (!page.editable || (which !== newAmendment && !amendment)) return null
  const kind = amendment?.change.type ?? asked.get(editParameters.kind) ?? undefined
  return (
    <EditorSection
      page={page}
      editing={{ amendment, board: '', at: 0, typed: '' }}
      kind={isChangeType(kind) ? kind : 'frame'}
      answered={answered}
      onClose={close}
    />
  )
}

const pastedText = (saved: number) =>
  saved === 1
    ? 'Det inklistrade är sparat i 1 ändring.'
    : `Det inklistrade är sparat i ${saved} ändringar.`

function NumberLinks({
  amendments,
  statement,
}: {
  amendments: readonly ShownAmendment[]
  statement: Statement
}) {
  return amendments.map(amendment => (
    <a
      key={amendment.id}
      className="nr"
      href={`#a-${amendment.id}`}
      aria-label={`Ändring Ä${amendment.number}, ${amendmentName(amendment, statement)}`}
    >
      Ä{amendment.number}
    </a>
  ))
}

/** What others changed since the page was opened carries a mark until the member has been on it. */
function useSeen({ amendments, memberId }: BudgetPage) {
  const [seen, setSeen] = useState(() => revisionsOf(amendments))
  const isFresh = ({ id, revision, updatedById }: ShownAmendment) =>
    updatedById !== memberId && revision > (seen.get(id) ?? 0)
  const markSeen = (some: readonly ShownAmendment[]) =>
    setSeen(before => new Map([...before, ...revisionsOf(some)]))
  return { isFresh, markSeen }
}

const revisionsOf = (amendments: readonly ShownAmendment[]): ReadonlyMap<string, number> =>
  new Map(amendments.map(({ id, revision }) => [id, revision]))
