import { expect, test } from 'vitest'
import { isOwnOrigin } from './origin'

const host = 'localhost:3000'
const outside = 'https://budget.example.se'

test.each([
  ['the same host', { host, origin: 'http://localhost:3000' }, undefined, true],
  ['another port', { host, origin: 'http://localhost:4000' }, undefined, false],
  ['another host', { host, origin: 'https://evil.example' }, undefined, false],
  ['an opaque origin', { host, origin: 'null' }, undefined, false],
  [
    'a page of ours without referrer',
    { host, origin: 'null', 'sec-fetch-site': 'same-origin' },
    undefined,
    true,
  ],
  ['a sandboxed frame', { host, origin: 'null', 'sec-fetch-site': 'cross-site' }, undefined, false],
  ['no browser', { host }, undefined, true],
  ['a page of ours, by Sec-Fetch-Site', { host, 'sec-fetch-site': 'same-origin' }, undefined, true],
  ['another site, by Sec-Fetch-Site', { host, 'sec-fetch-site': 'cross-site' }, undefined, false],
  ['a sibling domain', { host, 'sec-fetch-site': 'same-site' }, undefined, false],
  ['the public origin behind a proxy', { host, origin: outside }, outside, true],
  [
    'the inner host, where a public origin is set',
    { host, origin: `http://${host}` },
    outside,
    false,
  ],
  [
    'the public host without encryption',
    { host, origin: 'http://budget.example.se' },
    outside,
    false,
  ],
])('%s', (_, headers, publicOrigin, own) => {
  expect(isOwnOrigin(headers, publicOrigin)).toBe(own)
})
