import type { Action } from '~/group/policy'
import type { Ids } from '../world'

/** Who gets through: whoever may do the action, whoever is signed in, or anybody. All else follows from `can()`. */
export type Needs = Action | 'sign-in' | 'nothing'

export type RouteCase = {
  readonly path: (ids: Ids) => string
  readonly needs: Needs
  /** The page only leads on to another, which answers for what it shows. */
  readonly leadsOn?: true
}
export type WriteCase = RouteCase & {
  readonly form?: (ids: Ids) => Readonly<Record<string, string>>
}
export type Route = {
  readonly page?: RouteCase
  /** What can be sent to the route's action, by the form's intent; a form without intents has the name ''. */
  readonly writes?: Readonly<Record<string, WriteCase>>
}

export const proposal = ({ proposalId }: Ids) => `/proposals/${proposalId}`
export const at = (rest: string) => (ids: Ids) => `${proposal(ids)}/${rest}`
export const version = (rest: string) => (ids: Ids) =>
  `${proposal(ids)}/versions/${ids.versionId}${rest && `/${rest}`}`

export const reads = (path: (ids: Ids) => string): { page: RouteCase } => ({
  page: { path, needs: 'read' },
})

export const leadsOn = (path: (ids: Ids) => string): { page: RouteCase } => ({
  page: { path, needs: 'read', leadsOn: true },
})

/** A form of the route, sent with its intent. */
export function writes(
  path: (ids: Ids) => string,
  needs: Needs,
  forms: Readonly<Record<string, (ids: Ids) => Readonly<Record<string, string>>>>,
  name = 'intent',
): Record<string, WriteCase> {
  return Object.fromEntries(
    Object.entries(forms).map(([intent, form]) => [
      intent,
      { path, needs, form: ids => ({ ...(intent && { [name]: intent }), ...form(ids) }) },
    ]),
  )
}

/** A step of an import, with the forms that it takes by their intents, and the one that ends the import. */
export function importStep(
  step: string,
  query: string,
  forms: Record<string, Record<string, string>>,
): Route {
  const path = ({ uploadId }: Ids) => `/imports/${uploadId}${step}`
  const ofEdition = ({ editionUploadId }: Ids) => `/imports/${editionUploadId}${step}${query}`
  const all = Object.entries({ ...forms, drop: {} })
  return {
    page: { path, needs: 'create-proposal' },
    writes: {
      ...writes(
        ids => path(ids) + query,
        'create-proposal',
        Object.fromEntries(all.map(([intent, form]) => [intent, () => form])),
      ),
      // the same forms for a newer edition of a proposal's base
      ...writes(
        ofEdition,
        'rebase',
        Object.fromEntries(
          all.map(([intent, form]) => [`${intent} `, () => ({ ...form, intent })]),
        ),
      ),
    },
  }
}
