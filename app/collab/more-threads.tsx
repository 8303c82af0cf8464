import { useFetcher } from '@remix-run/react'
import { Button } from '~/ui/button'
import type { SentThread, Thread } from './thread'
import { arrived } from './arrived-thread'
import { morePath, threadsAtOnce } from './thread-filter'
import { ThreadNote } from './thread-note'

type Props = { base: string; sectionId: string; canComment: boolean }

/** A section's open threads that its page was not given: they come when they are asked for. */
export function MoreOpen({
  base,
  sectionId,
  canComment,
  shown,
  left,
}: Props & { shown: readonly Thread[]; left: number }) {
  const more = useFetcher<readonly SentThread[]>()
  const here = new Set(shown.map(({ id }) => id))
  const come = more.data?.filter(({ id }) => !here.has(id)).map(arrived) ?? []
  const still = left - come.length
  const most = here.size + come.length + threadsAtOnce
  return (
    <section className="note" aria-label="Fler trådar">
      {come.map(thread => (
        <ThreadNote
          key={thread.id}
          thread={thread}
          action={`${base}/comments`}
          canComment={canComment}
        />
      ))}
      {still > 0 && (
        <p>
          <Button
            small
            busy={more.state !== 'idle'}
            onClick={() => more.load(`${base}/${morePath({ sectionId, state: 'open', most })}`)}
          >
            Visa fler öppna trådar ({still} till)
          </Button>
        </p>
      )}
    </section>
  )
}

/** A section's resolved threads, folded together: they come when the fold is opened. `asked` are here already. */
export function ResolvedThreads({
  base,
  sectionId,
  canComment,
  count,
  asked,
}: Props & { count: number; asked: readonly Thread[] }) {
  const all = useFetcher<readonly SentThread[]>()
  const threads = all.data?.map(arrived) ?? asked
  const load = (most: number) =>
    all.load(`${base}/${morePath({ sectionId, state: 'resolved', most })}`)
  const left = count - threads.length
  return (
    <details
      className="note"
      open={asked.length > 0 || undefined}
      onToggle={event => {
        if (event.currentTarget.open && !all.data && all.state === 'idle') load(threadsAtOnce)
      }}
    >
      <summary>{count === 1 ? '1 löst tråd' : `${count} lösta trådar`}</summary>
      {threads.map(thread => (
        <ThreadNote
          key={thread.id}
          thread={thread}
          action={`${base}/comments`}
          canComment={canComment}
        />
      ))}
      {!all.data && all.state !== 'idle' && <p className="second">Hämtar trådarna …</p>}
      {all.data && left > 0 && (
        <p>
          <Button
            small
            busy={all.state !== 'idle'}
            onClick={() => load(threads.length + threadsAtOnce)}
          >
            Visa fler lösta trådar ({left} till)
          </Button>
        </p>
      )}
    </details>
  )
}
