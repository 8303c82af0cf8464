/** What the mark of a promise without money says of itself. */
export const lostTitle = (reason: string): string => `Löftet har inga pengar. ${reason}`
