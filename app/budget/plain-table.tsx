import { useSuggestedNote } from './with-suggested'

/** A row of written-out amounts. `ours` is the place of the cell that we change, or all of them. */
export type PlainRow = {
  readonly name: string
  readonly kind?: 'sub' | 'total' | undefined
  readonly ours?: number | 'all'
  readonly cells: readonly string[]
}

type Rows = { readonly heads: readonly string[]; readonly rows: readonly PlainRow[] }

/** A table that is only read, under a heading of its own. */
export function PlainTable({ title, unit, ...table }: Rows & { title: string; unit: string }) {
  const note = useSuggestedNote()
  return (
    <div className="block after-table yeared">
      <h2>
        {title} <span className="unit">{unit + note}</span>
      </h2>
      <ReadTable caption={`${title}, ${unit}${note}`} {...table} />
    </div>
  )
}

/** The table itself. One that is wider than the page is scrolled alone, also with the keyboard. */
export function ReadTable({ caption, heads, rows }: Rows & { caption: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scrolled" role="region" aria-label={caption} tabIndex={0}>
      <table className="t plain">
        <caption className="sr">{caption}</caption>
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
  )
}

const ourClass = (cell: string) => (cell === '0' || cell === '0,0' ? 'num zero' : 'num ours')
