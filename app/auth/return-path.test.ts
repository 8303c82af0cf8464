import { expect, test } from 'vitest'
import { ownPath } from './return-path'

test.each(['/proposals', '/proposals/p1/budget?year=2025#a-1', '/invitation/x'])(
  '%s is kept',
  path => expect(ownPath(path)).toBe(path),
)

test.each([
  null,
  '',
  'proposals',
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  'http:evil',
  '\\\\evil.example',
])('%s leads to the start page', path => expect(ownPath(path)).toBe('/'))
