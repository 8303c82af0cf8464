import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTabSeparated, tabSeparated } from './tab-separated'

test('what is written is read back, whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', ' ', '1') }),
  )
  const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 })
  fc.assert(
    fc.property(block, rows => {
      expect(readTabSeparated(tabSeparated(rows))).toEqual(rows)
    }),
  )
})

test('no text makes it fail, and none of its digits are lost', () => {
  const text = fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', '1', '2') })
  fc.assert(
    fc.property(text, some => {
      expect(digits(readTabSeparated(some).flat().join(''))).toBe(digits(some))
    }),
  )
})

test.each([
  [
    'as Excel writes it',
    '1 200\t-300\r\n4\t5\r\n',
    [
      ['1 200', '-300'],
      ['4', '5'],
    ],
  ],
  [
    'as LibreOffice writes it',
    '1\t2\n3\t4\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['one cell without an end of line', '50 000', [['50 000']]],
  [
    'empty cells',
    '\t\r\n1\t',
    [
      ['', ''],
      ['1', ''],
    ],
  ],
  ['a line break inside a cell', '"a\nb"\t2', [['a\nb', '2']]],
  ['a quotation mark that is only text', '"a" b\t2', [['"a" b', '2']]],
  ['nothing', '', []],
])('%s', (_, text, rows) => expect(readTabSeparated(text)).toEqual(rows))

const digits = (some: string) => some.replace(/[^12]/g, '')
