import type { Present } from './live-message'

/** Another member in a section; the heading that they stand under is empty where none is known. */
export type InSection = {
  readonly memberId: string
  readonly name: string
  readonly heading: string
}

/** Who of the members has the section open, but the reader: each once, the page that says where they stand first. */
export function presentIn(
  members: readonly Present[],
  sectionId: string,
  readerId: string,
): InSection[] {
  const found = new Map<string, InSection>()
  for (const { memberId, name, place } of members) {
    const [page = '', ...rest] = place.split('#')
    if (page !== `sections/${sectionId}` || memberId === readerId) continue
    const heading = rest.join('#')
    if (!found.get(memberId)?.heading) found.set(memberId, { memberId, name, heading })
  }
  return [...found.values()]
}
