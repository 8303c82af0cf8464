import { useState } from 'react'
import type { Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'
import { Field, SelectField } from '~/ui/field'
import { boardField, indexField, projectField, projectRows } from './rival-fields'
import { positionLines, resultLines } from './rival-lines'

type Texts = {
  typed: Readonly<Record<string, string>>
  faults: Readonly<Record<string, string>>
}

/** A field of the form, as it was typed, with its fault. */
export function Text({
  name,
  typed,
  faults,
  ...field
}: Texts & { name: string; label: string | number; help?: string }) {
  return (
    <Field
      {...field}
      name={name}
      defaultValue={typed[name] ?? ''}
      fault={faults[name]}
      autoComplete="off"
    />
  )
}

/** What the other proposal changes of our base: a row a board and a line, a field a year. */
export function RivalChanges({ typed, faults, framework }: Texts & { framework: Framework }) {
  const boards = framework.boards.map(({ id, name }) => ({ field: boardField(id, ''), name }))
  return (
    <>
      <AmountTable
        legend={`Nämnder: mer eller mindre än i ramen, ${framework.unit}`}
        help="Minus är mindre till nämnden. Tomt är som i ramen."
        first="Nämnd"
        rows={boards}
        {...{ typed, faults, framework }}
      />
      <AmountTable
        legend={`Intäkter och finans: mer eller mindre än i ramen, ${framework.unit}`}
        help="Plus är högre intäkt, högre nettokostnad och bättre finansnetto. Tomt är som i ramen."
        first="Rad"
        rows={resultLines(framework)}
        {...{ typed, faults, framework }}
      />
      <AmountTable
        legend={`Reserv och lån: mer eller mindre än i ramen, ${framework.unit}`}
        help="Ändrar inte resultatet. Minus på första raden läggs till reserven."
        first="Rad"
        rows={positionLines(framework)}
        {...{ typed, faults, framework }}
      />
      <Projects {...{ typed, faults, framework }} />
      <Indexation {...{ typed, faults, framework }} />
      <div className="fields">
        <Text
          name="ore"
          label="Ändrad skattesats, öre"
          help="Som 30 eller −10. Tomt är som i ramen."
          {...{ typed, faults }}
        />
        <Text
          name="target"
          label="Resultatmål, %"
          help="Som 2,3. Tomt är som i ramen."
          {...{ typed, faults }}
        />
      </div>
    </>
  )
}

/** Percentage points on top of the price index, of all boards' frames; the first year has no step that leads to it. */
function Indexation({ typed, faults, framework }: Texts & { framework: Framework }) {
  const [, ...plans] = decidedYears(framework).map(({ year }) => year)
  if (plans.length === 0) return null
  return (
    <fieldset>
      <legend>Uppräkning, procentenheter utöver PKV</legend>
      <p className="second">
        För alla nämnders ramar, utöver det som står på nämndernas rader. Minus är ett
        effektiviseringskrav. Tomt är som i ramen.
      </p>
      <div className="fields">
        {plans.map((year, i) => (
          <Text key={year} name={indexField(i + 1)} label={year} {...{ typed, faults }} />
        ))}
      </div>
    </fieldset>
  )
}

function Projects({ typed, faults, framework }: Texts & { framework: Framework }) {
  // rows come as the form is opened: what is typed in the last of them must not make another one under the hand
  const [rows] = useState(() => projectRows(typed))
  const years = decidedYears(framework).map(({ year }) => year)
  return (
    <fieldset>
      <legend>{`Investeringsprojekt: mer eller mindre än i ramen, ${framework.unit}`}</legend>
      <p className="second">
        Plus är en utgift. Minus är ett projekt i ramen som de drar ner på: skriv det med samma namn
        och nämnd. Fler rader kommer när du har sparat.
      </p>
      {rows.map(row => (
        <div key={row} className="project" role="group" aria-label={`Projekt ${row + 1}`}>
          <div className="fields">
            <Text name={projectField(row, 'name')} label="Projekt" {...{ typed, faults }} />
            <SelectField
              label="Nämnd"
              name={projectField(row, 'board')}
              defaultValue={typed[projectField(row, 'board')] ?? ''}
              fault={faults[projectField(row, 'board')]}
            >
              <option value="">Välj nämnd</option>
              {framework.boards.map(({ id, name }, at) => (
                // a framework may hold a board twice: C14 says so
                <option key={`${at} ${id}`} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <Text name={projectField(row, 'life')} label="Används, år" {...{ typed, faults }} />
          </div>
          <div className="fields">
            {years.map((year, i) => (
              <Text key={year} name={projectField(row, i)} label={year} {...{ typed, faults }} />
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

function AmountTable({
  legend,
  help,
  first,
  rows,
  typed,
  faults,
  framework,
}: Texts & {
  legend: string
  help: string
  /** What the rows are, over their names. */
  first: string
  rows: readonly { readonly field: string; readonly name: string }[]
  framework: Framework
}) {
  const years = decidedYears(framework).map(({ year }) => year)
  return (
    <fieldset>
      <legend>{legend}</legend>
      <p className="second">{help}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="typed alike" role="region" aria-label={legend} tabIndex={0}>
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {years.map(year => (
                <th key={year} scope="col" className="r">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, name }) => (
              <tr key={field}>
                <th scope="row">{name}</th>
                {years.map((year, i) => (
                  <AmountCell
                    key={year}
                    field={`${field}${i}`}
                    label={`${name} ${year}`}
                    {...{ typed, faults }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}

function AmountCell({ field, label, typed, faults }: Texts & { field: string; label: string }) {
  return (
    <td>
      <input
        className="input amount"
        name={field}
        defaultValue={typed[field] ?? ''}
        aria-label={label}
        aria-invalid={faults[field] ? true : undefined}
        inputMode="decimal"
        autoComplete="off"
      />
      {faults[field] && <span className="fault">{faults[field]}</span>}
    </td>
  )
}
