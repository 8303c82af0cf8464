import { Form } from '@remix-run/react'
import { useId } from 'react'
import { formatShare } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import { zero } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { formatExactIn, listIn } from '~/budget/table-unit'
import { Button } from '~/ui/button'
import { FormFault } from '~/ui/message'
import { asCell, asColumnHead, asRow, asRowGroup, asRowHead, asTable } from '~/ui/table-roles'
import { RebaseChoices } from './rebase-choices'
import type { RebasedRow, RebasePage } from './rebase-page'
import { RebasedLines } from './rebased-table'

/** A newer edition beside the base: what became of each amendment, and what is decided about it. */
export function RebaseView({
  page,
  fault,
  busy,
}: {
  page: RebasePage
  fault: string | null
  busy: boolean
}) {
  const open = page.rows.filter(({ fate }) => fate !== 'carried')
  const carried = page.rows.filter(({ fate }) => fate === 'carried')
  return (
    <>
      <OutlookTable page={page} />
      <Form method="post">
        <input type="hidden" name="edition" value={page.next.hash} />
        <input type="hidden" name="seen" value={page.seen} />
        <input type="hidden" name="unit" value={page.now.unit} />
        {open.map(row => (
          <RowToDecide key={row.id} row={row} page={page} />
        ))}
        {carried.length > 0 && <CarriedList rows={carried} unit={page.now.unit} />}
        {fault && <FormFault title="Ramen är inte bytt.">{fault}</FormFault>}
        <p className="acts row after-table">
          <Button type="submit" kind="primary" name="intent" value="rebase" busy={busy}>
            Byt till {page.next.name}
          </Button>
          <Button type="submit" kind="plain" name="intent" value="drop" formNoValidate>
            Glöm den nya ramen
          </Button>
        </p>
        <p className="second">
          Läget före bytet sparas som en version. Inget försvinner: det som dras tillbaka finns kvar
          bland ändringarna.
        </p>
      </Form>
    </>
  )
}

/** What the proposal comes to in the budget year: now, and on the new base. */
function OutlookTable({ page }: { page: RebasePage }) {
  const rows: { name: string; statement: Statement }[] = [
    { name: `Nu, på ${page.base}`, statement: page.now },
    ...page.outlooks.map(({ decision, statement }) => ({
      name: decision === 'change' ? 'Om alla ändringar behålls' : 'Om alla resultat behålls',
      statement,
    })),
  ]
  return (
    <section className="block" aria-labelledby="h-utfall">
      <h2 id="h-utfall">
        Utfall {page.now.years[0]} <span className="unit">{page.now.unit}</span>
      </h2>
      <table className="t" {...asTable}>
        <caption className="sr">Vad förslaget blir på den gamla och den nya ramen</caption>
        <thead {...asRowGroup}>
          <tr {...asRow}>
            <th {...asColumnHead}>Ram</th>
            <th {...asColumnHead} className="r">
              Summa ramar
            </th>
            <th {...asColumnHead} className="r">
              Resultat
            </th>
            <th {...asColumnHead} className="r">
              %
            </th>
            <th {...asColumnHead} className="r">
              Kvar att finansiera
            </th>
          </tr>
        </thead>
        <tbody {...asRowGroup}>
          {rows.map(({ name, statement }) => (
            <OutlookRow key={name} {...{ name, statement }} unit={page.now.unit} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function OutlookRow({
  name,
  statement,
  unit,
}: {
  name: string
  statement: Statement
  unit: TableUnit
}) {
  const { frames, income, resultShare, gap } = statement
  const [share] = resultShare.proposed
  const missing = gap[0] ?? zero
  return (
    <tr {...asRow}>
      <th {...asRowHead}>{name}</th>
      <td {...asCell} className="num">
        {formatExactIn(unit, frames.proposed[0] ?? zero)}
      </td>
      <td {...asCell} className="num">
        {formatExactIn(unit, income.result.proposed[0] ?? zero)}
      </td>
      <td {...asCell} className="num">
        {share ? formatShare(share) : ''}
      </td>
      <td {...asCell} className={missing > 0 ? 'num error' : 'num'}>
        {formatExactIn(unit, missing)}
      </td>
    </tr>
  )
}

const fateText = {
  collided: 'Raden har ändrats i den nya ramen.',
  lost: 'Raden finns inte i den nya ramen: den kan ha bytt namn, slagits ihop, delats eller tagits bort.',
} as const

function RowToDecide({ row, page }: { row: RebasedRow; page: RebasePage }) {
  const heading = useId()
  const { number, name, fate, motivation } = row
  if (fate === 'carried') return null
  return (
    <section className="block rebased" aria-labelledby={heading}>
      <h2 id={heading}>
        Ä{number} {name}
      </h2>
      <p className="second">
        {fateText[fate]} {row.looksMet && <b>Den nya ramen går minst lika långt som vi.</b>}
      </p>
      {motivation && <p className="why">{motivation}</p>}
      <RebasedLines row={row} page={page} labelledBy={heading} />
      <RebaseChoices row={row} boards={page.boards} unit={page.now.unit} />
    </section>
  )
}

function CarriedList({ rows, unit }: { rows: readonly RebasedRow[]; unit: TableUnit }) {
  return (
    <section className="block" aria-labelledby="h-foljer">
      <h2 id="h-foljer">Följer med oförändrade</h2>
      <ul className="plain">
        {rows.map(({ id, number, name, lines }) => {
          // of a move between two boards, what the other one gets
          const board = lines.at(-1)?.board
          const ours = lines.flatMap(line =>
            line.change === null || line.board !== board ? [] : [line.change],
          )
          return (
            <li key={id}>
              Ä{number} {name}{' '}
              {ours.length > 0 && <span className="second num">{listIn(unit, ours)}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
