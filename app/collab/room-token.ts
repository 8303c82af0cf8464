/**
 * What a page says at a section's door: which schema its editor has, and whose page it is. The session says who comes;
 * where that is another member by now, the page's text is not theirs.
 */
export const roomToken = (schemaVersion: number, memberId: string): string =>
  `${schemaVersion} ${memberId}`

/** The gate for it. A program that says no member has no page. */
export function readRoomToken(token: string) {
  const [schemaVersion = '', memberId = null] = token.split(' ')
  return { schemaVersion, memberId }
}
