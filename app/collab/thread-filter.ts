/** Which threads the page of comments shows; all conditions hold. It lies in the address, so that a link leads to them. */
export type ThreadFilter = {
  readonly state: 'open' | 'resolved'
  /** Those that the reader has written in. */
  readonly mine: boolean
  /** Those that name the reader. */
  readonly named: boolean
  /** How many of them at most, the newest first. */
  readonly most: number
}

/** How many threads are shown at first, and how many more at a time. */
export const threadsAtOnce = 50

/** The filter that an address asks for; what it does not understand is left out. */
export function filterOf(asked: URLSearchParams): ThreadFilter {
  const most = Number(asked.get('most'))
  return {
    state: asked.get('show') === 'resolved' ? 'resolved' : 'open',
    mine: asked.has('mine'),
    named: asked.has('named'),
    most: Number.isInteger(most) && most > threadsAtOnce ? Math.min(most, 10_000) : threadsAtOnce,
  }
}

/** The address of a filter: `?` for the first one, that of all open threads. */
export function searchOf({ state, mine, named, most }: ThreadFilter): string {
  const asked = new URLSearchParams()
  if (state === 'resolved') asked.set('show', state)
  if (mine) asked.set('mine', '1')
  if (named) asked.set('named', '1')
  if (most > threadsAtOnce) asked.set('most', String(most))
  return `?${asked}`
}

/** What the page says where the filter leaves nothing. */
export function nothingFor({ state, mine, named }: ThreadFilter): string {
  const [none, kind] = state === 'open' ? ['Inga öppna', 'öppen'] : ['Inga lösta', 'löst']
  if (mine && named) return `Ingen ${kind} tråd som du är med i nämner dig`
  if (named) return `Ingen ${kind} tråd nämner dig`
  return mine ? `${none} trådar som du är med i` : `${none} trådar`
}

/** What a page asks for of threads that it was not given: one of them whole, or so many of a section's. */
export type MoreThreads =
  | { readonly threadId: string }
  | { readonly sectionId: string; readonly state: ThreadFilter['state']; readonly most: number }

/** The address, inside a proposal, of what is asked for. */
export function morePath(asked: MoreThreads): string {
  if ('threadId' in asked) return `threads?${new URLSearchParams({ thread: asked.threadId })}`
  const { sectionId, state, most } = asked
  return `threads?${new URLSearchParams({ section: sectionId, show: state, most: String(most) })}`
}

/** The same, read from an address. */
export function moreOf(asked: URLSearchParams): MoreThreads {
  const threadId = asked.get('thread')
  if (threadId !== null) return { threadId }
  const { state, most } = filterOf(asked)
  return { sectionId: asked.get('section') ?? '', state, most }
}
