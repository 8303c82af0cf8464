import { useId } from 'react'
import { useSuggestedNote } from '~/budget/with-suggested'

/** A row of written-out amounts. `ours` is the place of the cell that we change, or all of them. */
export type PlainRow = {
  readonly name: string
  readonly kind: 'sub' | 'total' | undefined
  readonly ours?: number | 'all'
  readonly cells: readonly string[]
}

/** A table that is only read. One that is wider than the page is scrolled by itself, also with the keyboard. */
export function PlainTable({
  title,
  unit,
  heads,
  rows,
}: {
  title: string
  unit: string
  heads: readonly string[]
  rows: readonly PlainRow[]
}) {
  const heading = useId()
  const note = useSuggestedNote()
  return (
    <div className="block after-table yeared">
      <h2 id={heading}>
        {title} <span className="unit">{unit + note}</span>
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scrolled" role="region" aria-labelledby={heading} tabIndex={0}>
        <table className="t plain">
          <caption className="sr">{`${title}, ${unit}${note}`}</caption>
          <thead>
            <tr>
              {heads.map((head, i) => (
                <th key={head} scope="col" className={i > 0 ? 'r' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, kind, ours, cells }, row) => (
              // a framework may hold a board twice: C14 says so
              <tr key={`${row} ${name}`} className={kind}>
                <th scope="row">{name}</th>
                {cells.map((cell, i) => (
                  <td
                    key={heads[i + 1]}
                    className={ours === 'all' || i === ours ? ourClass(cell) : 'num'}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const ourClass = (cell: string) => (cell === '0' || cell === '0,0' ? 'num zero' : 'num ours')
