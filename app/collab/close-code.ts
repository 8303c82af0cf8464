/** Codes of a text socket's close: "try again", and those from the range that is left to applications. */
export const closeCode = { tryAgain: 1013, accessChanged: 4401, removed: 4404 } as const
