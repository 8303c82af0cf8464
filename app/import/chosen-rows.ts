import type { Year } from '~/budget/framework'
import { negate, zero, type Tkr } from '~/budget/money'
import { readAmount } from './amount-cell'
import type { Choices, RowRole } from './choices'
import type { Placed, SourceRow } from './source-row'

/** Where an amount of the framework was read: `boards.BUN.2027`, `grants.grant-1.2027`, `printed.frames.2027`. */
export type Origins = ReadonlyMap<string, Placed>

export type ChosenRow = SourceRow & { readonly board: string }

/** What is gathered while the rows are read: their amounts, and everything that there is to say of them. */
export type Gathering = {
  readonly choices: Choices
  readonly years: readonly Year[]
  readonly rowsOf: (role: RowRole) => readonly ChosenRow[]
  readonly notes: string[]
  readonly faults: string[]
  readonly origins: Map<string, Placed>
}

/** Begins to read the rows: those that nobody gave a role, and what is missing altogether, are faults at once. */
export function gather(
  rows: readonly SourceRow[],
  choices: Choices,
  years: readonly Year[],
): Gathering {
  const byRole = new Map<string, ChosenRow[]>()
  for (const row of rows) {
    const { role, board } = choices.rows[row.id] ?? { role: '', board: '' }
    byRole.set(role, [...(byRole.get(role) ?? []), { ...row, board }])
  }
  const faults = (byRole.get('') ?? []).map(
    ({ place, label }) => `${place}: välj vad raden ”${label}” är, eller Används inte.`,
  )
  if (years.length === 0)
    faults.push(`Ingen kolumn har budgetåret ${choices.budgetYear}. Välj kolumn för det i steg 1.`)
  if (choices.unit === '') faults.push('Välj vilken enhet tabellerna är skrivna i.')
  if (!byRole.has('board')) faults.push('Ingen rad är en nämnd. Välj vilka rader som är nämnder.')
  return {
    choices,
    years,
    rowsOf: role => byRole.get(role) ?? [],
    notes: [],
    faults,
    origins: new Map(),
  }
}

/**
 * One row's amounts, one for each year. An empty cell is zero, and said to be. `flip` turns the source's sign into the
 * framework's.
 */
export function amountsOf(
  gathering: Gathering,
  row: ChosenRow,
  key: string,
  flip: boolean,
  part: 'amounts' | 'indexation' | 'volume' | 'adjustment' = 'amounts',
): Tkr[] {
  const { years, notes, origins } = gathering
  return years.map(year => {
    const placed = row[part].get(year)
    if (!placed) {
      if (part === 'amounts')
        notes.push(`${row.place}: ”${row.label}” har inget belopp för ${year} och fick 0.`)
      return zero
    }
    if (part === 'amounts') origins.set(`${key}.${year}`, placed)
    return amountAt(gathering, placed, flip)
  })
}

/** The amount in one cell. What cannot be read is a fault; how somebody said that it is to be read goes first. */
export function amountAt(
  { choices, notes, faults }: Gathering,
  placed: Placed,
  flip: boolean,
): Tkr {
  const { cell, place } = placed
  const said = choices.readings[place]
  const read = readAmount(
    said ? { place, cell: { ...cell, text: said, kind: 'text' } } : placed,
    choices,
  )
  if (!read.ok) {
    faults.push(read.message)
    return zero
  }
  if (said) notes.push(`${place}: ”${cell.text}” läses som ${said}, som du har valt.`)
  else if (cell.formula !== null)
    notes.push(`${place}: en formel, vars sparade värde ${cell.text} används.`)
  if (read.note) notes.push(read.note)
  return flip ? negate(read.value) : read.value
}
