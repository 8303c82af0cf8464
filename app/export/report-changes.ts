import type { Amendment, FrameChange } from '~/budget/amendment'
import { changeName } from '~/budget/change-name'
import { effectOf } from '~/budget/effect'
import type { TableUnit } from '~/budget/framework'
import { inForce } from '~/budget/in-force'
import { unspecified } from '~/budget/measured'
import { subtract, sum, zero, type Tkr } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { formatSignedExactIn } from '~/budget/table-unit'
import { amendmentTerms } from '~/proposal/amendment-name'
import { measureNotes } from '~/proposal/measure-words'
import type { Snapshot } from '~/proposal/snapshot'
import type { AmountRow, Block, RowKind } from './report'
import { span } from './report-rows'
import { listed, runsOfSentences, type Sentence } from './report-sentence'

/**
 * Every amendment in force, one by one and in the order of its number: what it does in each year, how long it stays,
 * and its measures (varav) with how they were computed. What no measure names is *ej specificerat*.
 */
export function changeBlocks(snapshot: Snapshot, statement: Statement): Block[] {
  const counted = inForce(snapshot.amendments).toSorted((a, b) => a.number - b.number)
  if (counted.length === 0) return []
  return [
    {
      type: 'paragraph',
      runs: [
        {
          type: 'text',
          text: 'Här står varje ändring för sig, med vad den gör de år som förslaget omfattar. Plus är mer pengar till nämnden eller högre intäkt, om inget annat sägs på raden.',
        },
      ],
    },
    {
      type: 'amount-table',
      caption: `Ändringarna var för sig ${span(statement.years)}, ${statement.unit}`,
      first: 'Ändring',
      years: statement.years,
      rows: counted.flatMap(amendment => rowsOf(amendment, snapshot, statement)),
    },
  ]
}

function rowsOf(
  { number, change }: Amendment,
  { framework }: Snapshot,
  statement: Statement,
): AmountRow[] {
  const { unit, years } = statement
  const effect = effectOf(framework, change)
  const row: AmountRow = {
    ...(effect
      ? amounts(unit, '', 'subtotal', effect)
      : { kind: 'subtotal', changed: true, years: years.map(() => '–') }),
    label: `Ä${number} ${changeName(change, statement)}`,
    ...(change.type !== 'borrowing-limit' && { note: amendmentTerms({ change }, statement) }),
  }
  switch (change.type) {
    case 'frame':
      return [row, ...(effect ? partRows(change, effect, framework, unit) : [])]
    case 'borrowing-limit':
      return [
        row,
        amounts(
          unit,
          'Nya lån',
          'line',
          years.map((_, i) => change.loans[i] ?? zero),
        ),
      ]
    default:
      return [row]
  }
}

/** The measures as they work in each year, and what is left of the change, so that they add up to it exactly. */
function partRows(
  change: FrameChange,
  effect: readonly Tkr[],
  framework: Snapshot['framework'],
  unit: TableUnit,
): AmountRow[] {
  const measures = change.measures ?? []
  if (measures.length === 0) return []
  const parts = measures.map(measure => ({
    measure,
    effect: effectOf(framework, { ...change, amounts: measure.amounts }) ?? [],
  }))
  const rest = effect.map((amount, i) =>
    subtract(amount, sum(parts.map(part => part.effect[i] ?? zero))),
  )
  const named = unspecified(change).every(amount => amount === 0)
  return [
    ...parts.map(part => ({
      ...amounts(unit, `varav ${part.measure.name}`, 'line', part.effect),
      ...noted(measureNotes(part.measure)),
    })),
    ...(rest.some(amount => amount !== 0)
      ? [amounts(unit, named ? 'Avrundning' : 'Ej specificerat', 'line', rest)]
      : []),
  ]
}

const noted = (notes: readonly string[]) => (notes.length > 0 ? { note: notes.join('; ') } : {})

const amounts = (
  unit: TableUnit,
  label: string,
  kind: RowKind,
  years: readonly Tkr[],
): AmountRow => ({
  label,
  kind,
  changed: true,
  years: years.map(amount => formatSignedExactIn(unit, amount)),
})

/** Under the table of the boards: which amendments move frames without being an amount of one board's own. */
export function frameNote({ amendments }: Snapshot, statement: Statement): Block[] {
  const other = inForce(amendments).filter(
    ({ change: { type } }) => type === 'indexation' || type === 'reallocation',
  )
  if (other.length === 0) return []
  const named = other.map(({ number, change }): Sentence => [
    `Ä${number} ${changeName(change, statement)} (${uncapitalised(amendmentTerms({ change }, statement))})`,
  ])
  return [
    {
      type: 'paragraph',
      runs: runsOfSentences([['I ändringarna av ramarna ingår ', ...listed(named), '.']]),
    },
  ]
}

const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
