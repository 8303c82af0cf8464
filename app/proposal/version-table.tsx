import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { TableUnit } from '~/budget/framework'
import { Icon } from '~/ui/icon'
import { asCell, asColumnHead, asRow, asRowGroup, asRowHead, asTable } from '~/ui/table-roles'
import type { VersionFigures } from './version-row'

export type ListedVersion = {
  readonly id: string
  readonly name: string
  readonly frozen: string
  readonly by: string
  /** Frozen by the app itself. */
  readonly automatic: boolean
  readonly sha256: string
  readonly figures: VersionFigures
}

/** A version that does not agree with its sum any more: named, and not shown. */
export type BrokenVersion = { readonly id: string; readonly name: string; readonly reason: string }

type Props = {
  year: number
  now: VersionFigures
  versions: readonly ListedVersion[]
  mayExport: boolean
  mayRestore: boolean
}

/** The proposal as it is now, and its versions, the latest first. */
export function VersionTable({ year, now, versions, mayExport, mayRestore }: Props) {
  // moved to a base in another unit, a version says its own beside each amount
  const one = versions.every(({ figures }) => figures.unit === now.unit)
  const unit = one ? now.unit : null
  return (
    <table className="t cards vers" {...asTable}>
      <caption className="sr">Versioner, den senaste först</caption>
      <thead {...asRowGroup}>
        <tr {...asRow}>
          <Head>Namn</Head>
          <Head>Fryst</Head>
          <Head>Av</Head>
          <Head right>{inUnit(`Resultat ${year}`, unit)}</Head>
          <Head right>{inUnit('Kvar', unit)}</Head>
          <Head>Kontroller</Head>
          <Head>Kontrollsumma</Head>
          <Head>
            <span className="sr">Åtgärder</span>
          </Head>
        </tr>
      </thead>
      <tbody {...asRowGroup}>
        <tr {...asRow}>
          <th {...asRowHead}>
            <b>Just nu</b>
          </th>
          <td {...asCell} className="left">
            inte fryst
          </td>
          <td {...asCell} className="left" />
          <Figures {...{ year, unit }} figures={now} />
          <td {...asCell} className="left" />
          <td {...asCell} className="left" />
        </tr>
        {versions.map(version => (
          <VersionRow key={version.id} {...{ version, year, unit, mayExport, mayRestore }} />
        ))}
      </tbody>
    </table>
  )
}

function Head({ right, children }: { right?: boolean; children: ReactNode }) {
  return (
    <th {...asColumnHead} className={right ? 'r' : undefined}>
      {children}
    </th>
  )
}

function VersionRow({
  version,
  year,
  unit,
  mayExport,
  mayRestore,
}: {
  version: ListedVersion
  year: number
  unit: TableUnit | null
  mayExport: boolean
  mayRestore: boolean
}) {
  const { id, name, frozen, by, automatic, sha256, figures } = version
  return (
    <tr {...asRow} className={automatic ? 'automatic' : undefined}>
      <th {...asRowHead}>
        <Link to={id}>{name}</Link>
        {automatic && <span className="second"> automatisk</span>}
      </th>
      <td {...asCell} className="left">
        {frozen}
      </td>
      <td {...asCell} className="left">
        {by}
      </td>
      <Figures {...{ year, unit, figures }} />
      <td {...asCell} className="left second nb" data-l="Kontrollsumma">
        {`${sha256.slice(0, 4)} ${sha256.slice(4, 8)}`}
      </td>
      <td {...asCell} className="left nb">
        <Link to={id} aria-label={`Öppna ${name}`}>
          Öppna
        </Link>
        {mayExport && (
          <Link to={`${id}/export`} aria-label={`Exportera ${name}`}>
            Exportera
          </Link>
        )}
        {mayRestore && (
          <Link to={`${id}/restore?part=all`} aria-label={`Återställ hela förslaget till ${name}`}>
            Återställ
          </Link>
        )}
      </td>
    </tr>
  )
}

/** A heading with the unit of the amounts under it, where they all have one. */
const inUnit = (head: string, unit: TableUnit | null): string => (unit ? `${head}, ${unit}` : head)

function Figures({
  year,
  unit,
  figures,
}: {
  year: number
  unit: TableUnit | null
  figures: VersionFigures
}) {
  const own = unit ? '' : `\u00A0${figures.unit}`
  return (
    <>
      <td {...asCell} className="num" data-l={inUnit(`Resultat ${year}`, unit)}>
        {figures.result + own}
      </td>
      <td
        {...asCell}
        className={figures.isFinanced ? 'num' : 'num error'}
        data-l={inUnit('Kvar', unit)}
      >
        {figures.gap + own}
      </td>
      <td {...asCell} className="left nb">
        <CheckResult figures={figures} />
      </td>
    </>
  )
}

function CheckResult({ figures: { errors, warnings } }: { figures: VersionFigures }) {
  if (errors > 0)
    return (
      <span className="error">
        <Icon name="error" /> {errors} fel
      </span>
    )
  return (
    <span className={warnings > 0 ? 'warn' : 'ok'}>
      <Icon name={warnings > 0 ? 'warn' : 'ok'} />{' '}
      {warnings > 0 ? `${warnings} ${warnings === 1 ? 'varning' : 'varningar'}` : 'inga fel'}
    </span>
  )
}
