import type { TableUnit } from '~/budget/framework'
import { add, subtract, type Tkr } from '~/budget/money'
import { exactWithUnit, signedWithUnit } from '~/budget/table-unit'
import { SelectField } from '~/ui/field'
import { DivisionFields } from './division-fields'
import { decisionField } from './rebase-form'
import type { RebasedRow, RebasePage } from './rebase-page'

/** What may be decided about an amendment whose line changed or is gone. Nothing is chosen beforehand. */
export function RebaseChoices({
  row,
  boards,
  unit,
}: {
  row: RebasedRow
  boards: RebasePage['boards']
  unit: TableUnit
}) {
  return row.fate === 'lost' ? (
    <LostChoice row={row} boards={boards} unit={unit} />
  ) : (
    <KeptChoice row={row} unit={unit} />
  )
}

function KeptChoice({ row, unit }: { row: RebasedRow; unit: TableUnit }) {
  const name = decisionField(row.id)
  const example = exampleOf(row, unit)
  const options = [
    {
      value: 'change',
      label: 'Behåll ändringen',
      help: example?.change ?? 'Vi lägger till lika mycket som förut.',
    },
    ...(row.canKeepResult
      ? [
          {
            value: 'result',
            label: 'Behåll resultatet',
            help: example?.result ?? 'Vi kommer fram till samma sak som förut.',
          },
        ]
      : []),
    {
      value: 'met',
      label: 'Redan tillgodosett',
      help: 'Den nya ramen räcker. Ändringen dras tillbaka.',
    },
  ]
  return (
    <fieldset className="choices after-table">
      <legend>Vad gäller för Ä{row.number}?</legend>
      {options.map(({ value, label, help }) => (
        <label key={value} className="choice">
          <input type="radio" name={name} value={value} required /> <b>{label}</b>{' '}
          <span className="second">{help}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** What each answer comes to in the first year that both editions have; null where the line is no single amount. */
function exampleOf({ lines }: RebasedRow, unit: TableUnit) {
  const [first] = lines
  for (const { board, year, before, after, change } of lines) {
    if (board !== '' || before === null || after === null || change === null) continue
    const told = year === first?.year ? '' : ` ${year}`
    const ends = (amount: Tkr) => `förslag${told} ${exactWithUnit(unit, amount)}`
    const kept = add(before, change)
    return {
      change: `${signedWithUnit(unit, change)}, ${ends(add(after, change))}`,
      result: `${signedWithUnit(unit, subtract(kept, after))} utan uppräkning, ${ends(kept)}`,
    }
  }
  return null
}

function LostChoice({
  row,
  boards,
  unit,
}: {
  row: RebasedRow
  boards: RebasePage['boards']
  unit: TableUnit
}) {
  return (
    <div className="by-choice">
      <SelectField
        label={`Vad händer med Ä${row.number}?`}
        name={decisionField(row.id)}
        help={
          row.canMove
            ? 'Flyttas den följer siffrorna i texten med till den nya nämnden.'
            : undefined
        }
        required
        defaultValue=""
      >
        <option value="" disabled>
          Välj
        </option>
        {row.canMove &&
          boards.map(({ id, name }) => (
            <option key={id} value={`move:${id}`}>
              Flytta till {name}
            </option>
          ))}
        {row.divisible && <option value="divide">Dela mellan flera nämnder</option>}
        <option value="met">Redan tillgodosett, dra tillbaka</option>
        <option value="withdraw">Dra tillbaka</option>
      </SelectField>
      {row.divisible && <DivisionFields {...{ row, boards, unit }} years={row.divisible} />}
    </div>
  )
}
