import { useId } from 'react'
import { asCell, asColumnHead, asRow, asRowGroup, asRowHead, asTable } from '~/ui/table-roles'
import type { Cell, ComparedGroup } from './side-by-side'

/** A column's name, and the line under it. */
export type Column = { readonly id: string; readonly name: string }

/**
 * Figures of several proposals side by side; what differs from the first is in ink. Wider than the page it scrolls by
 * itself. Where it is narrow, a row's name stands on a line of its own over its figures.
 */
export function SideBySideTable({
  title,
  first,
  columns,
  groups,
}: {
  title: string
  /** What the rows are, over their names. */
  first: string
  columns: readonly Column[]
  groups: readonly ComparedGroup[]
}) {
  const heading = useId()
  return (
    <div className="block after-table">
      <h2 id={heading}>{title}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scrolled" role="region" aria-labelledby={heading} tabIndex={0}>
        <table className="t side-t" data-columns={columns.length} {...asTable}>
          <caption className="sr">{title}</caption>
          <thead {...asRowGroup}>
            <tr {...asRow}>
              <th {...asColumnHead}>{first}</th>
              {columns.map(({ id, name }) => (
                <th key={id} {...asColumnHead} className="r">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(group => (
            <Group key={group.name} group={group} columns={columns} />
          ))}
        </table>
      </div>
    </div>
  )
}

function Group({ group, columns }: { group: ComparedGroup; columns: readonly Column[] }) {
  const { name, rows, summed } = group
  return (
    <tbody {...asRowGroup}>
      <tr className="group" {...asRow}>
        <th role="rowheader" scope="rowgroup" colSpan={columns.length + 1}>
          {name}
        </th>
      </tr>
      {rows.map((row, at) => (
        // a framework may hold a board twice: C14 says so
        <tr
          key={`${at} ${row.name}`}
          className={summed && at === rows.length - 1 ? 'sub' : ''}
          {...asRow}
        >
          <th {...asRowHead}>{row.name}</th>
          {row.cells.map((cell, i) => (
            <Figure key={columns[i]?.id ?? i} cell={cell} />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function Figure({ cell: { text, differs, difference } }: { cell: Cell }) {
  return (
    <td {...asCell} className={differs && difference === null ? 'num ink' : 'num'}>
      {text}
      {difference !== null && <span className="apart ink">{difference}</span>}
    </td>
  )
}
