import { randomBytes } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hostileWorld, type Hostile } from './hostile'
import { cookieOf, tell } from './server'

let served: Hostile['served']
let world: Hostile['world']
let kept: Hostile['kept']
let refused: Hostile['refused']
beforeAll(async () => {
  ;({ served, world, kept, refused } = await hostileWorld())
}, 240_000)
afterEach(() => kept.restore())

describe('an address that nobody has', () => {
  const odd = [
    '/%',
    '/%00',
    '/%E0%A4%A',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/server/index.js',
    '/assets/..%2f..%2fserver%2findex.js',
    '//evil.example',
    '//[',
    '/\\evil.example',
    '/proposals/%00/budget',
    '/proposals/%00/budget.data',
    '/proposals/a%2Fb/budget',
    `/proposals/${'x'.repeat(5000)}/budget`,
    '/proposals/__proto__/budget',
    '/proposals/new.data?_routes=root',
    '/proposals.data?_routes=%00',
    '/invitation/%00',
    '/setup/%ff',
    '/login?redirectTo=%00',
    '/__manifest?p=%00',
    '/__manifest?p=/proposals&version=x',
    '/.env',
    '/.git/config',
    '/.data/demo-sign-ins.json',
    '/build/server/index.js',
    '/app/routes.ts',
    '/node_modules/.package-lock.json',
  ]

  test.each(odd)('%s', async path => {
    await refused({ path })
    await refused({ path, method: 'POST', body: {} })
    const { text } = await served.ask({ path, cookie: await cookieOf(world.all) })
    expect(text).not.toMatch(/root:x|PRIVATE|createRequestHandler\(|"dependencies"/)
  })

  test('an id with a NUL in a page, its search or its file', async () => {
    const { proposalId, versionId } = world.ids
    const base = `/proposals/${proposalId}`
    await refused({ path: `${base}/versions/compare?from=%00&to=%00` })
    await refused({ path: `${base}/versions/compare?from=now%00` })
    await refused({ path: `${base}/versions/${versionId}%00/files/snapshot.json` })
    for (const file of [
      '..%2f..%2f..%2fetc%2fpasswd',
      'snapshot.json%00.pdf',
      '__proto__',
      'constructor',
      'toString',
    ]) {
      const path = `${base}/versions/${versionId}/files/${file}`
      await refused({ path }, file.includes('%00') ? 400 : 404)
    }
  })

  test('a file that is not had says why, and lies in no cache', async () => {
    const { proposalId, versionId } = world.ids
    const files = `/proposals/${proposalId}/versions/${versionId}/files`
    const { drafter = world.all } = world.members
    for (const [path, member, status, says] of [
      [`${files}/nothing.pdf`, world.all, 404, /^Det finns inte, eller har tagits bort\.$/],
      [`${files}/document.pdf`, drafter, 403, /^Din roll i gruppen får inte göra det här\.$/],
      [`/images/${'a'.repeat(64)}`, world.all, 404, /^Det finns inte/],
      [`/proposals/${'x'.repeat(20)}/threads`, world.all, 404, /^Det finns inte/],
    ] as const) {
      const answer = await served.ask({ path, cookie: await cookieOf(member) })
      expect(answer).toMatchObject({ status, text: expect.stringMatching(says) })
      expect(answer.headers).toMatchObject({
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': expect.stringContaining('no-store'),
      })
    }
  })

  test('an odd method', async () => {
    for (const path of [
      '/',
      '/login',
      '/proposals',
      `/proposals/${world.ids.proposalId}/budget`,
      '/nowhere',
    ])
      for (const method of [
        'HEAD',
        'OPTIONS',
        'PUT',
        'PATCH',
        'DELETE',
        'TRACE',
        'PROPFIND',
        'LINK',
        'M-SEARCH',
      ])
        await refused({ method, path })
  })

  test('odd heads', async () => {
    const headers: Record<string, string>[] = [
      { Host: 'evil.example' },
      { Host: '' },
      { Host: 'a b' },
      { Host: '[' },
      { 'X-Forwarded-Proto': 'javascript' },
      { 'Accept-Encoding': 'x'.repeat(2000) },
      { Range: 'bytes=9-1' },
      { 'If-Modified-Since': 'x' },
      { Cookie: 'session=%' },
      { Cookie: `session=${'x'.repeat(43)}; session=${'y'.repeat(43)}` },
      { Cookie: '=;;=' },
    ]
    for (const head of headers)
      for (const path of ['/', '/proposals', '/favicon.svg']) await refused({ path, headers: head })
  })
})

const upgrade = (target: string, head = '') =>
  `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${head}\r\n`

describe('the opening of a socket', () => {
  test.each(['//[', 'http://[', '/live?proposal=%00', '/collab/../live', '/nowhere', '*', '/live'])(
    '%s leaves the server standing',
    async target => {
      const opened = await tell(served.port, upgrade(target))
      expect(opened).toMatch(/^HTTP\/1\.1 (101|4\d\d)/)
      expect((await served.ask({ path: '/healthz' })).status).toBe(200)
    },
  )

  test('that is refused and reset leaves the server standing', async () => {
    for (const target of ['/live', '/collab', '/nowhere'])
      for (let round = 0; round < 5; round++)
        await tell(served.port, upgrade(target, 'Origin: https://evil.example\r\n'), true)
    expect((await served.ask({ path: '/healthz' })).status).toBe(200)
  })

  test('is refused to another origin, with or without a session', async () => {
    for (const target of ['/live', '/collab'])
      for (const head of [
        'Origin: https://evil.example\r\n',
        'Origin: null\r\n',
        'Sec-Fetch-Site: cross-site\r\n',
      ])
        expect(
          await tell(
            served.port,
            upgrade(target, `${head}Cookie: ${await cookieOf(world.all)}\r\n`),
          ),
        ).toMatch(/^HTTP\/1\.1 403/)
  })
})
