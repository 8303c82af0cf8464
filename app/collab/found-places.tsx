import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FieldFound, SectionFound } from './find-page.server'
import type { Found, FoundAt } from './find-words'
import type { ChosenInField, ChosenWords } from './replace-form'

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
  const { sections, fields, canSuggest, base } = props
  return (
    <>
      {sections.map(({ id, number, title, found }) => (
        <Place key={id} to={`${base}/sections/${id}`} name={`${number}. ${title}`} found={found}>
          {({ from, to, ...hit }) => (
            <Hit
              {...hit}
              chosen={canSuggest ? { section: id, from, to, words: hit.words } : null}
            />
          )}
        </Place>
      ))}
      {fields.length > 0 && <Fields {...props} />}
    </>
  )
}

/** What was found in one place, under the way there. */
function Place<T extends Found | FoundAt>({
  to,
  name,
  found,
  children,
}: {
  to: string
  name: string
  found: readonly T[]
  children: (one: T) => ReactNode
}) {
  return (
    <fieldset>
      <legend>
        <Link to={to}>{name}</Link> <span className="second">{hits(found.length)}</span>
      </legend>
      <ul>
        {found.map(one => (
          <li key={'at' in one ? one.at : `${one.from} ${one.to}`}>{children(one)}</li>
        ))}
      </ul>
    </fieldset>
  )
}

/** Titles, goals, amendments and clauses: nothing can be suggested in them, and some of it is written elsewhere. */
function Fields({ fields, led, canWrite, base }: Props) {
  const writable = canWrite && fields.some(({ revision }) => revision !== null)
  const fixed = fields.filter(({ revision }) => revision === null)
  return (
    <section className="found-fields" aria-labelledby="found-fields">
      <h2 id="found-fields">Utanför avsnittens text</h2>
      {writable && (
        <p className="second">
          Här finns inga ändringsförslag: <em>Ersätt valda</em> byter ut direkt,{' '}
          <em>Föreslå valda</em> lämnar träffarna som de är.
          {led && ' En antagen ändring får de nya orden som ett förslag till gruppledaren.'}
        </p>
      )}
      {fixed.length > 0 && <p className="second">{fixedText(fixed)}</p>}
      {fields.map(({ key, name, path, revision, found }) => (
        <Place key={key} to={`${base}/${path}`} name={name} found={found}>
          {({ at, ...hit }) => (
            <Hit
              {...hit}
              chosen={
                canWrite && revision !== null
                  ? { field: key, revision, at, words: hit.words }
                  : null
              }
            />
          )}
        </Place>
      ))}
    </section>
  )
}

/** Why some of what was found has no box. */
const fixedText = (fixed: readonly FieldFound[]): string =>
  [
    fixed.some(({ kind }) => kind === 'clause') &&
      'Att-satserna skriver servern ur siffror, rubriker och mål: ändra dem där.',
    fixed.some(({ kind }) => kind !== 'clause') &&
      'Fotnoter och bildbeskrivningar ändras i sina avsnitt.',
  ]
    .filter(Boolean)
    .join(' ')

type HitProps = Pick<Found, 'words' | 'before' | 'after'> & {
  /** What is sent where it is chosen; null where it cannot be. */
  readonly chosen: ChosenWords | ChosenInField | null
}

function Hit({ chosen, words, before, after }: HitProps) {
  const line: ReactNode = (
    <span>
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
