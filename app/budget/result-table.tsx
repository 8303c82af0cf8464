import type { ReactNode } from 'react'
import { Icon } from '~/ui/icon'
import type { ChangeType } from './amendment'
import { formatShare } from './format'
import { negate, zero } from './money'
import type { Ratio } from './rate'
import type { Line, Statement } from './statement'
import { formatIn } from './table-unit'
import { targetText } from './target-text'
import {
  Figure,
  LineCells,
  YearCells,
  YearTable,
  type ShownYear,
  type TableYear,
} from './year-table'

/** The income statement, base to proposal, with the result's share and how it stands to the target. */
export function ResultTable({
  statement,
  years,
  shown,
  numberOf,
}: {
  statement: Statement
  years: readonly TableYear[]
  shown: ShownYear
  /** Links to the amendments of a line, for the number column: by kind, and by grant for income. */
  numberOf: (type: ChangeType, line?: string) => ReactNode
}) {
  const { income, settlement, grants } = statement
  const part = (name: string, line: Line, id: string) =>
    line.change.some(change => change !== 0) && (
      <Row
        key={id}
        name={`varav ${name}`}
        line={line}
        kind="part"
        number={numberOf('revenue', id)}
      />
    )
  return (
    <YearTable
      title="Resultatbudget"
      signs="intäkter plus, kostnader minus"
      unit={statement.unit}
      rowName="Rad"
      years={years}
      shown={shown}
    >
      {income.operations ? (
        <>
          <Row name="Verksamhetens intäkter" line={income.operations.revenue} />
          <Row name="Verksamhetens kostnader" line={income.operations.costs} />
          <Row name="Avskrivningar" line={income.operations.depreciation} />
        </>
      ) : (
        <Row name="Nämndernas ramar" line={income.frames} />
      )}
      <Row
        name="Finansförvaltning"
        line={income.centralFinance}
        number={numberOf('central-finance')}
      />
      <Row name="Nettokostnader" line={income.netCosts} kind="sub" />
      <Row name="Skatteintäkter" line={income.taxRevenue} number={numberOf('tax-rate')} />
      {part('slutavräkning', settlement, 'settlement')}
      <Row name="Generella bidrag" line={income.grants} />
      {grants.map(grant => part(grant.name, grant, grant.id))}
      <Row name="Finansnetto" line={income.financialNet} number={numberOf('financial-net')} />
      <Row name="Årets resultat" line={income.result} kind="total" />
      <ShareRow statement={statement} />
      {statement.target !== null && (
        <TargetRow statement={statement} number={numberOf('result-target')} />
      )}
    </YearTable>
  )
}

function Row({
  name,
  line,
  kind,
  number,
}: {
  name: string
  line: Line
  kind?: 'sub' | 'total' | 'part'
  number?: ReactNode
}) {
  const changed = line.change.some(change => change !== 0)
  return (
    <tr role="row" className={[kind, changed && 'changed'].filter(Boolean).join(' ') || undefined}>
      <th role="rowheader" scope="row">
        {name}
      </th>
      <td role="cell" className="nrcell">
        {number}
      </td>
      <LineCells line={line} />
    </tr>
  )
}

function ShareRow({ statement: { resultShare } }: { statement: Statement }) {
  const changes = resultShare.proposed.map((share, i) => differenceOf(share, resultShare.base[i]))
  return (
    <tr role="row" className={changes.some(({ numerator }) => numerator) ? 'changed' : undefined}>
      <th role="rowheader" scope="row">
        Resultat, % av skatt och bidrag
      </th>
      <td role="cell" className="nrcell">
        {null}
      </td>
      {resultShare.proposed.map((share, at) => {
        const change = changes[at] ?? share
        return (
          <YearCells
            // a row's years never change place
            key={at}
            at={at}
            base={formatShare(resultShare.base[at] ?? share, 2)}
            change={<Figure>{signedShare(change)}</Figure>}
            changed={change.numerator !== 0}
            proposed={formatShare(share)}
          />
        )
      })}
    </tr>
  )
}

const differenceOf = (share: Ratio, base: Ratio = share): Ratio => ({
  numerator: share.numerator * base.denominator - base.numerator * share.denominator,
  denominator: share.denominator * base.denominator,
})

function signedShare(change: Ratio): string {
  const sign = Math.sign(change.numerator) * Math.sign(change.denominator)
  if (sign === 0) return '0'
  return sign > 0 ? `+${formatShare(change, 2)}` : formatShare(change, 2)
}

/** Margin above the target, or what is missing to it: the one is zero where the other is not. */
function TargetRow({ statement, number }: { statement: Statement; number: ReactNode }) {
  const { unit, gap, margin, targetAveraged } = statement
  const target = targetText(statement)
  if (target === null) return null
  const nothing = <span className="sr">ingen uppgift</span>
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        Över resultatmålet {target} %{targetAveraged && ', snitt för alla år'}
      </th>
      <td role="cell" className="nrcell">
        {number}
      </td>
      {gap.map((missing, at) => (
        <YearCells
          // a row's years never change place
          key={at}
          at={at}
          base={nothing}
          change={nothing}
          changed
          mood={missing > 0 ? 'error' : 'ok'}
          proposed={
            <>
              <Icon name={missing > 0 ? 'error' : 'ok'} />
              <span className="sr">{missing > 0 ? 'målet nås inte, ' : 'målet nås med '}</span>{' '}
              {missing > 0 ? formatIn(unit, negate(missing)) : formatIn(unit, margin[at] ?? zero)}
            </>
          }
        />
      ))}
    </tr>
  )
}
