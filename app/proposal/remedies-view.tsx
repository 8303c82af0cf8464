import { Form, Link, useActionData, useNavigation } from '@remix-run/react'
import { tkr } from '~/budget/money'
import { PlainTable } from '~/budget/plain-table'
import type { RemedyType } from '~/budget/remedy'
import { exactWithUnit } from '~/budget/table-unit'
import type { Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { FormDone, FormFault } from '~/ui/message'
import type { RemediesPage, ShownRemedy } from './remedies-page'
import type { SuggestedRemedy } from './suggest-remedy.server'
import { switchedSearch } from './suggested'

/** What a press answered, and which alternative it was on. */
export type RemedyAnswer = { readonly type: RemedyType | null } & Outcome<SuggestedRemedy>

/** *Vad krävs?*: what closes the gap, each alternative exact, and one press that suggests it. */
export function RemediesView({ page }: { page: RemediesPage }) {
  const { short, closed, remedies } = page
  const answered = useActionData<RemedyAnswer>()
  const idle = useNavigation().state === 'idle'
  const shown = remedies.some(({ type }) => type === answered?.type)
  return (
    <>
      <div className="title">
        <h1>Vad krävs?</h1>
        <p className="basis">
          Grund: {page.base}. Exakta belopp i {page.unit}
          {page.withSuggested ? ', de föreslagna ändringarna är medräknade' : ''}.
        </p>
      </div>
      {answered && !answered.ok && !shown && idle && (
        <FormFault title="Inget är föreslaget.">{answered.fault.message}</FormFault>
      )}
      {short ? <Needed page={page} /> : <NothingNeeded page={page} />}
      <PlainTable
        title="Som förslaget står nu"
        unit={page.unit}
        heads={['Rad', ...page.years.map(String)]}
        rows={page.now}
      />
      {short && page.boards.length > 1 && <BoardPicker page={page} />}
      {remedies.map(remedy => (
        <Alternative
          key={remedy.type}
          page={page}
          remedy={remedy}
          answered={answered?.type === remedy.type && idle ? answered : null}
        />
      ))}
      {closed.length > 0 && (
        <section className="block" aria-labelledby="h-stangda">
          <h2 id="h-stangda">Räcker inte</h2>
          <dl className="wordings">
            {closed.map(({ type, name, why }) => (
              <div key={type}>
                <dt>{name}</dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

function Needed({ page }: { page: RemediesPage }) {
  const ways = page.remedies.length
  return (
    <>
      <p className="lede">
        {ways === 0
          ? 'Inget enskilt steg räcker. Varför står nedan; slå ihop flera ändringar på sidan Budget.'
          : `${ways === 1 ? 'Ett sätt' : `${counts[ways] ?? ways} sätt, vart och ett för sig`}: det minsta som räcker alla åren, räknat av servern på det som är sparat nu.`}
      </p>
      <ReadOnlyNote page={page} />
    </>
  )
}

const counts: Readonly<Record<number, string>> = { 2: 'Två', 3: 'Tre', 4: 'Fyra', 5: 'Fem' }

function NothingNeeded({
  page: { unit, averaged, hasTarget, smallestMargin },
}: {
  page: RemediesPage
}) {
  const room = exactWithUnit(unit, tkr(smallestMargin))
  const what = hasTarget ? 'Målet nås' : 'Intäkterna täcker kostnaderna'
  return (
    <p className="lede">
      Inget krävs. {what} {averaged ? 'över perioden' : 'alla åren'}.{' '}
      {averaged ? `Utrymmet är ${room}.` : `Minst utrymme något av åren: ${room}.`}
    </p>
  )
}

const notes = {
  role: 'Du kan läsa alternativen. Skribenter, sekreteraren och gruppledaren kan lägga dem som förslag.',
  status: 'Alternativen går att läsa men inte lägga som förslag: förslaget är låst eller inlämnat.',
}

const ReadOnlyNote = ({ page: { readOnly } }: { page: RemediesPage }) =>
  readOnly && <p className="second">{notes[readOnly]}</p>

/** An ordinary form, so that the address says which board is looked at. */
function BoardPicker({ page: { boards, board, withSuggested } }: { page: RemediesPage }) {
  return (
    <Form className="pick block" key={board} preventScrollReset>
      {withSuggested && <input type="hidden" name="with" value="suggested" />}
      <SelectField label="Mindre till nämnden" name="board" defaultValue={board}>
        {boards.map(({ id, name }, i) => (
          // a framework may hold a board twice: C14 says so
          <option key={`${i} ${id}`} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Button type="submit">Räkna</Button>
    </Form>
  )
}

function Alternative({
  page,
  remedy,
  answered,
}: {
  page: RemediesPage
  remedy: ShownRemedy
  answered: RemedyAnswer | null
}) {
  const { type, title, meaning, rows, suggested } = remedy
  return (
    <section className="remedy" id={type}>
      <PlainTable
        title={title}
        unit={page.unit}
        heads={['Rad', ...page.years.map(String)]}
        rows={rows}
      />
      <p className="second">{meaning}</p>
      {answered && !answered.ok && (
        <FormFault title="Inget är föreslaget.">{answered.fault.message}</FormFault>
      )}
      {answered?.ok && <FormDone>Sparat som förslag. Det räknas när det är antaget.</FormDone>}
      {suggested.length > 0 ? (
        <Suggested page={page} suggested={suggested} />
      ) : (
        page.editable && <SuggestForm page={page} remedy={remedy} />
      )}
    </section>
  )
}

function SuggestForm({ page, remedy }: { page: RemediesPage; remedy: ShownRemedy }) {
  const { formData, state } = useNavigation()
  const busy = state !== 'idle' && formData?.get('type') === remedy.type
  return (
    <Form method="post" preventScrollReset className="row-end">
      <input type="hidden" name="intent" value="suggest" />
      <input type="hidden" name="type" value={remedy.type} />
      <input type="hidden" name="board" value={page.board} />
      <input type="hidden" name="seen" value={remedy.mark} />
      {page.withSuggested && <input type="hidden" name="with" value="suggested" />}
      <Button type="submit" busy={busy} aria-label={`Lägg som förslag: ${remedy.title}`}>
        {busy ? 'Sparar' : 'Lägg som förslag'}
      </Button>
    </Form>
  )
}

function Suggested({
  page: { proposalId },
  suggested,
}: {
  page: RemediesPage
  suggested: ShownRemedy['suggested']
}) {
  return (
    <p>
      Föreslaget som{' '}
      {suggested.map(({ id, number }, i) => (
        <span key={id}>
          {i > 0 && ', '}
          <Link to={`/proposals/${proposalId}/budget#a-${id}`}>Ä{number}</Link>
        </span>
      ))}
      . <Link to={{ search: switchedSearch('', true) }}>Visa med föreslagna</Link>{' '}
      <Link to={`/proposals/${proposalId}/meeting`}>Till mötesläget</Link>
    </p>
  )
}
