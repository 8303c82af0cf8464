/** Whose page this is, as the browser knows it, and whether the server still agrees. */
type Here = { readonly memberId: string; readonly name: string }

/** Why requests have to wait: the session has ended, or somebody else signed in with the same browser. */
export type SignedOut = 'expired' | 'other-member'

/** Sent with each request of an open page, so that no other account acts in its name. */
export const memberHeader = 'X-Member'
/** The server's answer to a request that has no session, or another member's. */
export const signedOutHeader = 'X-Signed-Out'

const signedInEvent = 'signed-in'

let here: Here | null = null
let signedOut: SignedOut | null = null
const listeners = new Set<() => void>()
const tell = () => listeners.forEach(listener => listener())

export const memberHere = (): Here | null => here

/** Called by the frames. Null when the page of a member is left. */
export function setMemberHere(member: Here | null): void {
  here = member
  if (!member) signedOut = null
  tell()
}

export const isSignedOut = (): SignedOut | null => signedOut

export function setSignedOut(why: SignedOut): void {
  if (signedOut === why) return
  signedOut = why
  tell()
}

/** The page's own member has signed in again, in this tab or in another one. */
export function setSignedIn(): void {
  signedOut = null
  tell()
  window.dispatchEvent(new Event(signedInEvent))
}

export function onMemberChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Called once the page's member is signed in again: sockets open anew. */
export function onSignedIn(listener: () => void): () => void {
  window.addEventListener(signedInEvent, listener)
  return () => window.removeEventListener(signedInEvent, listener)
}
