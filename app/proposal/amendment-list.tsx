import type { ReactNode } from 'react'
import type { TableUnit } from '~/budget/framework'
import { formatSignedExactIn } from '~/budget/table-unit'
import { LongRow } from '~/ui/long-row'
import { formatMoment } from '~/ui/moment'
import type { AmendmentState } from '~/budget/amendment'
import { AmendmentDetails } from './amendment-details'
import { amendmentName, amendmentTerms } from './amendment-name'
import { AmendmentMoves } from './amendment-moves'
import { useAmendmentPresses, type AmendmentPresses } from './amendment-presses'
import type { BudgetPage, ShownAmendment } from './budget-page'
import { EditButton } from './edit-button'
import { stateNames } from './moves'

/** Our amendments with reason, author and time, and what may be done with each. */
export function AmendmentList({
  page,
  onChange,
  commentOf,
}: {
  page: BudgetPage
  onChange: (amendment: ShownAmendment) => void
  /** The way to comment on an amendment. */
  commentOf: (amendment: ShownAmendment, name: string) => ReactNode
}) {
  const { statement, amendments } = page
  const { presses, onSubmit } = useAmendmentPresses()
  if (amendments.length === 0)
    return (
      <div className="empty">
        <h3>Inga ändringar än</h3>
        <p>
          Förslaget är grunden som den står. En ändring ger en nämnd mer eller mindre pengar, eller
          ändrar skattesats, resultatmål, uppräkning, intäkter eller investeringar.
        </p>
      </div>
    )
  return (
    // the forms are sent by their own buttons; this only hears of it
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table className="t cards notes-t threes" role="table" onSubmit={onSubmit}>
      <caption className="sr">
        Ändringar med skäl och avsändare, {`belopp i ${statement.unit}`}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Nr
          </th>
          <th role="columnheader" scope="col">
            Rad och skäl
          </th>
          {statement.years.map(year => (
            <th key={year} role="columnheader" scope="col" className="r">
              {year}
            </th>
          ))}
          <th role="columnheader" scope="col" className="state">
            Läge och avsändare
          </th>
          <th role="columnheader" scope="col">
            <span className="sr">Åtgärder</span>
          </th>
        </tr>
      </thead>
      {groupsOf(amendments).map(({ state, members }) => (
        <tbody key={state} role="rowgroup">
          {amendments.length > members.length && (
            <tr role="row" className="group">
              <th role="rowheader" scope="rowgroup" colSpan={4 + statement.years.length}>
                {state === 'suggested' && page.withSuggested
                  ? 'Föreslagna, räknas med i det du ser'
                  : groupNames[state]}{' '}
                <span className="second">{members.length}</span>
              </th>
            </tr>
          )}
          {members.map(amendment => (
            <AmendmentRow
              key={amendment.id}
              amendment={amendment}
              {...{ page, presses }}
              onChange={() => onChange(amendment)}
              comment={commentOf(amendment, amendmentName(amendment, statement))}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}

const groupNames: Record<AmendmentState, string> = {
  suggested: 'Föreslagna, räknas inte än',
  adopted: 'Antagna',
  deferred: 'Uppskjutna',
  withdrawn: 'Tillbakadragna',
}

const groupOrder: readonly AmendmentState[] = ['suggested', 'adopted', 'deferred', 'withdrawn']

/** The amendments by state, those to be decided on first. */
function groupsOf(amendments: readonly ShownAmendment[]) {
  return groupOrder
    .map(state => ({ state, members: amendments.filter(other => other.state === state) }))
    .filter(({ members }) => members.length > 0)
}

function AmendmentRow({
  amendment,
  page,
  presses,
  onChange,
  comment,
}: {
  amendment: ShownAmendment
  page: BudgetPage
  presses: AmendmentPresses
  onChange: () => void
  comment: ReactNode
}) {
  const { statement, now } = page
  const name = amendmentName(amendment, statement)
  const withdrawn = amendment.state === 'withdrawn'
  const replacing = replacementText(amendment, page.amendments)
  return (
    <LongRow id={`a-${amendment.id}`} className={withdrawn ? 'withdrawn' : undefined} tabIndex={-1}>
      <td role="cell" className="left ink">
        Ä{amendment.number}
      </td>
      <th role="rowheader" scope="row">
        <b>{name}</b> <span className="meta">{amendmentTerms(amendment, statement)}</span>
        {replacing && <span className="meta"> {replacing}</span>}
        {amendment.motivation ? (
          <p className="why">{amendment.motivation}</p>
        ) : (
          <p className="why quiet">Skäl saknas</p>
        )}
        <AmendmentDetails {...{ amendment, page, presses }} />
      </th>
      {statement.years.map((year, i) => (
        <Effect
          key={year}
          unit={statement.unit}
          year={year}
          amount={amendment.effect?.[i]}
          withdrawn={withdrawn}
        />
      ))}
      <td role="cell" className="left state">
        {amendment.state === 'adopted' ? 'Antagen' : <b>{stateNames[amendment.state]}</b>}
        {amendment.withdrawalBy && (
          <>
            <br />
            <b>{amendment.withdrawalBy.name} föreslår att den dras tillbaka</b>
          </>
        )}
        <br />
        <span className="meta">
          {amendment.updatedByName}, {formatMoment(amendment.updatedAt, now)}
          <SectionLink page={page} section={amendment.section} />
        </span>
      </td>
      <td role="cell" className="left nb acts">
        {page.editable && (
          <>
            <EditButton
              kind="plain"
              which={amendment.id}
              label={`Ändra Ä${amendment.number}, ${name}`}
              onOpen={onChange}
            >
              Ändra
            </EditButton>
            <AmendmentMoves {...{ amendment, name, page, presses }} />
          </>
        )}
        {comment}
      </td>
    </LongRow>
  )
}

function Effect({
  unit,
  year,
  amount,
  withdrawn,
}: {
  unit: TableUnit
  year: number
  amount: NonNullable<ShownAmendment['effect']>[number] | undefined
  withdrawn: boolean
}) {
  if (amount === undefined || withdrawn)
    return (
      <td role="cell" className="num quiet" data-l={year}>
        <span aria-hidden="true">–</span>
        <span className="sr">inget belopp</span>
      </td>
    )
  return (
    <td role="cell" className="num ink" data-l={year}>
      {formatSignedExactIn(unit, amount)}
    </td>
  )
}

function SectionLink({ page, section }: { page: BudgetPage; section: string | null }) {
  const at = page.sections.findIndex(({ id }) => id === section)
  if (section === null || at < 0) return null
  return (
    <>
      <br />
      <a href={`sections/${section}`}>Avsnitt {at + 1}</a>
    </>
  )
}

/** Which one it replaces, or which replaces it. */
function replacementText(
  { id, replaces }: ShownAmendment,
  amendments: readonly ShownAmendment[],
): string {
  const replaced = amendments.find(other => other.id === replaces)
  const by = amendments.find(other => other.state === 'adopted' && other.replaces === id)
  return [replaced && `Ersätter Ä${replaced.number}.`, by && `Ersatt av Ä${by.number}.`]
    .filter(Boolean)
    .join(' ')
}
