import type { ClauseChange } from './clause-change'

/** Under a decision clause: what it changes of the base. */
export function ChangeLine({ text, changed }: ClauseChange) {
  return <small className={changed ? 'clause-change changed' : 'clause-change'}>{text}</small>
}
