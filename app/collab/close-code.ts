/**
 * Codes of a text socket's close: "try again", and those from the range that is left to applications. `unlike` says that
 * what was sent is no suggestion: it will never be let in, so the page has to open the text anew.
 */
export const closeCode = {
  tryAgain: 1013,
  accessChanged: 4401,
  removed: 4404,
  unlike: 4409,
} as const

/** What is said with `unlike`: the client of a document's connection hears the words alone. */
export const unlikeReason = 'no suggestion'
