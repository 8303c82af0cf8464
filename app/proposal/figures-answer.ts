import type { PasteClash, PastePreview } from './paste'

export type { PasteClash, PastePreview } from './paste'

/** What the server answers where several figures are pasted, undone or made again. */
export type FiguresAnswer =
  | { readonly type: 'preview'; readonly preview: PastePreview }
  | { readonly type: 'saved'; readonly numbers: readonly number[] }
  | {
      readonly type: 'refused'
      readonly message: string
      readonly clashes: readonly PasteClash[]
    }
