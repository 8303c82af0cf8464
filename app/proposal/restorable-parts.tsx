import { Link } from '@remix-run/react'
import type { DifferingPart } from './restored'

/** Where a part of a version is taken back, below the version's own address. */
export const restoreAddress = ({ kind, id }: Pick<DifferingPart, 'kind' | 'id'>): string =>
  `restore?part=${kind}&id=${encodeURIComponent(id)}`

/** The sections and amendments of a version that are not so any more, each with a way back. */
export function RestorableParts({
  parts,
  may,
}: {
  parts: readonly DifferingPart[]
  may: Readonly<Record<DifferingPart['kind'] | 'all', boolean>>
}) {
  const open = parts.filter(({ kind }) => may[kind])
  if (!may.section && !may.amendment && !may.all) return null
  return (
    <section className="block restorable" aria-labelledby="aterstall">
      <h2 id="aterstall">Återställ från den här versionen</h2>
      {parts.length === 0 && <p className="second">Avsnitten och ändringarna är som nu.</p>}
      {open.length > 0 && (
        <ul>
          {open.map(part => (
            <li key={`${part.kind} ${part.id}`}>
              <span>
                {part.name}
                {part.gone && <span className="second"> (borttaget nu)</span>}
              </span>
              <Link to={restoreAddress(part)} aria-label={`Återställ ${part.name}`}>
                Återställ
              </Link>
            </li>
          ))}
        </ul>
      )}
      {may.all && (
        <p>
          <Link to="restore?part=all">Återställ hela förslaget</Link>
        </p>
      )}
    </section>
  )
}
