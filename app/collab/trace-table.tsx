import { dayAndTime } from '~/ui/date'
import { asCell, asColumnHead, asRow, asRowGroup, asRowHead, asTable } from '~/ui/table-roles'
import type { Trace } from './trace'

/** Who changed what between the two that are compared; of one section alone where one is named. */
export function TraceTable({ trace, section }: { trace: Trace; section: string | null }) {
  const rows = rowsOf(trace, section)
  if (rows.length === 0)
    return <p className="basis after-table">Ingen har skrivit eller ändrat något mellan dem.</p>
  return (
    <>
      <table className="t cards who-changed" {...asTable}>
        <caption>Vem ändrade vad</caption>
        <thead {...asRowGroup}>
          <tr {...asRow}>
            {['Vad', 'Vem', 'Senast'].map(head => (
              <th key={head} {...asColumnHead}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...asRowGroup}>
          {rows.map(({ key, what, who, at }) => (
            <tr key={key} {...asRow}>
              <th {...asRowHead}>{what}</th>
              <td {...asCell} className="left" data-l="Vem">
                {who}
              </td>
              <td {...asCell} className="left nb" data-l="Senast">
                {dayAndTime(at)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {section === null && (
        <p className="basis after-table">
          Att-satserna skriver servern ur siffrorna, målen och rubrikerna: de har ingen egen
          författare.
        </p>
      )}
    </>
  )
}

type Row = { readonly key: string; readonly what: string; readonly who: string; readonly at: Date }

const rowsOf = ({ sections, lines, others }: Trace, section: string | null): Row[] => [
  ...sections
    .filter(({ id }) => section === null || id === section)
    .flatMap(({ id, title, by }) =>
      by.map(({ name, at }) => ({
        key: `${id} ${name} ${Number(at)}`,
        what: title,
        who: name,
        at,
      })),
    ),
  ...(section === null ? lines : []).flatMap(({ name: what, by }) =>
    by.map(({ name: who, at, numbers }) => ({
      key: `${what} ${who} ${Number(at)}`,
      what: `${what} (${numbers.map(number => `Ä${number}`).join(', ')})`,
      who,
      at,
    })),
  ),
  ...others
    .filter(one => section === null || one.section === section)
    .map(({ what, name: who, at }) => ({ key: `${what} ${who} ${Number(at)}`, what, who, at })),
]
