/** Codes of a text socket's close, from the range that is left to applications. */
export const closeCode = { accessChanged: 4401, removed: 4404 } as const
