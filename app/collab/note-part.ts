/** What a section says beside its text: in a footnote, or of an image, which has two such texts. */
export const noteParts = ['footnote', 'alt', 'caption'] as const
export type NotePart = (typeof noteParts)[number]

/** Whether its words can be changed by suggestion. An image is a block, and no mark lies on one. */
export const takesSuggestions = (part: NotePart): boolean => part === 'footnote'
