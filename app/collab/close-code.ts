/**
 * Codes of a text socket's close: "try again", and those from the range that is left to applications. `unlike` says that
 * what was sent will never be let in, so the page has to open the text anew.
 */
export const closeCode = {
  tryAgain: 1013,
  accessChanged: 4401,
  removed: 4404,
  unlike: 4409,
} as const

/** What is said with `unlike`, and why: the client of a document's connection hears the words alone. */
export const unlike = {
  /** From a member who may only suggest. */
  'no suggestion': 'refused',
  /** What an editor with this schema does not make. */
  'no known content': 'unknown',
} as const

export type Unlike = (typeof unlike)[keyof typeof unlike]

export const unlikeReason = (said: string): Unlike | null =>
  Object.entries(unlike).find(([words]) => words === said)?.[1] ?? null
