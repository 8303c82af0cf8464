import { useState } from 'react'
import { leftOf } from '~/budget/rebase-division'
import type { TableUnit } from '~/budget/framework'
import { zero } from '~/budget/money'
import { parseTkr } from '~/budget/parse'
import { formatSignedExactIn } from '~/budget/table-unit'
import { Button } from '~/ui/button'
import { Field, SelectField } from '~/ui/field'
import { amountField, boardField, mostParts } from './rebase-form'
import type { RebasedRow, RebasePage } from './rebase-page'

type Props = {
  row: RebasedRow
  boards: RebasePage['boards']
  unit: TableUnit
  /** The amendment's new money, year by year. */
  years: NonNullable<RebasedRow['divisible']>
}

/**
 * Between which boards an amendment is divided whose board was split. The first keeps its number and what the others do
 * not take, so the sum is exact. The style sheet shows it where that is chosen, also without script.
 */
export function DivisionFields({ row, boards, unit, years }: Props) {
  const [others, setOthers] = useState(1)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const parts = Array.from({ length: others }, (_, i) => i + 1)
  const amounts = years.map(({ amount }) => amount)
  const read = (name: string) => {
    const amount = parseTkr(typed[name] ?? '', unit)
    return amount.ok ? amount.value : zero
  }
  const left = leftOf(amounts, {
    parts: parts.map(part => ({
      id: '',
      board: '',
      amounts: years.map((_, i) => read(amountField(row.id, part, i))),
    })),
  })
  return (
    <fieldset className="division amounts" data-when="divide">
      <legend>
        Dela Ä{row.number}, <span className="num">{amounts.map(shown).join(', ')}</span> {unit}
      </legend>
      <BoardChoice label="Det som blir över till" name={boardField(row.id, 0)} boards={boards} />
      <p className="help">
        <span className="num" role="status">
          {years.map(({ year }, i) => `${year}: ${shown(left[i] ?? zero)}`).join(', ')} {unit}
        </span>
      </p>
      <p className="help">
        Den nämnden behåller numret Ä{row.number}, åtgärderna (varav) och frågan. De andra får var
        sin ny ändring. Siffror i texten om den delade nämnden pekas ut under Kontroller.
      </p>
      {parts.map(part => (
        <div key={part} className="amounts">
          <BoardChoice label="Till" name={boardField(row.id, part)} boards={boards} />
          <div className="fields">
            {years.map(({ year }, i) => {
              const name = amountField(row.id, part, i)
              return (
                <Field
                  key={year}
                  label={year}
                  unit={unit}
                  name={name}
                  className="amount"
                  autoComplete="off"
                  onChange={event => setTyped({ ...typed, [name]: event.target.value })}
                />
              )
            })}
          </div>
        </div>
      ))}
      {others < mostParts - 1 && (
        <Button small onClick={() => setOthers(others + 1)}>
          En nämnd till
        </Button>
      )}
    </fieldset>
  )

  function shown(amount: (typeof amounts)[number]) {
    return formatSignedExactIn(unit, amount)
  }
}

function BoardChoice({
  label,
  name,
  boards,
}: {
  label: string
  name: string
  boards: RebasePage['boards']
}) {
  return (
    <SelectField label={label} name={name} defaultValue="">
      <option value="">Välj nämnd</option>
      {boards.map(board => (
        <option key={board.id} value={board.id}>
          {board.name}
        </option>
      ))}
    </SelectField>
  )
}
