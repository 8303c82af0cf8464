import { z } from 'zod'
import type { Actor } from '~/group/policy'
import { jsonText } from '~/json-text'
import type { Outcome } from '~/outcome'
import type { FiguresAnswer, PasteClash } from './figures-answer'
import { pasteFigures, previewPaste } from './paste-figures.server'
import { undoFigures } from './undo-figures.server'

const SeenBoards = z
  .array(
    z.strictObject({
      board: z.string().max(60),
      id: z.string().max(60),
      revision: z.int().min(0),
    }),
  )
  .max(5000)

/** A list that a field holds as JSON. */
const seen = jsonText(SeenBoards, 500_000, 'Förhandsvisningen går inte att läsa.')

const pasted = {
  text: z.string().max(100_000),
  row: z.coerce.number().int().min(0).max(5000),
  at: z.coerce.number().int().min(0).max(11),
  withSuggested: z.enum(['yes', 'no']).transform(value => value === 'yes'),
}

/** What is done to several figures of the board table at once. */
export const FiguresForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('preview'), ...pasted }),
  z.object({ intent: z.literal('paste'), ...pasted, seen }),
  z.object({ intent: z.literal(['undo', 'redo']), step: z.string().min(1).max(60) }),
])
export type FiguresForm = z.infer<typeof FiguresForm>

/** Hands the form to its command. */
export async function saveFigures(
  actor: Actor,
  proposalId: string,
  form: FiguresForm,
  now: Date,
): Promise<Outcome<FiguresAnswer>> {
  switch (form.intent) {
    case 'preview':
      return answered(await previewPaste(actor, proposalId, form), preview => ({
        type: 'preview',
        preview,
      }))
    case 'paste':
      return answered(await pasteFigures(actor, proposalId, form, now), ({ numbers }) => ({
        type: 'saved',
        numbers,
      }))
    case 'undo':
    case 'redo': {
      const { step, intent: way } = form
      return answered(await undoFigures(actor, proposalId, { step, way }, now), ({ number }) => ({
        type: 'saved',
        numbers: [number],
      }))
    }
  }
}

/** The outcome as the page reads it: a refusal is an answer too. */
export function figuresAnswer(outcome: Outcome<FiguresAnswer>): FiguresAnswer {
  if (outcome.ok) return outcome.value
  const { fault } = outcome
  return {
    type: 'refused',
    message: fault.message,
    clashes: fault.kind === 'stale' && isClashes(fault.current) ? fault.current : [],
  }
}

const answered = <T>(
  outcome: Outcome<T>,
  answer: (value: T) => FiguresAnswer,
): Outcome<FiguresAnswer> => (outcome.ok ? { ok: true, value: answer(outcome.value) } : outcome)

/** The gate for what a stale fault carries. */
const isClashes = (current: unknown): current is readonly PasteClash[] => Array.isArray(current)
