/** `error` stops an export; `warning` and `info` do not. */
export type Severity = 'error' | 'warning' | 'info'

/**
 * What a check found, for the reader in Swedish: which figure, where, by how much, the rule and how to mend it.
 * `place` names what it is about, as in `amendment:a2`, `section:skola`, `board:BUN`, `goal:g1`, `clauses`, `framework`.
 */
export type Finding = {
  readonly id: string
  readonly severity: Severity
  readonly message: string
  readonly place: string
}

/** An error of one check. */
export const fault = (id: string, place: string, message: string): Finding => ({
  id,
  severity: 'error',
  message,
  place,
})

/** Of the errors only C08 may be overridden (KL 11:5, 5:57, 13:8); every warning may. */
export const mayBeOverridden = ({ id, severity }: Pick<Finding, 'id' | 'severity'>): boolean =>
  severity === 'warning' || id === 'C08'

/** What a check finds doubtful: it does not stop an export, and the group leader may give a reason. */
export const warning = (id: string, place: string, message: string): Finding => ({
  id,
  severity: 'warning',
  message,
  place,
})

/** What a check names and finds no fault in. */
export const note = (id: string, place: string, message: string): Finding => ({
  id,
  severity: 'info',
  message,
  place,
})
