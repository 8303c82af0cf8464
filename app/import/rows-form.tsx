import { Form } from '@remix-run/react'
import { printedLines } from '~/budget/printed-totals'
import { Button } from '~/ui/button'
import { FormFault } from '~/ui/message'
import { Radios } from '~/ui/radios'
import type { Choices, RowRole } from './choices'
import { printedNames } from './line-names'
import type { RowsView, RowView } from './import-page'

type Props = {
  view: RowsView
  /** The boards of the base that this is a newer edition of: a row of the same board takes its id. */
  known: readonly { readonly id: string; readonly name: string }[]
  choices: Pick<Choices, 'unit' | 'costs' | 'decimals'>
  sent: Readonly<Record<string, string>> | null
  faults: Readonly<Record<string, string>>
  busy: boolean
}

/** Step 2: the unit, how costs are written, and what each row is. A row that nothing says must be chosen. */
export function RowsForm({ view, known, choices, sent, faults, busy }: Props) {
  const value = (name: string, stored: string) => sent?.[name] ?? stored
  return (
    <Form method="post" className="form wide-form" replace>
      {Object.keys(faults).length > 0 && (
        <FormFault title="Steget är inte sparat.">{Object.values(faults)[0]}</FormFault>
      )}
      <Readings choices={choices} faults={faults} value={value} />
      {known.length > 0 && <KnownBoards known={known} />}
      <RowTable view={view} faults={faults} value={value} />
      {view.rows.length === 0 && (
        <p className="second">Inga rader med belopp. Gå tillbaka och välj kolumner.</p>
      )}
      <div className="row-end">
        <Button type="submit" kind="primary" name="intent" value="next" busy={busy}>
          Nästa: kontroll
        </Button>
      </div>
    </Form>
  )
}

type Filled = Pick<Props, 'faults'> & {
  /** What a field holds: what was sent with a fault, or what is stored. */
  readonly value: (name: string, stored: string) => string
}

/** How the tables' amounts are read. */
function Readings({ choices, faults, value }: Filled & Pick<Props, 'choices'>) {
  return (
    <div className="fields">
      <Radios
        legend="Tabellernas enhet"
        name="unit"
        chosen={value('unit', choices.unit)}
        fault={faults.unit}
        options={[
          ['mnkr', 'Miljoner kronor (mnkr)'],
          ['tkr', 'Tusental kronor (tkr)'],
          ['kr', 'Kronor'],
        ]}
      />
      <Radios
        legend="Nämndernas kostnader"
        name="costs"
        chosen={value('costs', choices.costs)}
        options={[
          ['plus', 'skrivs utan minus'],
          ['minus', 'skrivs med minus'],
        ]}
      />
      <Radios
        legend="Belopp som inte är hela tusental kronor"
        name="decimals"
        chosen={value('decimals', choices.decimals)}
        options={[
          ['refuse', 'stoppar inläsningen'],
          ['round', 'avrundas, och nämns i kontrollen'],
        ]}
      />
    </div>
  )
}

/** What the boards are called in the base that a newer edition takes the place of. */
function KnownBoards({ known }: Pick<Props, 'known'>) {
  return (
    <>
      <p className="second">
        Ge en nämnd samma förkortning som i den gamla ramen, så följer era ändringar med:{' '}
        {known.map(({ id }) => id).join(', ')}.
      </p>
      <datalist id="known-boards">
        {known.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  )
}

function RowTable({ view, faults, value }: Filled & Pick<Props, 'view'>) {
  const unknown = view.rows.filter(({ choice }) => choice.role === '').length
  return (
    <div className="typed">
      <table className="t">
        <caption className={unknown > 0 ? 'second' : 'sr'}>
          {unknown > 0
            ? `${unknown} av ${view.rows.length} rader känns inte igen: välj vad de är.`
            : 'Raderna i tabellerna'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Rad</th>
            <th scope="col">Är</th>
            <th scope="col">Förkortning</th>
            {view.years.map(year => (
              <th key={year} scope="col" className="r">
                {year}
              </th>
            ))}
            <th scope="col">Cell</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map(row => (
            <RowChoiceRow key={row.id} row={row} value={value} faults={faults} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const roleNames: readonly (readonly [RowRole, string])[] = [
  ['board', 'Nämnd'],
  ['centralFinance', 'Finansförvaltning'],
  ['taxBase', 'Skatteunderlag'],
  ['taxRate', 'Skattesats'],
  ['settlement', 'Slutavräkning'],
  ['grant', 'Bidrag eller utjämning'],
  ['financialIncome', 'Finansiella intäkter'],
  ['financialCosts', 'Finansiella kostnader'],
  ['pkv', 'Uppräkning (PKV)'],
  ['resultTarget', 'Resultatmål'],
  ['inhabitants', 'Invånare'],
]

const printedRoles = printedLines.map((line): readonly [RowRole, string] => [
  `printed.${line}`,
  printedNames[line],
])

function RowChoiceRow({
  row: { id, place, label, amounts, choice },
  value,
  faults,
}: {
  row: RowView
  value: (name: string, stored: string) => string
  faults: Props['faults']
}) {
  const [role, board] = [`role.${id}`, `board.${id}`]
  return (
    <tr>
      <th scope="row">{label || place}</th>
      <td className="left">
        <select
          className="input"
          name={role}
          aria-label={`Vad ${label || place} är`}
          defaultValue={value(role, choice.role)}
          aria-invalid={faults[role] ? true : undefined}
          aria-describedby={faults[role] ? `${role}-fault` : undefined}
        >
          <option value="">Välj …</option>
          {roleNames.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
          <optgroup label="Tryckt summa, att jämföra med">
            {printedRoles.map(([option, name]) => (
              <option key={option} value={option}>
                {name}
              </option>
            ))}
          </optgroup>
          <option value="skip">Används inte</option>
        </select>
        <Fault name={role} text={faults[role]} />
      </td>
      <td className="left">
        <input
          className="input"
          name={board}
          aria-label={`Förkortning för ${label || place}`}
          defaultValue={value(board, choice.board)}
          autoComplete="off"
          list="known-boards"
          aria-invalid={faults[board] ? true : undefined}
          aria-describedby={faults[board] ? `${board}-fault` : undefined}
        />
        <Fault name={board} text={faults[board]} />
      </td>
      {amounts.map((amount, i) => (
        <td key={i} className="num">
          {amount}
        </td>
      ))}
      <td className="left second nb">{place}</td>
    </tr>
  )
}

function Fault({ name, text }: { name: string; text: string | undefined }) {
  return text ? (
    <p className="fault" id={`${name}-fault`}>
      {text}
    </p>
  ) : null
}
