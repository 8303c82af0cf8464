import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { StoredGoal, StoredIndicator } from './draft'
import { formatDecimalText } from './goal-form'

/** One priority goal: its indicators as a table, and the ways to change them where `editable`. */
export function GoalTable({
  goal,
  number,
  editable,
  markerOf,
}: {
  goal: StoredGoal
  number: number
  editable: boolean
  /** The way to what is said about the goal or one of its indicators. */
  markerOf: (kind: 'goal' | 'indicator', id: string, name: string) => ReactNode
}) {
  return (
    <section className="block" id={`g-${goal.id}`} aria-labelledby={`h-${goal.id}`}>
      <h2 id={`h-${goal.id}`}>
        {number}. {goal.title}
      </h2>
      <span className="beside-head">{markerOf('goal', goal.id, goal.title)}</span>
      {goal.indicators.length === 0 ? (
        <p className="lede">Målet har ingen indikator än.</p>
      ) : (
        <table className="t cards goals">
          <caption className="sr">Indikatorer till målet {goal.title}</caption>
          <thead>
            <tr>
              <th scope="col">Indikator</th>
              <th scope="col">Kolada</th>
              <th scope="col">Ska</th>
              <th scope="col" className="r">
                Utfall
              </th>
              <th scope="col" className="r">
                Mål
              </th>
              <th scope="col">Enhet</th>
              {editable && (
                <th scope="col">
                  <span className="sr">Åtgärd</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {goal.indicators.map(indicator => (
              <IndicatorRow
                key={indicator.id}
                indicator={indicator}
                editable={editable}
                marker={markerOf('indicator', indicator.id, indicator.label)}
              />
            ))}
          </tbody>
        </table>
      )}
      {editable && (
        <div className="row-end">
          <Link className="btn" to={`?add-indicator=${goal.id}#formular`}>
            Lägg till indikator
          </Link>
          <Link className="btn plain" to={`?rename-goal=${goal.id}#formular`}>
            Ändra målets namn
          </Link>
          <Link className="btn plain" to={`?remove-goal=${goal.id}#formular`}>
            Ta bort målet
          </Link>
        </div>
      )}
    </section>
  )
}

function IndicatorRow({
  indicator,
  editable,
  marker,
}: {
  indicator: StoredIndicator
  editable: boolean
  marker: ReactNode
}) {
  return (
    <tr id={`i-${indicator.id}`}>
      <th scope="row">
        {indicator.label} {marker}
      </th>
      <td className="nb second" data-l="Kolada">
        {indicator.kpi ?? <span className="quiet">saknas</span>}
      </td>
      <td data-l="Ska">{indicator.direction === 'increase' ? 'öka' : 'minska'}</td>
      <YearFigure label="Utfall" figure={indicator.outcome} year={indicator.outcomeYear} />
      <YearFigure label="Mål" figure={indicator.target} year={indicator.targetYear} changed />
      <td className="second" data-l="Enhet">
        {indicator.unit}
      </td>
      {editable && (
        <td className="left nb acts">
          <Link
            className="btn plain small"
            to={`?change-indicator=${indicator.id}#formular`}
            aria-label={`Ändra ${indicator.label}`}
          >
            Ändra
          </Link>
          <Link
            className="btn plain small"
            to={`?remove-indicator=${indicator.id}#formular`}
            aria-label={`Ta bort ${indicator.label}`}
          >
            Ta bort
          </Link>
        </td>
      )}
    </tr>
  )
}

function YearFigure({
  label,
  figure,
  year,
  changed,
}: {
  label: string
  figure: string | null
  year: number | null
  changed?: boolean
}) {
  return (
    <td className={changed ? 'num ink' : 'num'} data-l={label}>
      <span>
        {figure === null ? <span className="quiet">saknas</span> : formatDecimalText(figure)}
        {year !== null && <span className="meta"> {year}</span>}
      </span>
    </td>
  )
}
