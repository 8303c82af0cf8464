import { Form } from '@remix-run/react'
import { Fragment, useState } from 'react'
import type { TableUnit } from '~/budget/framework'
import { Button } from '~/ui/button'
import { FormFault } from '~/ui/message'
import { formatMoment } from '~/ui/moment'
import type { FrameworkPage, RefusedCorrection } from './correct-framework.server'
import { formatFigure } from './correction'
import type { Figure, FigureRow, FigureTable } from './correctable'

type Texts = Readonly<Record<string, string>>

type Props = {
  page: FrameworkPage
  /** What was refused: why, and what was typed, which is shown again as it was. */
  refused: (Pick<RefusedCorrection, 'faults' | 'kept' | 'seen'> & { message: string }) | null
  busy: boolean
  now: Date
}

/** The framework's own figures, corrected where they stand, and everything that was corrected. */
export function FrameworkFigures({ page, refused, busy, now }: Props) {
  const { tables, years, editable } = page
  // what this form was opened on: others' corrections arrive in the fields that nobody touched, and do not move it
  const [opened] = useState({ seen: page.seen, edition: page.edition })
  const content = tables.map(table => (
    <FigureFields
      key={table.rows[0]?.figures[0]?.field}
      table={table}
      years={years}
      unit={page.unit}
      typed={refused?.kept ?? null}
      faults={refused?.faults ?? {}}
      editable={editable}
    />
  ))
  return (
    <>
      {refused && <FormFault title="Inget är sparat.">{refused.message}</FormFault>}
      {editable ? (
        <Form method="post" className="form wide-form" replace>
          <input type="hidden" name="seen" value={refused?.seen ?? opened.seen} />
          <input type="hidden" name="edition" value={opened.edition} />
          {content}
          <div className="row-end">
            <Button type="submit" kind="primary" busy={busy}>
              Spara rättelserna
            </Button>
          </div>
        </Form>
      ) : (
        <div className="form wide-form">{content}</div>
      )}
      <History history={page.history} now={now} />
    </>
  )
}

type TableProps = {
  table: FigureTable
  years: readonly number[]
  unit: TableUnit
  typed: Texts | null
  faults: Texts
  editable: boolean
}

function FigureFields({ table: { title, byYear, rows }, years, ...cells }: TableProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled also with the keyboard */}
      <div className="typed" role="region" aria-label={`${title}, tabell`} tabIndex={0}>
        <table className="t">
          <thead>
            <tr>
              <th scope="col">Rad</th>
              {byYear ? (
                years.map(year => (
                  <th key={year} scope="col" className="r">
                    {year}
                  </th>
                ))
              ) : (
                <th scope="col" className="r">
                  Värde
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <FigureFieldsRow key={row.figures[0]?.field} row={row} {...cells} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function FigureFieldsRow({
  row: { label, figures },
  unit,
  typed,
  faults,
  editable,
}: Pick<TableProps, 'unit' | 'typed' | 'faults' | 'editable'> & { row: FigureRow }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {figures.map(figure => (
        <td key={figure.field} className="num">
          {editable ? (
            <FigureField {...{ figure, unit, typed }} fault={faults[figure.field]} />
          ) : (
            formatFigure(figure.value, figure.kind, unit)
          )}
        </td>
      ))}
    </tr>
  )
}

function FigureField({
  figure: { field, label, kind, value },
  unit,
  typed,
  fault,
}: {
  figure: Figure
  unit: TableUnit
  typed: Texts | null
  fault: string | undefined
}) {
  return (
    <>
      <input
        className="input amount"
        name={field}
        aria-label={label}
        defaultValue={typed?.[field] ?? formatFigure(value, kind, unit)}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${field}-fault` : undefined}
      />
      {fault && (
        <p className="fault" id={`${field}-fault`}>
          {fault}
        </p>
      )}
    </>
  )
}

function History({ history, now }: Pick<FrameworkPage, 'history'> & { now: Date }) {
  return (
    <section aria-labelledby="h-rattelser">
      <h2 id="h-rattelser">Rättelser</h2>
      {history.length === 0 ? (
        <p className="second">Inget är rättat sedan ramen lästes in.</p>
      ) : (
        <dl className="trace">
          {history.map(({ id, by, at, label, before, after }) => (
            <Fragment key={id}>
              <dt>
                {formatMoment(at, now)}, {by}
              </dt>
              <dd>
                {label}: {before} → {after}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </section>
  )
}
