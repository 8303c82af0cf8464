import { longestMotivation, longestSourceId } from '~/budget/bounds'
import { formatCount } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import type { AmendmentInput } from './amendment-judgement'
import { changeReaders, isChangeType } from './change-form'
import { readQuestion } from './question-form'
import { textOf, type FieldFaults, type Reading, type Typed } from './typed'

export type { FieldFaults } from './typed'

export type ReadAmendment =
  | { readonly ok: true; readonly input: AmendmentInput }
  | { readonly ok: false; readonly faults: FieldFaults }

/** Reads the form of an amendment. Every fault is named at its field; amounts are in `unit` where none is written. */
export function readAmendment(
  typed: Typed,
  years: readonly number[],
  newId: () => string,
  unit: TableUnit,
): ReadAmendment {
  const reading: Reading = { typed, years, faults: {}, newId, unit }
  const { faults } = reading
  const { type } = typed
  if (!isChangeType(type)) return { ok: false, faults: { type: 'Välj vad ändringen gäller.' } }
  const change = changeReaders[type](reading)
  const motivation = textOf(reading, 'motivation')
  if (motivation.length > longestMotivation)
    faults.motivation = `Skälet har ${formatCount(motivation.length)} tecken. Högst ${formatCount(longestMotivation)} får plats.`
  const sourceId = textOf(reading, 'sourceId')
  if (sourceId.length > longestSourceId)
    faults.sourceId = `Högst ${longestSourceId} tecken får plats.`
  const question = readQuestion(reading)
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  return {
    ok: true,
    input: {
      change,
      motivation,
      section: typed.section || null,
      sourceId: sourceId || null,
      question,
    },
  }
}
