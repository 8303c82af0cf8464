import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './hash.server'
import { sha256Of } from './sha256'

test('the pure hash is the machine’s', () => {
  expect(sha256Of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
      expect(sha256Of(text)).toBe(sha256(text))
    }),
  )
})
