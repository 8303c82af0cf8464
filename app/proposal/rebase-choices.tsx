import type { TableUnit } from '~/budget/framework'
import { add, subtract } from '~/budget/money'
import { exactWithUnit, signedWithUnit } from '~/budget/table-unit'
import { SelectField } from '~/ui/field'
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
    <LostChoice row={row} boards={boards} />
  ) : (
    <KeptChoice row={row} unit={unit} />
  )
}

function KeptChoice({ row, unit }: { row: RebasedRow; unit: TableUnit }) {
  const name = decisionField(row.id)
  const [change, before, after] = [row.change?.[0], row.amounts?.before[0], row.amounts?.after[0]]
  const known = change !== undefined && before !== undefined && after !== undefined
  const options = [
    {
      value: 'change',
      label: 'Behåll ändringen',
      help: known
        ? `${signedWithUnit(unit, change)}, förslag ${exactWithUnit(unit, add(after, change))}`
        : 'Vi lägger till lika mycket som förut.',
    },
    {
      value: 'result',
      label: 'Behåll resultatet',
      help: known
        ? `${signedWithUnit(unit, subtract(add(before, change), after))} utan uppräkning, förslag ${exactWithUnit(unit, add(before, change))}`
        : 'Vi kommer fram till samma sak som förut.',
    },
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

function LostChoice({ row, boards }: { row: RebasedRow; boards: RebasePage['boards'] }) {
  return (
    <SelectField
      label={`Vad händer med Ä${row.number}?`}
      name={decisionField(row.id)}
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
      <option value="met">Redan tillgodosett, dra tillbaka</option>
      <option value="withdraw">Dra tillbaka</option>
    </SelectField>
  )
}
