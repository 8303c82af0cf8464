import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { clock } from './date'
import { Icon } from './icon'

/** What is true of the reader's own changes. `saved` means that the server has written them down; `at` is when. */
export type SaveState =
  | { readonly type: 'saved'; readonly at: Date | null }
  | { readonly type: 'saving' }
  | { readonly type: 'offline'; readonly waiting: number }
  | { readonly type: 'failed' }
  | { readonly type: 'read-only' }

// the worst that is true of any part of the page is what the page says
const rank: SaveState['type'][] = ['failed', 'offline', 'saving', 'saved', 'read-only']

type Report = (part: string, state: SaveState | null) => void

const Reported = createContext<SaveState>({ type: 'saved', at: null })
const Reporting = createContext<Report>(() => undefined)

/** Gathers the save states of the page's parts for the one place that shows them. */
export function SaveStateProvider({ children }: { children: ReactNode }) {
  const [parts, setParts] = useState<ReadonlyMap<string, SaveState>>(new Map())
  const report = useCallback<Report>((part, state) => {
    setParts(before => {
      const after = new Map(before)
      if (state) after.set(part, state)
      else after.delete(part)
      return after
    })
  }, [])
  const shown = useMemo(() => worst([...parts.values()]), [parts])
  return (
    <Reporting.Provider value={report}>
      <Reported.Provider value={shown}>{children}</Reported.Provider>
    </Reporting.Provider>
  )
}

/** Says how the caller's changes stand, as long as it is on the page. Null = it has nothing to say. */
export function useSaveState(state: SaveState | null): void {
  const report = useContext(Reporting)
  const part = useId()
  const key = JSON.stringify(state)
  useEffect(() => {
    report(part, state)
    // `key` says when `state` is another one: callers build it anew each time
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, part, report])
  useEffect(() => () => report(part, null), [part, report])
}

function worst(states: SaveState[]): SaveState {
  for (const type of rank) {
    const found = states.filter(state => state.type === type)
    const [first] = found
    if (first?.type === 'saved') return { type: 'saved', at: latest(found) }
    if (first?.type === 'offline') return { type: 'offline', waiting: waiting(found) }
    if (first) return first
  }
  return { type: 'saved', at: null }
}

function latest(states: SaveState[]): Date | null {
  const times = states.flatMap(state => (state.type === 'saved' && state.at ? [state.at] : []))
  return times.length ? new Date(Math.max(...times.map(Number))) : null
}

const waiting = (states: SaveState[]) =>
  states.reduce((sum, state) => (state.type === 'offline' ? sum + state.waiting : sum), 0)

/** The save state, always in the same place: a sign and a word, never colour alone. */
export function SaveStateShown() {
  const state = useContext(Reported)
  switch (state.type) {
    case 'saved':
      return (
        <output className="save ok">
          <Icon name="ok" />
          <span>
            Sparat {state.at && <time dateTime={state.at.toISOString()}>{clock(state.at)}</time>}
          </span>
        </output>
      )
    case 'saving':
      return <output className="save busy">Sparar</output>
    case 'offline':
      return (
        <output className="save wait">
          <Icon name="off" />
          {state.waiting === 0 ? 'Offline' : `Offline, ${changes(state.waiting)} väntar`}
        </output>
      )
    case 'failed':
      return (
        <output className="save fail">
          <Icon name="error" />
          Inte sparat, försöker igen
        </output>
      )
    case 'read-only':
      return (
        <output className="save">
          <Icon name="lock" />
          Skrivskyddat
        </output>
      )
  }
}

/** A count of changes in words: `1 ändring`, `3 ändringar`. */
export const changes = (count: number): string =>
  `${count} ${count === 1 ? 'ändring' : 'ändringar'}`
