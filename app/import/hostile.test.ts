import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { archiveOf, workbookOf } from '../../tests/archive'
import { readUpload } from './read-upload.server'
import { uploadLimits } from './sheet'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)
const cell = (content: string) => workbookOf(`<row r="1">${content}</row>`)

function lineOf(file: Uint8Array): string {
  const read = readUpload(file)
  return read.ok ? '' : read.message
}

function firstCell(file: Uint8Array) {
  const read = readUpload(file)
  if (!read.ok || read.value.type !== 'tables') throw new Error(read.ok ? 'json' : read.message)
  return read.value.sheets[0]?.rows[0]?.[0]
}

const bomb = (declared: number) =>
  archiveOf({}, [
    {
      name: 'xl/workbook.xml',
      packed: deflateRawSync(Buffer.alloc(40_000_000)),
      method: 8,
      unpacked: declared,
    },
  ])

const encrypted = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('EncryptedPackage', 'utf16le'),
])

const doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'

describe('each hostile file gets one line that says what it is and how it is mended', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['0 bytes', () => bytes(''), 'Filen är tom'],
    ['only spaces', () => bytes(' \r\n '), 'Filen är tom'],
    ['100 MB', () => new Uint8Array(100_000_000), 'större än 5 MB'],
    ['HTML named .xlsx', () => bytes('\uFEFF <!DOCTYPE html><table>'), 'webbsida'],
    ['PDF named .csv', () => bytes('%PDF-1.7\n1;2'), 'en PDF'],
    ['an old .xls', () => Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'gamla formatet'],
    ['an encrypted .xlsx', () => encrypted, 'skyddad med lösenord'],
    ['a bomb that tells its size', () => bomb(40_000_000), 'växer till mer än 30 MB'],
    ['a bomb that lies about it', () => bomb(1000), 'växer till mer än 30 MB'],
    ['many parts', () => archiveOf(manyParts(1001)), 'fler än 1000 delar'],
    ['a path out of the archive', () => archiveOf({ '../../x': '1' }), 'sökvägar'],
    ['an absolute path', () => archiveOf({ '/etc/x': '1' }), 'sökvägar'],
    ['half an archive', () => cell('').subarray(0, 300), 'skadad'],
    [
      'an archive of something else',
      () => archiveOf({ 'word/document.xml': '' }),
      'inget kalkylblad',
    ],
    ['an entity', () => workbookOf('', { 'xl/sharedStrings.xml': doctype }), 'DOCTYPE'],
    ['an entity without a declaration', () => cell('<c r="A1" t="str"><v>&x;</v></c>'), 'DOCTYPE'],
    ['XML by itself', () => bytes(doctype), 'är XML'],
    ['NUL in text', () => bytes('Nämnd;2027\nBUN;1\0'), 'NUL-tecken på rad 2'],
    ['10 000 columns', () => bytes('1;'.repeat(9999)), 'har 10000 kolumner'],
    [
      'a cell far out',
      () => cell('<c r="XFD1"><v>1</v></c>'),
      'högst 20000 rader och 200 kolumner',
    ],
    [
      'a row far down',
      () => workbookOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
      'A1048576',
    ],
    ['many rows', () => bytes('1\n'.repeat(uploadLimits.rows + 1)), 'fler än 20000 rader'],
    ['many cells', () => bytes(`${'1;'.repeat(99)}\n`.repeat(3000)), 'celler'],
    ['a quote without end', () => bytes('a;b\n"c;d\n'), 'Rad 2 har ett citattecken'],
    ['an endless cell', () => bytes(`a;${'x'.repeat(3000)}`), 'mer än 2000 tecken'],
  ])('%s', (_, file, reason) => {
    const line = lineOf(file())
    expect(line).toContain(reason)
    expect(line).not.toContain('\n')
  })
})

const manyParts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, '']))

describe('a workbook is read as it stores its cells', () => {
  test('a formula is named and its cached value used', () => {
    expect(firstCell(cell('<c r="A1"><f>SUM(B1:B9)</f><v>282.3</v></c>'))).toEqual({
      text: '282.3',
      kind: 'number',
      formula: 'SUM(B1:B9)',
    })
  })

  test('a formula that was never computed has no value', () => {
    expect(firstCell(cell('<c r="A1"><f>1+1</f></c>'))).toMatchObject({ text: '', formula: '1+1' })
  })

  test('digits past what a double holds are kept', () => {
    expect(firstCell(cell('<c r="A1"><v>9007199254740993</v></c>'))).toMatchObject({
      text: '9007199254740993',
    })
  })

  test('what another program writes: numbers, dates, percent, merged and hidden', async () => {
    const file = await writeXlsx({
      sheets: [
        {
          name: 'Blad 1 & co',
          rows: [
            ['Nämnd', 2027],
            ['Barn & unga', 282.3],
            ['Datum', new Date(Date.UTC(2027, 0, 1))],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
          cells: new Map([['3,0', { value: 0.029, style: { numFmt: '0.0%' } }]]),
        },
        { name: 'Dolt', hidden: true, rows: [[1]] },
      ],
    })
    const read = readUpload(file)
    const sheets = read.ok && read.value.type === 'tables' ? read.value.sheets : []
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Blad 1 & co', false],
      ['Dolt', true],
    ])
    const [first] = sheets
    expect(first?.merged).toEqual(['A1:B1'])
    expect(first?.rows[1]?.map(found => found?.text)).toEqual(['Barn & unga', '282.3'])
    expect(first?.rows[2]?.[1]?.kind).toBe('date')
    expect(first?.rows[3]?.[0]).toMatchObject({ text: '0.029', kind: 'percent' })
  })
})

describe('a text is read in the encoding that it is in', () => {
  const table = 'Nämnd;2027\r\n"Kultur; ""fritid""";1\u00A0282,3\r\n'
  const utf16be = bytes(table, 'utf16le').swap16()
  test.each<[string, Uint8Array]>([
    ['UTF-8', bytes(table)],
    ['UTF-8 with a mark', bytes(`\uFEFF${table}`)],
    ['UTF-16 LE with a mark', bytes(`\uFEFF${table}`, 'utf16le')],
    ['UTF-16 LE without', bytes(table, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['UTF-16 BE without', utf16be],
    ['Latin-1', bytes(table, 'latin1')],
  ])('%s', (_, file) => {
    const read = readUpload(file)
    const rows = read.ok && read.value.type === 'tables' ? read.value.sheets[0]?.rows : []
    expect(rows?.map(row => row.map(found => found?.text))).toEqual([
      ['Nämnd', '2027'],
      ['Kultur; "fritid"', '1\u00A0282,3'],
    ])
  })

  test.each([
    ['semicolon', 'Namn;2027\nA;1,5\nB;2,5', ['A', '1,5']],
    ['comma', 'Namn,2027\nA,1.5\nB,2.5', ['A', '1.5']],
    ['tab', 'Namn\t2027\nA, b\t1,5\nB\t2,5', ['A, b', '1,5']],
    ['said', 'sep=,\nNamn,2027\nA,1', ['A', '1']],
    ['only CR', 'Namn;2027\rA;1\rB;2', ['A', '1']],
  ])('%s', (name, text, row) => {
    const read = readUpload(bytes(text))
    const rows = read.ok && read.value.type === 'tables' ? (read.value.sheets[0]?.rows ?? []) : []
    expect(rows[name === 'said' ? 2 : 1]?.map(found => found?.text)).toEqual(row)
  })
})
