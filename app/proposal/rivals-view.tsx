import { Link, useActionData, useLocation, useSearchParams } from '@remix-run/react'
import { useSuggestedNote } from '~/budget/with-suggested'
import { EmptyState } from '~/ui/message'
import type { RivalsPage } from './load-rivals-page.server'
import { mostRivals } from './bounds'
import { baseOf, compareRival } from './rival-comparison'
import { RivalEditor, type RivalDraft, type RivalEditing } from './rival-editor'
import type { StoredRival } from './rival-store.server'
import { apartNotes, boardTables, mainTables, type RivalTable } from './rival-tables'
import type { ComparedGroup } from './side-by-side'
import { SideBySideTable } from './side-by-side-table'

/** Our proposal beside another party's or the majority's. */
export function RivalsView({ page }: { page: RivalsPage }) {
  const { framework, rivals, editable } = page
  const [search] = useSearchParams()
  const link = usePageLink()
  const draft = useActionData<RivalDraft>() ?? null
  const editing = editable ? editingOf(search, rivals) : null
  const shown = rivals.find(({ id }) => id === search.get('rival')) ?? rivals[0]
  const full = rivals.length >= mostRivals
  return (
    <>
      <div className="title">
        <h1>Jämför med andra</h1>
        <p className="basis">
          Majoritetens eller ett annat partis förslag bredvid vårt. Inget här räknas i vårt förslag.
        </p>
        {editable && !full && (
          <p className="end">
            <Link className="btn" to={link({ file: '1' })}>
              Läs in en fil
            </Link>{' '}
            <Link className="btn primary" to={link({ add: '1' })}>
              Skriv in ett förslag
            </Link>
          </p>
        )}
      </div>
      {editable && full && (
        <p className="second">
          Sex andra förslag är det mesta som hålls här. Ta bort ett för att lägga till ett annat.
        </p>
      )}
      {editing && (
        <RivalEditor
          key={`${editing.type} ${editing.rival?.id} ${draft?.typed.revision}`}
          {...{ editing, draft, framework }}
          back={link({})}
        />
      )}
      {rivals.length === 0 && (
        <EmptyState title="Inget att jämföra med än">
          <p>
            Här ställs vårt förslag bredvid andras: nämnd för nämnd, skatt och resultat.
            {editable
              ? ' Läs in JSON-filen till en version, eller skriv in förslagets ändringar av vår ram.'
              : ' Skribenter, sekreteraren och gruppledaren kan lägga till förslag.'}
          </p>
        </EmptyState>
      )}
      <RivalList {...{ rivals, shown, editable, link }} />
      {shown && <Comparison key={shown.id} page={page} rival={shown} />}
    </>
  )
}

/** The proposals that are kept, with their ways in. */
function RivalList({
  rivals,
  shown,
  editable,
  link,
}: Pick<RivalsPage, 'rivals' | 'editable'> & {
  shown: StoredRival | undefined
  link: ReturnType<typeof usePageLink>
}) {
  return (
    <ul className="kept-list">
      {rivals.map(rival => (
        <li key={rival.id}>
          {rivals.length > 1 && rival !== shown ? (
            <Link to={link({ rival: rival.id })}>{rival.name}</Link>
          ) : (
            <b>{rival.name}</b>
          )}{' '}
          <span className="meta">{rival.source}</span>
          {editable && (
            <>
              {' '}
              <Link
                to={link({ rival: rival.id, change: rival.id })}
                aria-label={`Ändra ${rival.name}`}
              >
                Ändra
              </Link>{' '}
              <Link
                to={link({ rival: rival.id, remove: rival.id })}
                aria-label={`Ta bort ${rival.name}`}
              >
                Ta bort
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Comparison({ page, rival }: { page: RivalsPage; rival: StoredRival }) {
  const { framework, amendments } = page
  const note = useSuggestedNote()
  const { unit } = framework
  const comparison = compareRival(
    { framework, amendments },
    { framework: baseOf(rival, framework), amendments: rival.amendments },
  )
  const notes = apartNotes(comparison)
  const main = mainTables(comparison, unit, rival.name)
  const boards = boardTables(comparison, unit, rival.name)
  return (
    <>
      <p>
        Jämfört med <b>{rival.name}</b>: {rival.source}
        {rival.datedOn && `, ${rival.datedOn}`}. Inlagt av {rival.updatedByName}. Skillnad är det
        andra förslaget minus vårt, och kvar att finansiera mäts mot vart och ett förslags eget
        resultatmål.
      </p>
      {notes.length > 0 && (
        <div className="clash">
          <h2>Det här skiljer förslagens grund</h2>
          <ul>
            {notes.map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      )}
      <Tables title={`Nyckeltal${note}`} first="Post" tables={main} />
      <Tables title={`Nämndernas ramar, ${unit}${note}`} first="Nämnd" tables={boards} />
    </>
  )
}

function Tables({
  title,
  first,
  tables,
}: {
  title: string
  first: string
  tables: readonly RivalTable[]
}) {
  const [head] = tables
  if (!head) return null
  const columns = head.heads.map((name, i) => ({ id: String(i), name }))
  return <SideBySideTable {...{ title, first, columns }} groups={tables.map(groupOf)} />
}

/** The difference is in ink, where there is one. */
const groupOf = ({ name, rows, summed }: RivalTable): ComparedGroup => ({
  name,
  ...(summed && { summed }),
  rows: rows.map(row => ({
    name: row.name,
    cells: row.cells.map((text, i) => ({
      text,
      differs: i === row.cells.length - 1 && /[1-9]/.test(text),
      difference: null,
    })),
  })),
})

type Parameter = 'rival' | 'file' | 'add' | 'change' | 'remove'
const parameters: readonly Parameter[] = ['rival', 'file', 'add', 'change', 'remove']

/** The address of the page with another proposal chosen or a form open; what else stands in the address is kept. */
function usePageLink() {
  const { pathname, search } = useLocation()
  return (set: Partial<Record<Parameter, string>>): string => {
    const params = new URLSearchParams(search)
    for (const name of parameters) if (name !== 'rival' || set.rival) params.delete(name)
    for (const [name, value] of Object.entries(set)) params.set(name, value)
    const text = params.toString()
    const isForm = parameters.some(name => name !== 'rival' && set[name])
    return `${pathname}${text && `?${text}`}${isForm ? '#formular' : ''}`
  }
}

/** The address says which form is open, so that it works without script and survives a reload. */
function editingOf(search: URLSearchParams, rivals: readonly StoredRival[]): RivalEditing | null {
  const fits = rivals.length < mostRivals
  for (const type of ['file', 'add'] as const)
    if (search.has(type)) return fits ? { type, rival: null } : null
  for (const type of ['change', 'remove'] as const) {
    const rival = rivals.find(({ id }) => id === search.get(type))
    if (rival) return { type, rival }
  }
  return null
}
