import { Link, useActionData, useLocation, useSearchParams } from '@remix-run/react'
import { statementOf } from '~/budget/statement'
import { useSuggestedNote } from '~/budget/with-suggested'
import { EmptyState } from '~/ui/message'
import { inAlternative, mostAlternatives } from './alternative'
import { AlternativeEditor } from './alternative-editor'
import type { AlternativeDraft, AlternativeEditing } from './alternative-form'
import { AlternativeStandings } from './alternative-standings'
import type { StoredAlternative } from './alternative-store.server'
import type { AlternativesPage } from './load-alternatives-page.server'
import { boardChanges, mainFigures } from './side-by-side'
import { SideBySideTable } from './side-by-side-table'
import { countingSuggested } from './suggested'

/** The proposal beside what it would be with some of its amendments on or off. */
export function AlternativesView({ page }: { page: AlternativesPage }) {
  const { framework, amendments, alternatives, editable } = page
  const [search] = useSearchParams()
  const link = useFormLink()
  const note = useSuggestedNote()
  const draft = useActionData<AlternativeDraft>() ?? null
  const shown = countingSuggested(amendments, page.withSuggested)
  const proposal = statementOf(framework, shown)
  const statements = [
    proposal,
    ...alternatives.map(each => statementOf(framework, inAlternative(shown, each))),
  ]
  const columns = [{ id: 'proposal', name: `Förslaget${note}` }, ...alternatives]
  const boards = boardChanges(statements)
  const editing = editable ? editingOf(search, alternatives) : null
  const full = alternatives.length >= mostAlternatives
  return (
    <>
      <div className="title">
        <h1>Alternativ</h1>
        <p className="basis">
          {page.title} med några ändringar på eller av, bredvid förslaget som det står. Inget här
          räknas i förslaget.
        </p>
        {editable && !full && (
          <p className="end">
            <Link className="btn primary" to={link('add', '1')}>
              Lägg till alternativ
            </Link>
          </p>
        )}
      </div>
      {editable && full && (
        <p className="second">
          Fyra alternativ är det mesta som får plats bredvid varandra. Ta bort eller ändra ett för
          att pröva något annat.
        </p>
      )}
      {editing && (
        <AlternativeEditor
          key={`${editing.type} ${editing.alternative?.id} ${draft?.typed.revision}`}
          {...{ editing, draft, amendments }}
          statement={proposal}
          back={link()}
        />
      )}
      {alternatives.length === 0 ? (
        <EmptyState title="Inga alternativ än">
          <p>
            Ett alternativ är förslaget med några ändringar på eller av, som ”Utan skattehöjning”.
            Upp till fyra står bredvid varandra, år för år.
            {editable ? '' : ' Skribenter, sekreteraren och gruppledaren kan lägga till dem.'}
          </p>
        </EmptyState>
      ) : (
        <>
          <AlternativeList alternatives={alternatives} link={editable ? link : null} />
          <SideBySideTable
            title="Nyckeltal"
            first="År"
            columns={columns}
            groups={mainFigures(statements)}
          />
          {boards.length > 0 && (
            <SideBySideTable
              title={`Ändring mot ramen, ${proposal.unit}`}
              first="Nämnd"
              columns={columns}
              groups={boards}
            />
          )}
          <AlternativeStandings {...{ amendments, shown, alternatives }} statement={proposal} />
        </>
      )}
    </>
  )
}

type FormLink = (parameter?: string, id?: string) => string

/** The address of the page with a form open, or with none; what else stands in the address is kept. */
function useFormLink(): FormLink {
  const { pathname, search } = useLocation()
  return (parameter, id = '') => {
    const params = new URLSearchParams(search)
    for (const name of parameters) params.delete(name)
    if (parameter) params.set(parameter, id)
    const text = params.toString()
    return `${pathname}${text && `?${text}`}${parameter ? '#formular' : ''}`
  }
}

const parameters = ['add', 'change', 'remove'] as const

/** The address says which form is open, so that it works without script and survives a reload. */
function editingOf(
  search: URLSearchParams,
  alternatives: readonly StoredAlternative[],
): AlternativeEditing | null {
  if (search.has('add'))
    return alternatives.length < mostAlternatives ? { type: 'add', alternative: null } : null
  for (const type of ['change', 'remove'] as const) {
    const alternative = alternatives.find(({ id }) => id === search.get(type))
    if (alternative) return { type, alternative }
  }
  return null
}

/** Who made each alternative what it is, and the ways to change it; `link` is null for who only reads. */
function AlternativeList({
  alternatives,
  link,
}: {
  alternatives: readonly StoredAlternative[]
  link: FormLink | null
}) {
  return (
    <ul className="kept-list">
      {alternatives.map(({ id, name, updatedByName }) => (
        <li key={id}>
          <b>{name}</b> <span className="meta">{updatedByName}</span>
          {link && (
            <>
              {' '}
              <Link to={link('change', id)} aria-label={`Ändra ${name}`}>
                Ändra
              </Link>{' '}
              <Link to={link('remove', id)} aria-label={`Ta bort ${name}`}>
                Ta bort
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
