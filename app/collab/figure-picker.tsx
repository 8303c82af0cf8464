import { useId, useMemo, useState, type KeyboardEvent } from 'react'

const shownAtMost = 40

type Choice = { readonly ref: string; readonly label: string; readonly text: string }

/** What a list calls itself, and says while it is empty. */
export type PickerWords = {
  readonly name: string
  readonly search: string
  readonly placeholder: string
  readonly none: string
}

export const figureWords: PickerWords = {
  name: 'Siffror ur budgeten',
  search: 'Sök en siffra ur budgeten',
  placeholder: 'Nämnd, år eller belopp',
  none: 'Ingen siffra i budgeten heter så.',
}

export const promiseWords: PickerWords = {
  name: 'Vad löftet betalas med',
  search: 'Sök vad löftet betalas med',
  placeholder: 'Åtgärd, nämnd eller inom ram',
  none: 'Ingen åtgärd heter så. Dela upp en ändring på åtgärder på budgetsidan.',
}

/** The list behind `#` and *Löfte*: type to search, arrows to choose, Enter to insert, Esc to leave it. */
export function FigurePicker<C extends Choice>({
  choices,
  words,
  place,
  onChoose,
  onClose,
}: {
  choices: readonly C[]
  words: PickerWords
  /** Where the caret stands, in pixels from the corner of the text. */
  place: { left: number; top: number }
  onChoose: (choice: C) => void
  /** `typed` is what to write instead: a second # is a number sign. */
  onClose: (typed?: string) => void
}) {
  const list = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = useMemo(() => search(choices, query).slice(0, shownAtMost), [choices, query])
  const current = found[Math.min(at, found.length - 1)]

  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step && found.length)
      setAt((Math.min(at, found.length - 1) + step + found.length) % found.length)
    else if (event.key === 'Enter' && current) onChoose(current)
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else if (event.key === '#' && query === '') onClose('#')
    else return
    event.preventDefault()
  }

  return (
    <div className="picker" style={place}>
      <input
        className="input"
        role="combobox"
        aria-label={words.search}
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={current && `${list}-${current.ref}`}
        placeholder={words.placeholder}
        autoComplete="off"
        ref={focusOnce}
        value={query}
        onChange={event => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
        onBlur={() => onClose()}
      />
      <div role="listbox" id={list} aria-label={words.name}>
        {found.map(choice => (
          <div
            key={choice.ref}
            id={`${list}-${choice.ref}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice === current}
            ref={choice === current ? keepInView : null}
            onMouseDown={event => {
              event.preventDefault()
              onChoose(choice)
            }}
          >
            <span>{choice.label}</span>
            <span className="num">{choice.text}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="second">{words.none}</p>}
    </div>
  )
}

const focusOnce = (element: HTMLInputElement | null) => element?.focus({ preventScroll: true })
const keepInView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

/** Every word of the query stands in the name, the reference or the amount. */
function search<C extends Choice>(choices: readonly C[], query: string): C[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return choices.filter(({ ref, label, text }) => {
    const searched = `${label} ${ref} ${text} ${text.replace(/\s/g, '')}`.toLowerCase()
    return words.every(word => searched.includes(word))
  })
}
