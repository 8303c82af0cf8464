import type { FigureChoice } from '~/budget/figure-choices'
import { FigurePicker, figureWords, promiseWords } from './figure-picker'
import type { PromiseChoice } from './promise-choices'
import type { lastingRange } from './text-place'

/** A choice that is being made at a place of the text. */
export type Picking = {
  readonly left: number
  readonly top: number
  /** Where to write, by the time that the choice is made. */
  readonly range: ReturnType<typeof lastingRange>
  readonly kind: 'figure' | 'promise'
}

/** The list of figures, or of what a promise can rest on, at the place where it was asked for. */
export function TextPicker({
  picking,
  figures,
  promises,
  onFigure,
  onPromise,
  onClose,
}: {
  picking: Picking | null
  figures: readonly FigureChoice[]
  promises: readonly PromiseChoice[]
  onFigure: (choice: FigureChoice) => void
  onPromise: (choice: PromiseChoice) => void
  /** With what was typed, where it is to stand in the text after all. */
  onClose: (typed?: string) => void
}) {
  if (!picking) return null
  return picking.kind === 'promise' ? (
    <FigurePicker
      choices={promises}
      words={promiseWords}
      place={picking}
      onChoose={onPromise}
      onClose={() => onClose()}
    />
  ) : (
    <FigurePicker
      choices={figures}
      words={figureWords}
      place={picking}
      onChoose={onFigure}
      onClose={onClose}
    />
  )
}
