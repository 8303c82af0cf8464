import { formatSigned, formatTkr } from '~/budget/format'
import { add, subtract } from '~/budget/money'
import { SelectField } from '~/ui/field'
import { decisionField } from './rebase-form'
import type { RebasedRow, RebasePage } from './rebase-page'

/** What may be decided about an amendment whose line changed or is gone. Nothing is chosen beforehand. */
export function RebaseChoices({ row, boards }: { row: RebasedRow; boards: RebasePage['boards'] }) {
  return row.fate === 'lost' ? <LostChoice row={row} boards={boards} /> : <KeptChoice row={row} />
}

function KeptChoice({ row }: { row: RebasedRow }) {
  const name = decisionField(row.id)
  const [change, before, after] = [row.change?.[0], row.amounts?.before[0], row.amounts?.after[0]]
  const known = change !== undefined && before !== undefined && after !== undefined
  const options = [
    {
      value: 'change',
      label: 'Behåll ändringen',
      help: known
        ? `${formatSigned(change)} tkr, förslag ${formatTkr(add(after, change))} tkr`
        : 'Vi lägger till lika mycket som förut.',
    },
    {
      value: 'result',
      label: 'Behåll resultatet',
      help: known
        ? `${formatSigned(subtract(add(before, change), after))} tkr utan uppräkning, förslag ${formatTkr(add(before, change))} tkr`
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
