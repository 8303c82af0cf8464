import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acceptInvitation } from '~/auth/accept-invitation.server'
import { createSetupLink } from '~/auth/create-setup-link.server'
import { inviteMember } from '~/auth/invite-member.server'
import { hashPassword } from '~/auth/password.server'
import { setUpGroup } from '~/auth/set-up-group.server'
import { hashToken } from '~/auth/token.server'
import { triesPerAccount, triesPerAddress } from '~/auth/tries.server'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { buildGroup, buildMember, valueOf } from '../factories'
import { cookieOf, serve, type Answer, type Ask, type Served } from './server'

const password = 'rätt häst batteri häftklammer'
const hour = 60 * 60 * 1000

let served: Served
let member: Actor
let email: string

beforeAll(async () => {
  served = await serve()
}, 240_000)

beforeEach(async () => {
  await db.rateLimiterFlexible.deleteMany()
  member = await buildMember(await buildGroup(), ['admin'], 'Eva Holm')
  email = `${member.memberId.toLowerCase()}@example.org`
  const data = { email, passwordHash: await hashPassword(password) }
  await db.member.update({ where: { id: member.memberId }, data })
})

const signIn = (typed: { email?: string; password?: string }, ask: Partial<Ask> = {}) =>
  served.ask({ method: 'POST', path: '/login', body: { email, password, ...typed }, ...ask })

const cookieIn = ({ headers }: Answer) => headers['set-cookie']?.[0]?.split(';')[0]
const isSignedIn = async (cookie: string | undefined) =>
  (await served.ask({ path: '/account', cookie })).status === 200

const signInAgain = (typed: { memberId: string; email?: string; password?: string }) =>
  served.ask({ method: 'POST', path: '/sign-in-again', body: { email, password, ...typed } })

/** What an answer says, without what is made anew each time. */
const saidBy = ({ status, text }: Answer) =>
  `${status} ${text.replace(/nonce="[^"]*"/g, '').replace(/\b[0-9A-F]{10}\b/g, '')}`

describe('a session', () => {
  test('is set in a cookie that scripts and other sites do not get, and stored as a hash', async () => {
    const answer = await signIn({})
    expect(answer.status).toBe(302)
    const [cookie = ''] = answer.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^session=[\w-]{43}; /)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toMatch(/Domain|Secure/)
    const token = cookieIn(answer)?.slice('session='.length) ?? ''
    const rows = await db.session.findMany({ where: { memberId: member.memberId } })
    expect(rows.map(({ id }) => id)).toEqual([hashToken(token)])
    expect(JSON.stringify(rows)).not.toContain(token)
    // the hash itself opens nothing
    expect(await isSignedIn(`session=${rows[0]?.id}`)).toBe(false)
  })

  test('is a new one at sign-in, and the one that the browser came with ends', async () => {
    const planted = await cookieOf(member)
    const answer = await signIn({}, { cookie: planted })
    expect(cookieIn(answer)).not.toBe(planted)
    expect(await isSignedIn(planted)).toBe(false)
    expect(await isSignedIn(cookieIn(answer))).toBe(true)
    const made = await signIn({}, { cookie: `session=${'x'.repeat(43)}` })
    expect(cookieIn(made)).not.toContain('xxx')
  })

  test('ends here, or everywhere, at once', async () => {
    const [here, there] = [cookieIn(await signIn({})), cookieIn(await signIn({}))]
    await served.ask({ method: 'POST', path: '/logout', cookie: here })
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, true])
    const again = cookieIn(await signIn({}))
    const body = { intent: 'sign-out-everywhere' }
    await served.ask({ method: 'POST', path: '/account', cookie: again, body })
    expect([await isSignedIn(there), await isSignedIn(again)]).toEqual([false, false])
    expect(await db.session.count({ where: { memberId: member.memberId } })).toBe(0)
  })

  test('is not ended by following a link', async () => {
    const cookie = cookieIn(await signIn({}))
    await served.ask({ path: '/logout', cookie })
    expect(await isSignedIn(cookie)).toBe(true)
  })

  test('ends with its time, and with the membership', async () => {
    const cookie = cookieIn(await signIn({}))
    const where = { memberId: member.memberId }
    await db.session.updateMany({
      where,
      data: { createdAt: new Date(Date.now() - 31 * 24 * hour) },
    })
    expect(await isSignedIn(cookie)).toBe(false)
    const other = cookieIn(await signIn({}))
    await db.member.update({ where: { id: member.memberId }, data: { removedAt: new Date() } })
    expect(await isSignedIn(other)).toBe(false)
    expect((await signIn({})).status).toBe(422)
  })

  test('survives a change of password only where it was changed', async () => {
    const [here, there] = [cookieIn(await signIn({})), cookieIn(await signIn({}))]
    const body = { intent: 'password', current: password, password: 'ett helt annat lösenord' }
    expect(
      (await served.ask({ method: 'POST', path: '/account', cookie: here, body })).status,
    ).toBe(200)
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false])
    expect((await signIn({})).status).toBe(422)
  })
})

describe('the way back after sign-in', () => {
  test.each([
    ['/proposals/x?y=1', '/proposals/x?y=1'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/%09/evil.example', '/%09/evil.example'],
    ['/\t/evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/.//evil.example', '/'],
    ['/a\r\nSet-Cookie: x=y', '/aSet-Cookie:%20x=y'],
  ])('%j leads to %j', async (asked, expected) => {
    const path = `/login?${new URLSearchParams({ redirectTo: asked })}`
    const { headers } = await signIn({}, { path })
    expect(headers.location).toBe(expected)
    expect(headers['set-cookie']).toHaveLength(1)
  })
})

describe('tries', () => {
  const wrong = { password: 'fel' }

  test('are counted for each account, also a hundred at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(wrong)))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(triesPerAccount)
    expect((await signIn({})).status).toBe(429)
    expect((await signIn({ email: ` ${email.toUpperCase()} ` })).status).toBe(429)
  })

  test('are counted for each address, whatever a client says of where it is', async () => {
    for (let i = 0; i < triesPerAddress; i += 10)
      await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          signIn(
            { email: `x${i + at}@example.org`, password: 'fel' },
            {
              headers: {
                'X-Forwarded-For': `203.0.113.${i + at}`,
                Forwarded: `for=203.0.113.${at}`,
              },
            },
          ),
        ),
      )
    const headers = { 'X-Forwarded-For': '198.51.100.7', 'X-Real-IP': '198.51.100.7' }
    expect((await signIn({}, { headers })).status).toBe(429)
  })

  test('that succeed are given back', async () => {
    for (let i = 0; i < triesPerAccount * 2; i++) expect((await signIn({})).status).toBe(302)
  })

  test('tell nobody whether an account is there, nor by their answer, nor by when they run out', async () => {
    const unknown = 'ingen@example.org'
    for (let i = 0; i <= triesPerAccount; i++) {
      const known = await signIn(wrong)
      const nobody = await signIn({ email: unknown, ...wrong })
      expect(saidBy(nobody)).toBe(saidBy(known))
    }
  })
})

const invite = async (now = new Date()) => {
  const invited = {
    email: `ny${now.getTime()}@example.org`,
    name: 'Ny',
    roles: ['drafter' as const],
  }
  return { ...invited, token: valueOf(await inviteMember(member, invited, now)).token }
}
const accept = (token: string) =>
  served.ask({ method: 'POST', path: `/invitation/${token}`, body: { name: 'Ny', password } })

describe('an invitation', () => {
  test('is stored as a hash, and is no row that opens anything by itself', async () => {
    const { token, email: address } = await invite()
    const row = await db.invitation.findFirstOrThrow({ where: { email: address } })
    expect(row.tokenHash).toBe(hashToken(token))
    expect(JSON.stringify(row)).not.toContain(token)
    expect((await accept(row.tokenHash)).status).toBe(404)
  })

  test('is not used by looking, however often, nor told to other sites', async () => {
    const { token } = await invite()
    for (const method of ['GET', 'GET', 'HEAD', 'OPTIONS'])
      await served.ask({ method, path: `/invitation/${token}` })
    const { headers } = await served.ask({ path: `/invitation/${token}` })
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cache-control']).toMatch(/no-store/)
    expect((await accept(token)).status).toBe(302)
    expect((await accept(token)).status).toBe(404)
  })

  test('makes one member where ten come at once', async () => {
    const { token, email: address } = await invite()
    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(token)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([302, ...Array(9).fill(404)])
    expect(await db.member.count({ where: { email: address } })).toBe(1)
  })

  test('holds for 72 hours and not longer', async () => {
    const now = new Date()
    const { token } = await invite(now)
    const form = { name: 'Ny', password }
    const late = new Date(now.getTime() + 72 * hour)
    expect((await acceptInvitation(token, form, late)).ok).toBe(false)
    expect((await acceptInvitation(token, form, new Date(late.getTime() - 1000))).ok).toBe(true)
  })

  test('gives the roles and the group that the admin chose, whatever the form says', async () => {
    const { token, email: address } = await invite()
    const body = { name: 'Ny', password, roles: 'admin', groupId: 'x', email: 'annan@example.org' }
    await served.ask({ method: 'POST', path: `/invitation/${token}`, body })
    const made = await db.member.findFirstOrThrow({ where: { email: address } })
    expect([made.roles, made.groupId]).toEqual([['drafter'], member.groupId])
  })
})

test('a setup link holds 72 hours, makes one group, and is stored as a hash', async () => {
  await db.setupLink.deleteMany()
  const now = new Date()
  const token = (await createSetupLink(now))?.split('/').at(-1) ?? ''
  const path = `/setup/${token}`
  expect((await db.setupLink.findFirstOrThrow()).tokenHash).toBe(hashToken(token))
  const form = { groupName: 'Gruppen', name: 'Eva', email: 'eva@example.org', password }
  const late = new Date(now.getTime() + 72 * hour)
  expect((await setUpGroup(token, form, late)).ok).toBe(false)
  await served.ask({ path })
  const before = await db.group.count()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => served.ask({ method: 'POST', path, body: form })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([302, 404, 404, 404, 404])
  expect(await db.group.count()).toBe(before + 1)
  expect(await createSetupLink(new Date())).toBe(null)
})

describe('signing in again over an open page', () => {
  test('is for the page’s own member', async () => {
    const answer = await signInAgain({ memberId: member.memberId })
    expect(answer.status).toBe(200)
    expect(await isSignedIn(cookieIn(answer))).toBe(true)
    const wrong = await signInAgain({ memberId: member.memberId, password: 'fel' })
    expect([wrong.status, cookieIn(wrong)]).toEqual([422, undefined])
  })

  test('gives another account no session, though its password is right', async () => {
    const other = await buildMember(await buildGroup(), ['drafter'])
    const answer = await signInAgain({ memberId: other.memberId })
    expect([answer.status, cookieIn(answer)]).toEqual([409, undefined])
    expect(answer.text).toContain('ett annat konto')
    expect(await db.session.count({ where: { memberId: other.memberId } })).toBe(0)
    expect(await db.session.count({ where: { memberId: member.memberId } })).toBe(0)
  })

  test('is what a page is told to ask for, without a session and with another member’s', async () => {
    const cookie = await cookieOf(member)
    const path = '/account.data'
    expect((await served.ask({ path })).headers['x-signed-out']).toBe('expired')
    const strange = await served.ask({ path, cookie, headers: { 'X-Member': 'somebody' } })
    expect(strange.headers['x-signed-out']).toBe('other-member')
    expect(strange.text).not.toContain('Eva Holm')
    const own = await served.ask({ path, cookie, headers: { 'X-Member': member.memberId } })
    expect([own.status, own.headers['x-signed-out']]).toEqual([200, undefined])
  })
})
