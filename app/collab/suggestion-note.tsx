import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import { wordingHash, type Suggestion } from './suggestion'
import { suggestionWords, type ReadFigure } from './suggestion-words'
import { when } from './thread-note'

type Settled = Outcome<{ settled: number }>
type Intent = 'accept' | 'reject' | 'withdraw'

/** How long a text has to have stood before it counts as read. */
const readingTime = 1000

/** What the reader has seen of the suggestions: a change that came this very moment is not read yet. */
function useSeen(suggestions: readonly Suggestion[]): string[] {
  const now = suggestions.map(one => `${one.id}:${wordingHash(one)}`)
  const key = now.join(' ')
  const [seen, setSeen] = useState(key)
  useEffect(() => {
    const timer = window.setTimeout(() => setSeen(key), readingTime)
    return () => window.clearTimeout(timer)
  }, [key])
  const read = new Map(seen.split(' ').map(one => [one.split(':')[0] ?? '', one]))
  return now.map(one => read.get(one.split(':')[0] ?? '') ?? one)
}

/** Sends a decision, and says what came of it where that is not plain to see. */
export function useSettling(suggestions: readonly Suggestion[], action: string) {
  const fetcher = useFetcher<Settled>()
  const seen = useSeen(suggestions)
  const [asked, setAsked] = useState(0)
  const settle = (intent: Intent, which: (one: Suggestion) => boolean = () => true) => {
    const form = new FormData()
    form.set('intent', intent)
    const chosen = seen.filter((_, i) => suggestions[i] && which(suggestions[i]))
    for (const one of chosen) form.append('seen', one)
    setAsked(chosen.length)
    fetcher.submit(form, { method: 'post', action })
  }
  const answered = fetcher.state === 'idle' ? fetcher.data : undefined
  const fault = answered && !answered.ok ? answered.fault.message : null
  const missed = answered?.ok ? asked - answered.value.settled : 0
  const said =
    missed > 0 ? `${missed === 1 ? 'Ett förslag' : `${missed} förslag`} var redan avgjort.` : null
  return { settle, busy: fetcher.state !== 'idle', fault, said }
}

/** One suggested change of the text: what, whose, since when, and what one may do with it. */
export function SuggestionNote({
  suggestion,
  read,
  author,
  action,
  canSettle,
  isOwn,
}: {
  suggestion: Suggestion
  read: ReadFigure
  author: string
  action: string
  canSettle: boolean
  isOwn: boolean
}) {
  const { settle, busy, fault, said } = useSettling([suggestion], action)
  const words = suggestionWords(suggestion, read)
  const decide = (intent: Intent, button: HTMLElement) => {
    const next = button.closest('[data-pos]')?.nextElementSibling?.querySelector('button')
    settle(intent)
    const place = next ?? document.querySelector<HTMLElement>('.ProseMirror')
    place?.focus({ preventScroll: true })
  }
  return (
    <section
      className="note suggestion"
      data-suggestion={suggestion.id}
      aria-label={`Ändringsförslag av ${author}: ${words}`}
    >
      <p className="note-h">{words}</p>
      <p className="by">
        <b>{author}</b>{' '}
        <time dateTime={suggestion.since.toISOString()}>{when(suggestion.since)}</time>
      </p>
      {canSettle ? (
        <div className="acts">
          <Button small busy={busy} onClick={event => decide('accept', event.currentTarget)}>
            Godta
          </Button>
          <Button
            kind="plain"
            small
            busy={busy}
            onClick={event => decide('reject', event.currentTarget)}
          >
            Avslå
          </Button>
        </div>
      ) : (
        isOwn && (
          <div className="acts">
            <Button
              kind="plain"
              small
              busy={busy}
              onClick={event => decide('withdraw', event.currentTarget)}
            >
              Ta tillbaka
            </Button>
          </div>
        )
      )}
      {fault && (
        <p role="alert" className="error">
          {fault}
        </p>
      )}
      {said && <p role="status">{said}</p>}
    </section>
  )
}
