import { useState } from 'react'
import type { ChainStep } from '~/budget/board-chain'
import { baseName } from '~/budget/base-name'
import { ChartFigure } from '~/budget/chart-view'
import { keyFigureTexts } from '~/budget/key-figures'
import { zero, type Tkr } from '~/budget/money'
import { PlainTable, type PlainRow } from '~/budget/plain-table'
import { KeyFigureTable, LinesTable } from '~/budget/position-view'
import { roundingNote } from '~/budget/rounding'
import { formatIn, formatSignedIn } from '~/budget/table-unit'
import type { TablesPage } from './tables-page'

/** The tables that follow from the budget: balance requirement, cash, balance sheet, investments, chains, key figures. */
export function TablesView({ page }: { page: TablesPage }) {
  const { base, years, tables, keyFigures } = page
  const [at, show] = useState(0)
  const shown = { at, show }
  return (
    <>
      <div className="title">
        <h1>Tabeller</h1>
        <p className="basis">
          Allt här räknas av servern ur grunden ({baseName(base)}, utgåva {base.edition}) och våra
          ändringar. Belopp i {base.unit}. Raderna ändras på sidan Budget.
        </p>
      </div>
      <section aria-labelledby="h-diagram" id="diagram">
        <h2 id="h-diagram">Diagram</h2>
        {page.charts.map(chart => (
          <ChartFigure key={chart.id} chart={chart} />
        ))}
      </section>
      {tables.map(table => (
        <div key={table.id} className="block after-table" id={table.id}>
          <LinesTable table={table} unit={base.unit} years={years} shown={shown} />
        </div>
      ))}
      {!page.exact && <p className="second">{roundingNote}</p>}
      {tables.length < 3 && (
        <p className="second">
          Kassaflödes-, balans- och investeringsbudget visas när grunden har ingående balans, lån
          och investeringar.
        </p>
      )}
      <div className="block after-table">
        <KeyFigureTable figures={keyFigures} years={years} shown={shown} />
      </div>
      <BoardFigures page={page} />
      <Chains page={page} />
      {page.printed.length > 0 && <Printed page={page} />}
    </>
  )
}

/** What each changed frame changes by, in percent of the frame and in kronor per inhabitant. */
function BoardFigures({ page: { boardFigures, years } }: { page: TablesPage }) {
  if (boardFigures.length === 0) return null
  const withPeople = boardFigures.some(({ perInhabitant }) => perInhabitant !== null)
  return (
    <PlainTable
      title="Ändringarna i proportion"
      unit={withPeople ? 'procent av ramen och kronor per invånare' : 'procent av ramen'}
      heads={[
        'Nämnd',
        ...years.map(({ year }) => `${year}, %`),
        ...(withPeople ? years.map(({ year }) => `${year}, kr/inv`) : []),
      ]}
      rows={boardFigures.map(({ id, name, share, perInhabitant }) => ({
        name,
        kind: id === '' ? 'total' : undefined,
        cells: [
          ...share.map(ratio => signed('procent', ratio)),
          ...(perInhabitant ?? []).map(ratio => signed('kronor per invånare', ratio)),
        ],
      }))}
    />
  )
}

const signed = (
  unit: 'procent' | 'kronor per invånare',
  ratio: { numerator: number; denominator: number },
) => keyFigureTexts(unit, { numerator: 0, denominator: 1 }, ratio).change

/** From the frame of the year before to the one we propose, a table for each year. */
function Chains({ page: { chains, years, base } }: { page: TablesPage }) {
  if (chains.length === 0) return null
  return years.map(({ year }, i) => (
    <PlainTable
      key={year}
      title={`Så blir ramarna ${year}`}
      unit={`nettokostnad, ${base.unit}`}
      heads={[
        'Nämnd',
        'Ram året innan',
        'Uppräkning',
        'Volym',
        'Justering',
        'Vår prioritering',
        'Förslag',
      ]}
      rows={chains.map(({ name, chain }, row): PlainRow => {
        const step = chain.proposed[i]
        const amount = (part: keyof ChainStep): Tkr => step?.[part] ?? zero
        const change = (part: keyof ChainStep) => formatSignedIn(base.unit, amount(part))
        return {
          name,
          kind: row === chains.length - 1 && name === 'Summa' ? 'total' : undefined,
          ours: 4,
          cells: [
            formatIn(base.unit, amount('previous')),
            change('indexation'),
            change('volume'),
            change('adjustment'),
            change('priority'),
            formatIn(base.unit, amount('frame')),
          ],
        }
      })}
    />
  ))
}

/** The source's own tables, with every year that they have. */
function Printed({ page: { printed, printedYears, base } }: { page: TablesPage }) {
  return printed.map(table => (
    <PlainTable
      key={table.id}
      title={`${table.name}, som grunden trycker den`}
      unit={base.unit}
      heads={[
        'Rad',
        ...printedYears.map(({ year, kind }) => `${year}${kind === 'account' ? ' bokslut' : ''}`),
      ]}
      rows={table.lines.map(({ name, amounts, sumOf }) => ({
        name,
        kind: sumOf ? 'sub' : undefined,
        cells: printedYears.map((_, i) => formatIn(base.unit, amounts[i] ?? zero)),
      }))}
    />
  ))
}
