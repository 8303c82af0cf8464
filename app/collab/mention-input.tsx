import { useFetcher } from '@remix-run/react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { askedAt, chosen, edited, matching, type CommentDraft, type Mentionable } from './mention'

type Props = {
  id: string
  draft: CommentDraft
  onDraft: (draft: CommentDraft) => void
  /** Escape where no list is open. */
  onEscape: () => void
}

/**
 * Lines to write a comment in. An `@` opens a list of the group's members below them: the arrows move in it, Enter or
 * Tab takes a name, Escape closes it. The focus stays in the text, whose role has to be a plain text field's.
 */
export function MentionInput({ id, draft, onDraft, onEscape }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    // all of the form: on a narrow page it stands below the text, and on a wide one what it begins with may be in sight
    field.current?.form?.scrollIntoView({ block: 'nearest' })
  }, [])
  const naming = useNaming(field, draft, onDraft)
  const { offered, at, asked } = naming
  const optionId = (index: number) => `${id}-name-${index}`
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const handled = offered.length > 0 && naming.key(event.key)
    if (!handled && event.key !== 'Escape') return
    event.preventDefault()
    if (!handled) onEscape()
  }
  return (
    <div className="mention-field">
      <textarea
        id={id}
        ref={field}
        className="input"
        name="body"
        rows={3}
        required
        maxLength={4000}
        value={draft.text}
        aria-describedby={`${id}-how`}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? `${id}-names` : undefined}
        aria-activedescendant={offered.length > 0 ? optionId(at) : undefined}
        onFocus={naming.load}
        onChange={event => naming.write(event.target.value, event.target.selectionEnd)}
        onSelect={naming.follow}
        onBlur={naming.close}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <div
          id={`${id}-names`}
          ref={inSight}
          className="names"
          role="listbox"
          aria-label="Nämn en medlem"
        >
          {offered.map((member, index) => (
            // the keys are the text field's, which keeps the focus
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={member.id}
              id={optionId(index)}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              onMouseDown={event => event.preventDefault()}
              onClick={() => naming.take(member)}
            >
              {member.name}
            </div>
          ))}
        </div>
      )}
      <p id={`${id}-how`} className="second">
        Skriv @ för att nämna någon i gruppen.
      </p>
      <output className="sr">
        {offered.length > 0 && `${offered.length} namn. Pilarna väljer, Enter tar.`}
        {asked !== null && offered.length === 0 && !/\s/.test(asked) && 'Ingen i gruppen heter så.'}
      </output>
    </div>
  )
}

/** Once, when it opens. */
const inSight = (list: HTMLElement | null) => list?.scrollIntoView({ block: 'nearest' })

/** The names that are offered where an `@` stands before the caret, and what is done with them. */
function useNaming(
  field: React.RefObject<HTMLTextAreaElement | null>,
  draft: CommentDraft,
  onDraft: Props['onDraft'],
) {
  const names = useFetcher<readonly Mentionable[]>()
  const [caret, setCaret] = useState(0)
  /** Where the list was closed by hand: it stays so until another name is looked for. */
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  const movesTo = useCaret(field)
  const asked = askedAt(draft, caret)
  const isOpen = asked !== null && asked.at !== closedAt && names.data !== undefined
  const offered = isOpen ? matching(names.data ?? [], asked.query) : []
  const at = Math.min(active, offered.length - 1)
  const close = () => setClosedAt(asked?.at ?? null)
  const take = (member: Mentionable | undefined) => {
    if (!asked || !member) return
    const next = chosen(draft, asked, member)
    onDraft(next.draft)
    setCaret(next.caret)
    setActive(0)
    movesTo(next.caret)
  }
  return {
    offered,
    at,
    /** What is looked for, where names are; null where none are. */
    asked: isOpen ? asked.query : null,
    take,
    close,
    load: () => names.data ?? names.load('/members/names'),
    follow: () => setCaret(field.current?.selectionEnd ?? 0),
    write: (text: string, end: number) => {
      onDraft(edited(draft, text))
      setCaret(end)
      setActive(0)
      if (closedAt !== null && text[closedAt] !== '@') setClosedAt(null)
    },
    /** Whether the key was the list's. */
    key: (key: string): boolean => {
      if (key === 'ArrowDown') setActive((at + 1) % offered.length)
      else if (key === 'ArrowUp') setActive((at - 1 + offered.length) % offered.length)
      else if (key === 'Enter' || key === 'Tab') take(offered[at])
      else if (key === 'Escape') close()
      else return false
      return true
    },
  }
}

/** Moves the caret once the text has been drawn. */
function useCaret(field: React.RefObject<HTMLTextAreaElement | null>) {
  const [wanted, setWanted] = useState<{ readonly at: number } | null>(null)
  useLayoutEffect(() => {
    if (wanted) field.current?.setSelectionRange(wanted.at, wanted.at)
  }, [field, wanted])
  return (at: number) => setWanted({ at })
}
