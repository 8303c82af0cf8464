import type { Role } from '~/group/policy'

/** A member who has the proposal open, and where they stand in it: a page of it, or a cell (`budget#VON.0`). */
export type Present = {
  readonly memberId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly place: string
}

/** What the server tells an open page. */
export type LiveMessage =
  | { readonly type: 'hello'; readonly revision: number; readonly memberId: string }
  | {
      readonly type: 'revision'
      readonly revision: number
      readonly by: { readonly memberId: string; readonly name: string }
    }
  | { readonly type: 'findings'; readonly errors: number; readonly warnings: number }
  | { readonly type: 'present'; readonly members: readonly Present[] }
  | { readonly type: 'access' }

/** Why the server closed the socket, where coming back would not help at once. */
export const closeCodes = { signedOut: 4401, removed: 4403, notFound: 4404, tooMuch: 4429 } as const
