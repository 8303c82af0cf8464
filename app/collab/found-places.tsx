import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FieldFound, SectionFound } from './find-page.server'
import type { Found } from './find-words'
import { takesSuggestions } from './note-part'
import type { ChosenInField, ChosenInNote, ChosenWords } from './replace-form'

export const hits = (count: number) => (count === 1 ? '1 träff' : `${count} träffar`)

type Props = {
  readonly sections: readonly SectionFound[]
  readonly fields: readonly FieldFound[]
  /** Whether a leader decides what counts. */
  readonly led: boolean
  readonly canWrite: boolean
  readonly canSuggest: boolean
  /** The proposal's own address, without a final slash. */
  readonly base: string
}

/** What was found, place by place, each with the way there; what may be replaced can be ticked. */
export function FoundPlaces(props: Props) {
  const { sections, fields } = props
  return (
    <>
      {sections.map(section => (
        <Section key={section.id} {...props} section={section} />
      ))}
      {fields.length > 0 && <Fields {...props} />}
    </>
  )
}

/** What a section says: in its text, its footnotes, and of its images, which take no suggestions. */
function Section({
  section: { id, number, title, found, notes },
  canWrite,
  canSuggest,
  base,
}: Props & { section: SectionFound }) {
  const count = notes.reduce((sum, note) => sum + note.found.length, found.length)
  const fixed = notes.some(({ part }) => !takesSuggestions(part))
  return (
    <Place to={`${base}/sections/${id}`} name={`${number}. ${title}`} count={count}>
      {found.map(({ from, to, ...hit }) => (
        <li key={`${from} ${to}`}>
          <Hit {...hit} chosen={canSuggest ? { section: id, from, to, words: hit.words } : null} />
        </li>
      ))}
      {notes.flatMap(({ part, place, name, found: inNote }) =>
        inNote.map(({ at, ...hit }) => {
          const may = takesSuggestions(part) ? canSuggest : canWrite
          const chosen = { section: id, part, place, at, words: hit.words }
          return (
            <li key={`${part} ${place} ${at}`}>
              <Hit {...hit} name={name} chosen={may ? chosen : null} />
            </li>
          )
        }),
      )}
      {fixed && <li className="second">{imageText(canWrite)}</li>}
    </Place>
  )
}

const imageText = (canWrite: boolean) =>
  canWrite
    ? 'Bildens ord kan inte föreslås: Ersätt valda byter ut dem direkt, Föreslå valda lämnar dem som de är.'
    : 'Bildens ord kan inte föreslås: den som skriver i avsnittet ändrar dem.'

/** What was found in one place, under the way there. */
function Place({
  to,
  name,
  count,
  children,
}: {
  to: string
  name: string
  count: number
  children: ReactNode
}) {
  return (
    <fieldset>
      <legend>
        <Link to={to}>{name}</Link> <span className="second">{hits(count)}</span>
      </legend>
      <ul>{children}</ul>
    </fieldset>
  )
}

/** Titles, goals, amendments and clauses: nothing can be suggested in them, and some of it is written elsewhere. */
function Fields({ fields, led, canWrite, base }: Props) {
  const writable = canWrite && fields.some(({ revision }) => revision !== null)
  return (
    <section className="found-fields" aria-labelledby="found-fields">
      <h2 id="found-fields">Utanför avsnittens text</h2>
      {writable && (
        <p className="second">
          Här finns inga ändringsförslag: <em>Ersätt valda</em> byter ut direkt,{' '}
          <em>Föreslå valda</em> lämnar träffarna som de är.
          {led && ' En antagen ändring får de nya orden som ett förslag till gruppledaren.'}
          {fields.some(({ setAside }) => setAside) &&
            ' En uppskjuten eller tillbakadragen ändring får de nya orden, men ligger kvar där.'}
        </p>
      )}
      {fields.some(({ kind }) => kind === 'clause') && (
        <p className="second">
          Att-satserna skriver servern ur siffror, rubriker och mål: ändra dem där.
        </p>
      )}
      {fields.map(({ key, name, path, revision, found }) => (
        <Place key={key} to={`${base}/${path}`} name={name} count={found.length}>
          {found.map(({ at, ...hit }) => (
            <li key={at}>
              <Hit
                {...hit}
                chosen={
                  canWrite && revision !== null
                    ? { field: key, revision, at, words: hit.words }
                    : null
                }
              />
            </li>
          ))}
        </Place>
      ))}
    </section>
  )
}

type HitProps = Pick<Found, 'words' | 'before' | 'after'> & {
  /** Which text of its place it stands in, where it has several. */
  readonly name?: string
  /** What is sent where it is chosen; null where it cannot be. */
  readonly chosen: ChosenWords | ChosenInNote | ChosenInField | null
}

function Hit({ chosen, name, words, before, after }: HitProps) {
  const line: ReactNode = (
    <span>
      {name && <span className="second">{name}: </span>}
      {before}
      <mark>{words}</mark>
      {after}
    </span>
  )
  if (!chosen) return line
  return (
    <label>
      <input type="checkbox" name="hit" value={JSON.stringify(chosen)} defaultChecked /> {line}
    </label>
  )
}
