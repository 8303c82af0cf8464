import { Link, useSearchParams } from '@remix-run/react'
import { Icon } from '~/ui/icon'
import { counted, searchWith } from './place-marker'

/** How many threads are open in a section, at its heading, and the way to begin one on all of it. */
export function SectionMarker({
  open,
  canComment,
  name,
}: {
  open: number
  canComment: boolean
  name: string
}) {
  const [search] = useSearchParams()
  const text = open > 0 && <span className="num">{open}</span>
  const label = open > 0 ? `Kommentera ${name}, ${counted(open)}` : `Kommentera ${name}`
  if (!canComment)
    return open > 0 ? (
      <span className="place-mark" title={counted(open)}>
        <Icon name="comment" />
        {text}
        <span className="sr"> {counted(open).replace(/^\d+ /, '')}</span>
      </span>
    ) : null
  return (
    <Link
      className={open > 0 ? 'place-mark' : 'place-mark none'}
      to={searchWith(search, 'section')}
      preventScrollReset
      aria-label={label}
      title={label}
    >
      <Icon name="comment" />
      {text}
    </Link>
  )
}
