import { createHash } from 'node:crypto'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { once } from '~/once.server'
import { addressBlock } from './address'
import { tryCounter } from './store.server'

const quarter = 15 * 60
export const triesPerAccount = 5
export const triesPerAddress = 50

const counters = () =>
  once('counters of tries', () => ({
    account: tryCounter('account', triesPerAccount, quarter),
    address: tryCounter('address', triesPerAddress, quarter),
  }))

type Try = {
  /** What names the account: an address as typed, known or not, or a member's id. */
  readonly account: string
  /** The client's network address. */
  readonly address: string
}

/**
 * Counts a try before the password is looked at, so that a hundred at once are counted too.
 * @returns seconds until the next try is allowed; 0 = this one is.
 */
export async function takeTry({ account, address }: Try): Promise<number> {
  const { account: accounts, address: addresses } = counters()
  const waits = await Promise.all([
    consume(() => addresses.consume(addressBlock(address))),
    consume(() => accounts.consume(keyOf(account))),
  ])
  return Math.max(...waits)
}

/** Gives back a try that succeeded. */
export async function forgetTries({ account, address }: Try): Promise<void> {
  const { account: accounts, address: addresses } = counters()
  await Promise.all([accounts.delete(keyOf(account)), addresses.reward(addressBlock(address))])
}

async function consume(count: () => Promise<unknown>): Promise<number> {
  try {
    await count()
    return 0
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}

// hashed: what was typed may be of any length, and is nobody's business in the table
const keyOf = (account: string) => createHash('sha256').update(account).digest('base64url')
