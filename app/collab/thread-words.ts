import type { Thread, ThreadKind } from './thread'
import type { PlaceKind } from './thread-place'

/** What a place's threads say once the place is gone. */
export const goneWords: Readonly<Record<PlaceKind, string>> = {
  amendment: 'Ändringen finns inte kvar.',
  line: 'Raden finns inte kvar i budgeten.',
  goal: 'Målet finns inte kvar.',
  indicator: 'Indikatorn finns inte kvar.',
  clause: 'Att-satsen finns inte längre: siffrorna ger den inte.',
}

const kindWords: Readonly<Record<Exclude<ThreadKind, 'text'>, string>> = {
  section: 'Om hela avsnittet',
  amendment: 'Om ändringen',
  line: 'Om raden',
  goal: 'Om målet',
  indicator: 'Om indikatorn',
  clause: 'Om att-satsen',
}

/** What a thread is on, in words: the words themselves, or what they are called. `gone` names what it was. */
export function threadTitle({ kind, quote }: Pick<Thread, 'kind' | 'quote'>, gone = false): string {
  if (kind === 'text') return quote ? `”${quote}”` : 'Om ord i texten'
  if (kind === 'clause' && quote) return `”${quote}”`
  return gone && quote ? `${kindWords[kind]} ”${quote}”` : kindWords[kind]
}

/** Why a thread's place cannot be seen any more. */
export const lostWords = ({ kind }: Pick<Thread, 'kind'>): string =>
  kind === 'text' || kind === 'section' ? 'Orden finns inte kvar i texten.' : goneWords[kind]
