import { Link } from '@remix-run/react'
import { Icon } from '~/ui/icon'
import { formatShare } from './format'
import type { TableUnit } from './framework'
import { formatIn } from './table-unit'
import { meterOf, widthOf, type Meter, type MeterPart } from './meter'
import { zero } from './money'
import type { SumFigures } from './sum-figures'
import { targetText } from './target-text'
import { useSuggestedNote } from './with-suggested'

/**
 * Kvar att finansiera, with result and target: always in sight. `detailsPath` is where the financing is set out, and
 * `remediesPath` what would close a gap.
 */
export function SumLine({
  statement,
  detailsPath,
  remediesPath,
}: {
  statement: SumFigures
  detailsPath: string
  remediesPath?: string
}) {
  const note = useSuggestedNote()
  const year = statement.years[0]
  const gap = statement.gap[0] ?? zero
  const short = statement.gap.some(amount => amount > 0)
  return (
    <aside className={short ? 'sum bad' : 'sum'} aria-label="Kvar att finansiera">
      <div className="sum-main">
        <span className="label">
          Kvar att finansiera {year}
          {note}
        </span>
        <output className="sum-value num" data-gap={gap}>
          {formatIn(statement.unit, gap)}
          <small> {statement.unit}</small>
        </output>
        <Verdict statement={statement} />
        {short && remediesPath && (
          <Link className="sum-need nb" to={remediesPath}>
            Vad krävs?
          </Link>
        )}
      </div>
      <MeterBars meter={meterOf(statement, 0)} unit={statement.unit} />
      <YearTable statement={statement} />
      <a className="sum-go" href={detailsPath}>
        Resultat {year}
        <b className="num">
          {formatIn(statement.unit, statement.income.result.proposed[0] ?? zero)} {statement.unit}
        </b>
        <Target statement={statement} years={1}>
          {share(statement, 0)} %{statement.target !== null && ', '}
        </Target>
      </a>
    </aside>
  )
}

function Verdict({ statement }: { statement: SumFigures }) {
  const at = statement.gap.findIndex(amount => amount > 0)
  if (at < 0)
    return (
      <span className="sum-word ok long">
        <Icon name="ok" />
        {statement.years.length === 3 ? 'finansierat alla tre åren' : 'finansierat alla år'}
      </span>
    )
  return (
    <span className="sum-word error">
      <Icon name="error" />
      {at === 0
        ? statement.targets[0] === null
          ? 'saknas för att gå ihop'
          : 'saknas för att nå målet'
        : `${formatIn(statement.unit, statement.gap[at] ?? zero)} saknas ${statement.years[at]}`}
    </span>
  )
}

const words: Record<MeterPart['name'], string> = {
  additions: 'Satsningar',
  'tax cut': 'sänkt skatt',
  'higher result': 'högre resultat',
  tax: 'skatt',
  savings: 'besparingar',
  result: 'lägre resultat',
  other: 'andra intäkter',
  'less other': 'lägre andra intäkter',
  gap: 'saknas',
}

const fills: Record<MeterPart['name'], string> = {
  additions: 'need',
  'tax cut': 'need',
  'higher result': 'need',
  tax: 'tax',
  savings: 'tax',
  other: 'tax',
  'less other': 'need',
  result: 'res',
  gap: 'gap',
}

function MeterBars({ meter, unit }: { meter: Meter; unit: TableUnit }) {
  const needs = meter.needs.length ? meter.needs : [{ name: 'additions' as const, amount: zero }]
  return (
    <div className="rules" role="img" aria-label={described(needs, meter.means, unit)}>
      <PartNames parts={needs} unit={unit} />
      <Bar parts={meter.needs} meter={meter} />
      <Bar parts={meter.means} meter={meter} />
      <PartNames parts={meter.means} unit={unit} />
    </div>
  )
}

function Bar({ parts, meter }: { parts: readonly MeterPart[]; meter: Meter }) {
  return (
    <div className="bar">
      {parts.map(part => (
        <i
          key={part.name}
          className={fills[part.name]}
          style={{ width: `${widthOf(part, meter)}%` }}
        />
      ))}
    </div>
  )
}

function PartNames({ parts, unit }: { parts: readonly MeterPart[]; unit: TableUnit }) {
  return (
    <div className="rules-text">
      {parts.map(({ name, amount }, i) => (
        <span key={name} className={name === 'gap' ? 'error' : undefined}>
          {i === 0 ? capital(words[name]) : words[name]}{' '}
          <b className={name === 'gap' ? 'num error' : 'num'}>{formatIn(unit, amount)}</b>
        </span>
      ))}
    </div>
  )
}

const list = (parts: readonly MeterPart[], unit: TableUnit) =>
  parts.map(({ name, amount }) => `${words[name]} ${formatIn(unit, amount)} ${unit}`).join(', ')

function described(
  needs: readonly MeterPart[],
  means: readonly MeterPart[],
  unit: TableUnit,
): string {
  return means.length
    ? `${capital(list(needs, unit))}. Finansiering: ${list(means, unit)}.`
    : `${capital(list(needs, unit))}.`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function YearTable({ statement }: { statement: SumFigures }) {
  return (
    <table className="sum-years">
      <caption className="sr">Kvar att finansiera och resultat per år</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">Rad</span>
          </th>
          {statement.years.map(year => (
            <th key={year} scope="col">
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Kvar, {statement.unit}</th>
          {statement.years.map((year, i) => (
            <td key={year} className={(statement.gap[i] ?? 0) > 0 ? 'num error' : 'num'}>
              {formatIn(statement.unit, statement.gap[i] ?? zero)}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">Resultat, {statement.unit}</th>
          {statement.years.map((year, i) => (
            <td key={year} className="num">
              {formatIn(statement.unit, statement.income.result.proposed[i] ?? zero)}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">
            Resultat, %{' '}
            {statement.target !== null && (
              <>
                (<Target statement={statement} years={statement.years.length} />)
              </>
            )}
          </th>
          {statement.years.map((year, i) => (
            <td key={year} className="num">
              {share(statement, i)}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** Whether the target is met in the first `years` years. */
function Target({
  statement,
  years,
  children,
}: {
  statement: SumFigures
  years: number
  children?: React.ReactNode
}) {
  const met = statement.gap.slice(0, years).every(amount => amount === 0)
  if (statement.target === null) return <span className="nb">{children}</span>
  return (
    <span className={met ? 'ok nb' : 'error nb'}>
      {children}
      {targetWords(statement, years)} {met ? 'nås' : 'nås inte'}
    </span>
  )
}

function targetWords({ targets, target, targetAveraged }: SumFigures, years: number): string {
  const text = targetText({ target, targets: targets.slice(0, years) }) ?? ''
  return targetAveraged ? `mål ${text} % i snitt` : `mål ${text} %`
}

const share = (statement: SumFigures, i: number) => {
  const ratio = statement.resultShare.proposed[i]
  return ratio ? formatShare(ratio) : '–'
}
