import { describe, expect, test } from 'vitest'
import type { Block, RowKind, WrittenTable } from '~/export/report'
import { reportOf } from '~/export/pdf.server'
import { setPdf } from '~/export/typeset.server'
import { demoSnapshot } from '../prisma/demo/proposal'
import { valueOf } from './outcome-value'
import { readPdf, squeezed } from './pdf-reader'

type Row = { readonly label: string; readonly kind: RowKind }

/** Rows named by their table and place, the last one a sum. */
const rowsOf = (table: string, count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    label: `${table}rad${i}slut`,
    kind: i === count - 1 ? 'sum' : 'line',
  }))

const written = (text: string) => [{ type: 'text' as const, text }]
const tableOf = (...rows: readonly string[][]): WrittenTable => ({
  type: 'written-table',
  figures: [false, false],
  head: [written('Enhet'), written('Vad')],
  rows: rows.map(row => row.map(written)),
})

const kinds: Record<string, (rows: readonly Row[]) => Block> = {
  'change-table': rows => ({
    type: 'change-table',
    caption: 'Ramar',
    first: 'Nämnd',
    years: [2025],
    rows: rows.map(row => ({ ...row, years: [{ base: '1', change: '+1', proposed: '2' }] })),
  }),
  'amount-table': rows => ({
    type: 'amount-table',
    caption: 'Belopp',
    first: 'Rad',
    years: [2025],
    rows: rows.map(row => ({ ...row, changed: false, years: ['1'] })),
  }),
  'amount-table with notes': rows => ({
    type: 'amount-table',
    caption: 'Ändringar',
    first: 'Ändring',
    years: [2025, 2026],
    rows: rows.map(({ label, kind }) => ({
      label: label.replace('slut', ''),
      kind,
      changed: true,
      years: ['+1', '+2'],
      note: label,
    })),
  }),
  'indicator-table': rows => ({
    type: 'indicator-table',
    caption: 'Indikatorer',
    rows: rows.map(({ label }) => ({
      label,
      unit: '%',
      kpi: 'N15436',
      direction: 'increase',
      outcome: '80',
      outcomeYear: '2023',
      target: '90',
      targetYear: '2026',
      strip: null,
    })),
  }),
  findings: rows => ({
    type: 'findings',
    caption: 'Fynd',
    rows: rows.map(({ label }) => ({ check: 'C01', place: 'Här', text: label })),
  }),
  'written-table': rows => tableOf(...rows.map(({ label }) => [label, 'ord'])),
}

const report = reportOf(demoSnapshot)

/** The text of each page, where every block stands in a chapter of its own and so begins a page. */
async function pagesOf(blocks: readonly Block[]): Promise<string[]> {
  const chapters = blocks.map((block, at) => ({ id: `k${at}`, title: 'Tabell', blocks: [block] }))
  const pdf = valueOf(await setPdf({ ...report, chapters }))
  return (await readPdf(pdf.bytes)).text.split('\f').map(squeezed)
}

describe('a table that goes over a page', { timeout: 60_000 }, () => {
  // one of them has a row more than the page has room for, whatever the table
  const counts = Array.from({ length: 26 }, (_, i) => 25 + i)

  test.each(Object.keys(kinds))('%s: no row stands alone at the head of a page', async kind => {
    const build = kinds[kind]
    if (!build) throw new Error(`No such table: ${kind}`)
    const pages = await pagesOf(counts.map((count, at) => build(rowsOf(`t${at}`, count))))
    const rows = counts.map((_, at) =>
      pages.flatMap(page => page.match(new RegExp(`t${at}rad\\d+slut`, 'g'))?.length ?? []),
    )
    expect(rows.map(each => each.reduce((sum, shown) => sum + shown, 0))).toEqual(counts)
    expect(rows.filter(each => each.length > 1).length).toBeGreaterThan(2)
    expect(rows.filter(each => each.slice(1).includes(1))).toEqual([])
  })

  test('a note stands on the page of its row', async () => {
    const build = kinds['amount-table with notes']
    const pages = await pagesOf(
      counts.flatMap((count, at) => build?.(rowsOf(`t${at}`, count)) ?? []),
    )
    const apart = pages.flatMap(page =>
      (page.match(/t\d+rad\d+slut/g) ?? []).filter(
        note => page.split(note.replace('slut', '')).length < 3,
      ),
    )
    expect(apart).toEqual([])
  })

  test('a cell of more than a page loses no word', async () => {
    const words = Array.from({ length: 1500 }, (_, i) => `ord${i}.`)
    const table = tableOf(['kort', 'kort'], ['lång', words.join(' ')])
    const text = (await pagesOf([table])).join('')
    expect(words.filter(word => !text.includes(word))).toEqual([])
  })

  test('rows with long notes and names lose no word', async () => {
    const rows = rowsOf('n', 20).map(({ label, kind }, i) => ({
      label: i === 3 ? `${'Nämnd, '.repeat(400)}sist` : label,
      kind,
      changed: true,
      years: ['+1'],
      note: `${'Källa till priset. '.repeat(60)}not${i}slut`,
    }))
    const text = (
      await pagesOf([
        { type: 'amount-table', caption: 'Ändringar', first: 'Ändring', years: [2025], rows },
      ])
    ).join('')
    const last = ['Nämnd,sist', ...rows.map((_, at) => `not${at}slut`)]
    expect(last.filter(words => !text.includes(words))).toEqual([])
  })
})
