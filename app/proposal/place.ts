/** The pages and rows of a proposal that a finding can be about. */
type Kind = 'amendment' | 'board' | 'section' | 'goal' | 'clause'

const paths: Record<Kind, (id: string) => string> = {
  amendment: id => `budget#a-${id}`,
  board: id => `budget#b-${id}`,
  section: id => `sections/${id}`,
  goal: id => `goals#g-${id}`,
  clause: id => `clauses#c-${id}`,
}

const pages = new Set(['clauses', 'goals', 'tables', 'rivals'])

const isKind = (name: string): name is Kind => Object.hasOwn(paths, name)

/**
 * The address of a finding's place, relative to the proposal's own: `amendment:a2` is `budget#a-a2`. `clauses`,
 * `goals`, `tables` and `rivals` are pages; everything else that names no row (`framework`, `result`, `tax`) is on the budget page.
 */
export function placePath(place: string): string {
  const at = place.indexOf(':')
  const kind = at < 0 ? place : place.slice(0, at)
  if (isKind(kind) && at >= 0) return paths[kind](encodeURIComponent(place.slice(at + 1)))
  return pages.has(place) ? place : 'budget'
}
