import { Button } from '~/ui/button'
import type { Suggestion } from './suggestion'
import { useSettling } from './suggestion-note'

type Person = { readonly id: string; readonly name: string; readonly count: number }

/** All suggestions of a section at once: how many, whose, and for writers to accept or reject together. */
export function SuggestionBar({
  suggestions,
  nameOf,
  action,
  canSettle,
  memberId,
}: {
  suggestions: readonly Suggestion[]
  nameOf: (memberId: string) => string
  action: string
  canSettle: boolean
  memberId: string
}) {
  const { settle, busy, fault, said } = useSettling(suggestions, action)
  const people = peopleOf(suggestions, nameOf)
  const own = people.find(({ id }) => id === memberId)
  if (suggestions.length === 0) return said ? <p role="status">{said}</p> : null
  return (
    <section className="suggestion-bar" aria-label="Alla ändringsförslag">
      <details>
        <summary>
          {suggestions.length === 1
            ? '1 ändringsförslag i texten'
            : `${suggestions.length} ändringsförslag i texten`}
        </summary>
        {canSettle ? (
          <ul>
            {people.map(({ id, name, count }) => (
              <li key={id}>
                <Choice
                  title={`${name} (${count})`}
                  all={`alla förslag av ${name}`}
                  busy={busy}
                  onChoose={intent => settle(intent, one => one.authorId === id)}
                />
              </li>
            ))}
            {people.length > 1 && (
              <li>
                <Choice title="Alla" all="alla förslag" busy={busy} onChoose={settle} />
              </li>
            )}
          </ul>
        ) : (
          <p className="second">
            En skribent eller sekreterare avgör dem.{' '}
            {own && (
              <Button
                kind="plain"
                small
                busy={busy}
                onClick={() => settle('withdraw', one => one.authorId === memberId)}
              >
                Ta tillbaka alla mina ({own.count})
              </Button>
            )}
          </p>
        )}
      </details>
      {fault && (
        <p role="alert" className="error">
          {fault}
        </p>
      )}
      {said && <p role="status">{said}</p>}
    </section>
  )
}

function Choice({
  title,
  all,
  busy,
  onChoose,
}: {
  title: string
  /** What is settled, as it is spoken after the verb. */
  all: string
  busy: boolean
  onChoose: (intent: 'accept' | 'reject') => void
}) {
  return (
    <>
      <span>{title}</span>
      <Button small busy={busy} onClick={() => onChoose('accept')} aria-label={`Godta ${all}`}>
        Godta alla
      </Button>
      <Button
        kind="plain"
        small
        busy={busy}
        onClick={() => onChoose('reject')}
        aria-label={`Avslå ${all}`}
      >
        Avslå alla
      </Button>
    </>
  )
}

function peopleOf(
  suggestions: readonly Suggestion[],
  nameOf: (memberId: string) => string,
): Person[] {
  const counts = new Map<string, number>()
  for (const { authorId } of suggestions) counts.set(authorId, (counts.get(authorId) ?? 0) + 1)
  return [...counts].map(([id, count]) => ({ id, name: nameOf(id), count }))
}
