import { expect } from 'vitest'
import { hashPassword } from '~/auth/password.server'
import { db } from '~/db.server'
import { cookieOf, serve, type Ask } from './server'
import { buildWorld, keepDatabase } from './world'

/** The app with a world in it whose database can be put back, and what holds for all that it refuses. */
export async function hostileWorld() {
  const served = await serve()
  const world = await buildWorld('Partigruppen')
  await db.member.updateMany({ data: { passwordHash: await hashPassword('rätt') } })
  const kept = await keepDatabase()

  /** No answer is the server's fault, and nothing is stored. */
  async function refused(ask: Ask, expected?: number) {
    const { status } = await served.ask({ cookie: await cookieOf(world.all), ...ask })
    const what = `${ask.method ?? 'GET'} ${ask.path} ${JSON.stringify(ask.headers ?? {})}`
    if (expected) expect(status, what).toBe(expected)
    else expect(status, what).toBeLessThan(500)
    expect(await kept.isUnchanged(), what).toBe(true)
  }

  return { served, world, kept, refused }
}

export type Hostile = Awaited<ReturnType<typeof hostileWorld>>
