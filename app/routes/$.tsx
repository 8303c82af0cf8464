import { valueOrThrow } from '~/answer.server'
import { notFound } from '~/outcome'

/** Every address that no page has: a route of its own, so that server and browser agree on what is shown. */
export const loader = () => valueOrThrow<never>(notFound)

export const action = loader

export default function Nothing() {
  return null
}
