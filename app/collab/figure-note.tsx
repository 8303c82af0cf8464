import { Link } from '@remix-run/react'
import { figureOf, formatsOf, figureText, type FigureFormat } from '~/budget/figure'
import { figureChoices, type FigureChoice } from '~/budget/figure-choices'
import { formatExactIn, formatSignedExactIn } from '~/budget/table-unit'
import { zero } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { Button } from '~/ui/button'
import { clock } from '~/ui/date'
import { Icon } from '~/ui/icon'
import type { Chip, Loose } from './figure-extension'

/** Who saved a board's amendment last. */
export type SavedRow = {
  readonly board: string
  readonly number: number
  readonly savedAt: Date
  readonly savedBy: string
}

/** Where a figure comes from: base, change, proposed, and the way to its row. */
export function ChipNote({
  chip: { ref, format },
  statement,
  rows,
  budgetPath,
  onFormat,
}: {
  chip: Chip
  statement: Statement
  rows: readonly SavedRow[]
  budgetPath: string
  /** Missing where the text may not be written. */
  onFormat?: (format: FigureFormat) => void
}) {
  const figure = figureOf(statement, ref)
  if (!figure) return <LostNote />
  const [name, id, year] = ref.split('.')
  const board = name === 'frame' ? statement.boards.find(one => one.id === id) : undefined
  const at = statement.years.findIndex(one => String(one) === year)
  const row = rows.find(one => one.board === board?.id)
  const { unit } = statement
  const title = board
    ? `${board.name} ${year}`
    : (figureChoices(statement).find(choice => choice.ref === ref)?.label ?? ref)
  return (
    <aside className="note chipnote" aria-label="Vald siffra">
      <p className="note-h">{title}</p>
      {board && at >= 0 ? (
        <dl className="num">
          <dt>Ram</dt>
          <dd>{formatExactIn(unit, board.base[at] ?? zero)}</dd>
          <dt>Ändring{row && ` Ä${row.number}`}</dt>
          <dd className="ink">{formatSignedExactIn(unit, board.change[at] ?? zero)}</dd>
          <dt>Förslag</dt>
          <dd>
            <b>{formatExactIn(unit, board.proposed[at] ?? zero)}</b>
          </dd>
        </dl>
      ) : (
        <p className="num">{figureText(statement, ref, format)}</p>
      )}
      <p className="by">
        {row && `Sparad ${clock(row.savedAt)} av ${row.savedBy}. `}Texten följer raden.
      </p>
      <div className="acts">
        <Link to={`${budgetPath}${board ? `#b-${board.id}` : ''}`}>Gå till raden</Link>
        {onFormat &&
          formatsOf(figure, unit)
            .filter(other => other !== format)
            .map(other => (
              <Button key={other} kind="plain" small onClick={() => onFormat(other)}>
                Visa i {other}
              </Button>
            ))}
      </div>
    </aside>
  )
}

const LostNote = () => (
  <aside className="note loosenote" aria-label="Vald siffra">
    <p className="note-h error">
      <Icon name="error" />
      Siffran finns inte i budgeten
    </p>
    <p>Raden eller året som den följde finns inte längre. Ta bort siffran eller välj en annan.</p>
  </aside>
)

/** An amount that follows no row: what it matches today, and the ways to settle it. */
export function LooseNote({
  loose,
  match,
  onLink,
  onOther,
  onFreestanding,
}: {
  loose: Loose
  match: FigureChoice | undefined
  onLink: (choice: FigureChoice) => void
  onOther: () => void
  onFreestanding: () => void
}) {
  return (
    <aside className="note loosenote" aria-label="Belopp utan koppling">
      <p className="note-h warn">
        <Icon name="warn" />
        Beloppet följer ingen rad
      </p>
      <p>
        ”{loose.text}” ändras inte om budgeten ändras.
        {match && (
          <>
            {' '}
            Det stämmer i dag med <b>{match.label}</b>,{' '}
            <span className="ink num">{match.text}</span>.
          </>
        )}
      </p>
      <div className="acts">
        {match && (
          <Button small onClick={() => onLink(match)}>
            Koppla till {match.label}
          </Button>
        )}
        <Button kind="plain" small onClick={onOther}>
          {match ? 'Annan rad' : 'Koppla till en rad'}
        </Button>
        <Button kind="plain" small onClick={onFreestanding}>
          Fristående
        </Button>
      </div>
    </aside>
  )
}
