import { hash, verify } from '@node-rs/argon2'
import { once } from '~/once.server'

// OWASP's password storage cheat sheet: argon2id (the default kind), 19 MiB, two passes, one lane
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password)

/** Takes the time of `verifyPassword` and says no: an unknown account must not answer sooner than a known one. */
export async function verifyNothing(password: string): Promise<false> {
  const nobodys = await once('password of nobody', () => hashPassword('nobody'))
  await verifyPassword(nobodys, password)
  return false
}
