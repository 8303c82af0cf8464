import type { ReactNode } from 'react'
import { Icon } from '~/ui/icon'
import type { ChangeType } from './amendment'
import { formatShare } from './format'
import type { LineComments } from './line-comments'
import { negate, zero } from './money'
import type { Ratio } from './rate'
import type { Line, Statement } from './statement'
import { grantKey, resultLines, type ResultLine } from './table-line'
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
  comments,
}: {
  statement: Statement
  years: readonly TableYear[]
  shown: ShownYear
  /** Links to the amendments of a line, for the number column: by kind, and by grant for income. */
  numberOf: (type: ChangeType, line?: string) => ReactNode
  comments: LineComments
}) {
  const { income, settlement, grants } = statement
  const row = (key: ResultLine, line: Line, kind?: Kind, number?: ReactNode) => (
    <Row
      name={resultLines[key]}
      line={line}
      {...(kind && { kind })}
      number={number}
      marker={comments.markerOf(key, resultLines[key])}
    />
  )
  const part = (key: string, name: string, line: Line, id: string) =>
    (line.change.some(change => change !== 0) || comments.isOn(key)) && (
      <Row
        key={id}
        name={`varav ${name}`}
        line={line}
        kind="part"
        number={numberOf('revenue', id)}
        marker={comments.markerOf(key, name)}
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
          {row('operations.revenue', income.operations.revenue)}
          {row('operations.costs', income.operations.costs)}
          {row('operations.depreciation', income.operations.depreciation)}
        </>
      ) : (
        row('boards', income.frames)
      )}
      {row('centralFinance', income.centralFinance, undefined, numberOf('central-finance'))}
      {row('netCosts', income.netCosts, 'sub')}
      {row('taxRevenue', income.taxRevenue, undefined, numberOf('tax-rate'))}
      {part('settlement', 'slutavräkning', settlement, 'settlement')}
      {row('grants', income.grants)}
      {grants.map(grant => part(grantKey(grant.id), grant.name, grant, grant.id))}
      {row('financialNet', income.financialNet, undefined, numberOf('financial-net'))}
      {row('result', income.result, 'total')}
      <ShareRow
        statement={statement}
        marker={comments.markerOf('resultShare', resultLines.resultShare)}
      />
      {statement.target !== null && (
        <TargetRow
          statement={statement}
          number={numberOf('result-target')}
          marker={comments.markerOf('target', resultLines.target)}
        />
      )}
    </YearTable>
  )
}

type Kind = 'sub' | 'total' | 'part'

function Row({
  name,
  line,
  kind,
  number,
  marker,
}: {
  name: string
  line: Line
  kind?: Kind
  number?: ReactNode
  marker: ReactNode
}) {
  const changed = line.change.some(change => change !== 0)
  return (
    <tr role="row" className={[kind, changed && 'changed'].filter(Boolean).join(' ') || undefined}>
      <th role="rowheader" scope="row">
        {name}
      </th>
      <td role="cell" className="nrcell">
        {number} {marker}
      </td>
      <LineCells line={line} />
    </tr>
  )
}

function ShareRow({
  statement: { resultShare },
  marker,
}: {
  statement: Statement
  marker: ReactNode
}) {
  const changes = resultShare.proposed.map((share, i) => differenceOf(share, resultShare.base[i]))
  return (
    <tr role="row" className={changes.some(({ numerator }) => numerator) ? 'changed' : undefined}>
      <th role="rowheader" scope="row">
        {resultLines.resultShare}
      </th>
      <td role="cell" className="nrcell">
        {marker}
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
function TargetRow({
  statement,
  number,
  marker,
}: {
  statement: Statement
  number: ReactNode
  marker: ReactNode
}) {
  const { unit, gap, margin, targetAveraged } = statement
  const target = targetText(statement)
  if (target === null) return null
  const nothing = <span className="sr">ingen uppgift</span>
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {resultLines.target} {target} %{targetAveraged && ', snitt för alla år'}
      </th>
      <td role="cell" className="nrcell">
        {number} {marker}
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
