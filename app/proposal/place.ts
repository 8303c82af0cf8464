/** The pages and rows of a proposal that a finding can be about. */
type Kind = 'amendment' | 'board' | 'section' | 'goal' | 'clause'

const paths: Record<Kind, (id: string) => string> = {
  amendment: id => `budget#a-${id}`,
  board: id => `budget#b-${id}`,
  section: id => `sections/${id}`,
  goal: id => `goals#g-${id}`,
  clause: id => `clauses#c-${id}`,
}

const pages = new Map([
  ...['clauses', 'goals', 'tables', 'rivals', 'framework'].map(page => [page, page] as const),
  ['edition', 'rebase'],
  ['dates', 'status'],
])

const isKind = (name: string): name is Kind => Object.hasOwn(paths, name)

/**
 * The address of a finding's place, relative to the proposal's own: `amendment:a2` is `budget#a-a2`. `clauses`, `goals`,
 * `tables`, `rivals` and `framework` are pages, and `edition` is the one where another framework is read in, and `dates` the one of the group's days; everything
 * else that names no row (`result`, `tax`) is on the budget page.
 */
export function placePath(place: string): string {
  const at = place.indexOf(':')
  const kind = at < 0 ? place : place.slice(0, at)
  if (isKind(kind) && at >= 0) return paths[kind](encodeURIComponent(place.slice(at + 1)))
  return pages.get(place) ?? 'budget'
}
