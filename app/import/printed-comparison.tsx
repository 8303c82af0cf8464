import type { TableUnit } from '~/budget/framework'
import type { PrintedTotal } from '~/budget/printed-totals'
import { formatExactIn, formatSignedExactIn } from '~/budget/table-unit'
import { Icon } from '~/ui/icon'
import { printedNames } from './line-names'

/** Each printed total beside the computed one. A difference is named with its amount, never mended by itself. */
export function PrintedComparison({
  totals,
  unit,
}: {
  totals: readonly (PrintedTotal & { readonly place?: string | null })[]
  unit: TableUnit
}) {
  const hasPlaces = totals.some(({ place }) => place)
  if (totals.length === 0)
    return (
      <p className="second">
        Budgetramen har inga tryckta summor att jämföra med. Servern räknar alla summor själv.
      </p>
    )
  const wrong = totals.filter(({ difference }) => difference !== 0).length
  return (
    <>
      <p>
        {wrong === 0
          ? `Alla ${totals.length} tryckta summor stämmer med de räknade.`
          : `${wrong} av ${totals.length} tryckta summor stämmer inte med de räknade. Se efter i dokumentet vilken siffra som är fel.`}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled also with the keyboard */}
      <div className="typed" role="region" aria-label="Tryckta summor, tabell" tabIndex={0}>
        <table className="t">
          <caption className="sr">Tryckta summor bredvid räknade, {unit}</caption>
          <thead>
            <tr>
              <th scope="col">Summa, {unit}</th>
              <th scope="col">År</th>
              <th scope="col" className="r">
                Tryckt
              </th>
              <th scope="col" className="r">
                Räknad
              </th>
              <th scope="col" className="r">
                Skiljer
              </th>
              {hasPlaces && <th scope="col">Cell</th>}
            </tr>
          </thead>
          <tbody>
            {totals.map(({ line, year, printed, computed, difference, place }) => (
              <tr key={`${line} ${year}`}>
                <th scope="row">{printedNames[line]}</th>
                <td>{year}</td>
                <td className="num">{formatExactIn(unit, printed)}</td>
                <td className="num">{formatExactIn(unit, computed)}</td>
                <td className={difference === 0 ? 'num ok' : 'num error'}>
                  <Icon name={difference === 0 ? 'ok' : 'error'} />{' '}
                  {formatSignedExactIn(unit, difference)}
                </td>
                {hasPlaces && <td className="left second nb">{place}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
