import { randomBytes } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hostileWorld, type Hostile } from './hostile'
import { cookieOf, dataPath, tell } from './server'
import { routes } from './matrix/routes'

let served: Hostile['served']
let world: Hostile['world']
let kept: Hostile['kept']
let refused: Hostile['refused']
beforeAll(async () => {
  ;({ served, world, kept, refused } = await hostileWorld())
}, 240_000)
afterEach(() => kept.restore())

const writes = Object.values(routes).flatMap(({ writes = {} }) => Object.values(writes))
const paths = () => [...new Set(writes.map(({ path }) => path(world.ids)))]

describe('a write from another origin', () => {
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: '' },
    { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ]

  test.each(foreign)('%j is refused on every route', async headers => {
    for (const { path, form } of writes)
      await refused(
        { method: 'POST', path: path(world.ids), headers, body: form?.(world.ids) ?? {} },
        403,
      )
  })

  test.each(['PUT', 'PATCH', 'DELETE'])('is refused as %s too', async method => {
    const headers = { Origin: 'https://evil.example' }
    await refused({ method, path: '/logout', headers, body: {} }, 403)
  })

  test('is refused also where the origin only looks like ours', async () => {
    const near = [
      `http://127.0.0.1:${served.port}.evil.example`,
      `http://127.0.0.1:${served.port + 1}`,
      `http://evil.example/127.0.0.1:${served.port}`,
      `http://127.0.0.1:${served.port}@evil.example`,
    ]
    for (const Origin of near)
      await refused({ method: 'POST', path: '/logout', headers: { Origin } }, 403)
  })

  test('does not count on what a client says of its host', async () => {
    const headers = { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }
    await refused({ method: 'POST', path: '/logout', headers }, 403)
  })
})

describe('a body that is no form', () => {
  const boundary = 'Content-Type'
  const deep = '['.repeat(200_000) + ']'.repeat(200_000)
  const bodies: [string, Record<string, string>, string | Uint8Array][] = [
    ['none', {}, ''],
    ['bytes', { [boundary]: 'application/octet-stream' }, randomBytes(2000)],
    ['no type', {}, 'a=b'],
    ['text', { [boundary]: 'text/plain' }, 'intent=add'],
    ['JSON', { [boundary]: 'application/json' }, '{"intent":"add"}'],
    ['deep JSON', { [boundary]: 'application/json' }, deep],
    ['multipart without boundary', { [boundary]: 'multipart/form-data' }, 'x'],
    ['cut multipart', { [boundary]: 'multipart/form-data; boundary=x' }, '--x\r\nContent-Disp'],
    [
      'multipart with a file where text is asked for',
      { [boundary]: 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disposition: form-data; name="intent"; filename="a"\r\n\r\nadd\r\n--x--\r\n',
    ],
    ['NUL', { [boundary]: 'application/x-www-form-urlencoded' }, 'intent=add&title=a%00b&name=%00'],
    [
      'broken percent signs',
      { [boundary]: 'application/x-www-form-urlencoded' },
      'intent=%E0%A4%A&%=%',
    ],
    ['no UTF-8', { [boundary]: 'application/x-www-form-urlencoded' }, 'intent=%ff%fe'],
    [
      'ten thousand fields',
      { [boundary]: 'application/x-www-form-urlencoded' },
      'a=1&'.repeat(10_000),
    ],
    [
      'names of the prototype',
      { [boundary]: 'application/x-www-form-urlencoded' },
      '__proto__=a&constructor=b&prototype.x=c&__proto__.isAdmin=1&intent=__proto__&type=constructor',
    ],
  ]

  test.each(bodies)('%s', async (_, headers, body) => {
    for (const path of paths()) await refused({ method: 'POST', path, headers, body })
    expect('isAdmin' in {}).toBe(false)
  })

  test('one that is too large, or does not say how large, is not read', async () => {
    const size = String(9 * 1024 * 1024)
    const path = '/proposals/new'
    const large = await served.ask({
      method: 'POST',
      path,
      cookie: await cookieOf(world.all),
      body: new Uint8Array(Number(size)),
    })
    expect(large.status).toBe(413)
    expect(
      await tell(
        served.port,
        `POST ${path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      ),
    ).toMatch(/ 411 /)
  })
})

describe('fields of a form', () => {
  const numbers = [
    '-1',
    '1e9',
    '99999999999',
    '9007199254740993',
    'NaN',
    'Infinity',
    '0x10',
    '١٢',
    '1.5',
    '',
  ]

  test.each(['revision', 'to', 'at'])('%s may be any text', async field => {
    for (const { path, form } of writes) {
      const body = form?.(world.ids)
      if (!body || !(field in body)) continue
      for (const number of numbers) {
        const answer = await served.ask({
          method: 'POST',
          path: dataPath(path(world.ids)),
          cookie: await cookieOf(world.all),
          body: { ...body, [field]: number },
        })
        expect(
          answer.status,
          `${path(world.ids)} ${body.intent ?? body.type} ${field}=${number}`,
        ).toBeLessThan(500)
        await kept.restore()
      }
    }
  })

  test('may be a hundred thousand, and hold up nobody', async () => {
    const body = Array.from({ length: 100_000 }, (_, i) => `a${i}=`).join('&')
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    await refused({ method: 'POST', path: '/login', headers, body })
    // read name by name, it took a minute and a half
  }, 15_000)

  test('may be sent twice, be long, or hold letters that no text has', async () => {
    const values = [
      ['a', 'b'],
      'x'.repeat(100_000),
      '\uD800',
      '\u202E\u0007\u200B',
      '🏛️'.repeat(200),
    ]
    for (const { path, form } of writes) {
      if (path(world.ids) === '/logout') continue
      const body = form?.(world.ids) ?? {}
      for (const field of Object.keys(body).filter(
        name => !['intent', 'type', 'password'].includes(name),
      ))
        for (const value of values) {
          const answer = await served.ask({
            method: 'POST',
            path: dataPath(path(world.ids)),
            cookie: await cookieOf(world.all),
            body: { ...body, [field]: value },
          })
          expect(answer.status, `${path(world.ids)} ${field}`).toBeLessThan(500)
        }
      await kept.restore()
    }
  })
})
