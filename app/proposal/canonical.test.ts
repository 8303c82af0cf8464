import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { canonicalJson } from './canonical'
import { Snapshot } from './snapshot'

test('keys are in order, and nothing but the value is written', () => {
  expect(canonicalJson({ b: [1, null], a: { å: 'ö', B: '\n' } })).toBe(
    '{"a":{"B":"\\n","å":"ö"},"b":[1,null]}',
  )
  expect(canonicalJson(-0)).toBe('0')
})

test('what is written reads back as the same value and the same bytes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
  const parsed = Snapshot.parse(JSON.parse(canonicalJson(demoSnapshot)))
  expect(parsed).toEqual(demoSnapshot)
})

test.each([[undefined], [Number.NaN], [Infinity]])('%s is no JSON value', value => {
  expect(() => canonicalJson(value)).toThrow()
})
