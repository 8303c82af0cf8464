import { beforeAll, expect, test } from 'vitest'
import { hashPassword } from '~/auth/password.server'
import { triesPerAddress } from '~/auth/tries.server'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { buildGroup, buildMember } from '../factories'
import { cookieOf, serve, type Served } from './server'

// behind a proxy with TLS: read by the app when it loads, so this file's process has it from the start
process.env.PUBLIC_ORIGIN = 'https://budget.example.org'
const own = { Origin: 'https://budget.example.org' }

let served: Served
let member: Actor
let email: string

beforeAll(async () => {
  served = await serve()
  member = await buildMember(await buildGroup(), ['drafter'])
  const passwordHash = await hashPassword('rätt')
  email = 'eva@example.org'
  await db.member.update({ where: { id: member.memberId }, data: { passwordHash, email } })
}, 240_000)

test('the cookie is Secure and bound to the host', async () => {
  const body = { email, password: 'rätt' }
  const { headers, status } = await served.ask({
    method: 'POST',
    path: '/login',
    headers: own,
    body,
  })
  expect(status).toBe(302)
  const [cookie = ''] = headers['set-cookie'] ?? []
  expect(cookie).toMatch(/^__Host-session=[\w-]{43}; /)
  for (const flag of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/'])
    expect(cookie).toContain(flag)
  expect(cookie).not.toContain('Domain')
  expect((await served.ask({ path: '/account', cookie: cookie.split(';')[0] })).status).toBe(200)
  // under the name that any host may set it is not read
  const plain = await cookieOf(member)
  expect((await served.ask({ path: '/account', cookie: plain })).status).toBe(302)
  const secured = `__Host-${plain}`
  expect((await served.ask({ path: '/account', cookie: secured })).status).toBe(200)
})

test('pages are held to encryption', async () => {
  const { headers } = await served.ask({ path: '/login' })
  expect(headers['strict-transport-security']).toMatch(/max-age=\d{7,}/)
  expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
})

test('a write must come from the public origin, whatever Host says', async () => {
  const foreign = [
    'http://budget.example.org',
    `http://127.0.0.1:${served.port}`,
    'https://evil.example',
  ]
  for (const Origin of foreign)
    for (const Host of ['budget.example.org', new URL(Origin).host]) {
      const headers = { Origin, Host, 'X-Forwarded-Host': new URL(Origin).host }
      const answer = await served.ask({ method: 'POST', path: '/logout', headers })
      expect(answer.status, `${Origin} ${Host}`).toBe(403)
    }
  const answer = await served.ask({ method: 'POST', path: '/logout', headers: own })
  expect(answer.status).toBe(302)
})

const from = (address: string) =>
  served.ask({
    method: 'POST',
    path: '/login',
    headers: { ...own, 'X-Forwarded-For': address },
    body: { email: `${Math.random()}@example.org`, password: 'fel' },
  })

test('the proxy is believed about where its clients are', async () => {
  const tries = Array.from({ length: triesPerAddress }, () => from('203.0.113.5'))
  expect((await Promise.all(tries)).every(({ status }) => status === 422)).toBe(true)
  expect((await from('203.0.113.5')).status).toBe(429)
  // a client puts what it likes in front; the proxy adds the address that it saw
  expect((await from('198.51.100.1, 203.0.113.5')).status).toBe(429)
  expect((await from('203.0.113.6')).status).toBe(422)
})
