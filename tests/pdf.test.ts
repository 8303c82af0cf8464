import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chartsOf } from '~/budget/charts'
import { statementOf } from '~/budget/statement'
import { formatTkr } from '~/budget/format'
import { exportPdf, reportOf } from '~/export/pdf.server'
import type { Block, Report } from '~/export/report'
import { ReportView } from '~/export/report-view'
import { runText } from '~/export/report-text'
import { setPdf } from '~/export/typeset.server'
import { canonicalJson } from '~/proposal/canonical'
import { Snapshot } from '~/proposal/snapshot'
import { demoSnapshot } from '../prisma/demo/proposal'
import { valueOf } from './outcome-value'
import { readPdf, squeezed, type ReadPdf } from './pdf-reader'

const frozen = Snapshot.parse({
  ...demoSnapshot,
  version: { number: 3, name: 'Inför fullmäktige' },
  frozenOn: '2024-10-24',
})
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const pdfOf = async (snapshot: Snapshot) => valueOf(await exportPdf(snapshot))
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const withSection = (title: string, ...content: unknown[]) =>
  Snapshot.parse({
    ...frozen,
    sections: [{ id: 'x', title, content: { type: 'doc', content } }],
  })

const list = (type: string, ...items: unknown[][]) => ({
  type,
  content: items.map(content => ({ type: 'listItem', content })),
})

/** Every figure and word that a table or clause of the report shows. */
function shownTexts({ chapters }: Report): string[] {
  return chapters.flatMap(({ blocks }) => blocks.flatMap(textsOf))
}

function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'change-table':
      return block.rows.flatMap(({ label, years }) => [
        label,
        ...years.flatMap(({ base, change, proposed }) => [base, change, proposed]),
      ])
    case 'amount-table':
      return block.rows.flatMap(({ label, years, note = '' }) => [label, ...years, note])
    case 'key-figures':
      return block.rows.flatMap(({ label, proposed, change, base }) => [
        label,
        proposed,
        change,
        base,
      ])
    case 'indicator-table':
      return block.rows.flatMap(({ label, outcome, target }) => [label, outcome, target])
    case 'clauses':
      return block.clauses.flatMap(({ runs, change }) => [runText(runs), change?.text ?? ''])
    case 'chart':
      return block.chart.rows.flatMap(({ label, bars }) => [label, ...bars.map(({ text }) => text)])
    // a paragraph may go on over the foot of a page; its figures may not
    case 'paragraph':
      return block.runs.flatMap(run => (run.type === 'figure' ? [run.amount + run.unit] : []))
    default:
      return []
  }
}

describe('the document as another program reads it', () => {
  let bytes: Uint8Array
  let read: ReadPdf
  beforeAll(async () => {
    bytes = await pdfOf(frozen)
    read = await readPdf(bytes)
  }, 60_000)

  test('says that it is PDF/UA-1, in Swedish, with its title and its date', () => {
    expect(read.description).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
    expect(read.description).toContain('<xmp:CreateDate>2024-10-24')
    expect(read).toMatchObject({
      marked: true,
      language: 'sv-SE',
      title: 'Skuggbudget 2025–2027: Mer till skola och omsorg',
    })
    expect(read.description).toMatch(/\/DisplayDocTitle true/)
  })

  test('tags headings, lists, links and tables with heads', () => {
    const count = (role: string) => read.tags.get(role) ?? 0
    expect(count('H1')).toBe(9)
    expect(count('H2')).toBeGreaterThanOrEqual(14)
    expect(count('Table')).toBeGreaterThanOrEqual(9)
    expect(count('THead')).toBeGreaterThanOrEqual(9)
    expect(count('TH')).toBeGreaterThanOrEqual(50)
    expect(count('TOCI')).toBeGreaterThan(20)
    expect(count('L')).toBeGreaterThan(0)
    expect(count('Note')).toBe(4)
    expect(count('P')).toBeGreaterThan(50)
    expect(read.alternatives.every(text => (text ?? '').length > 20)).toBe(true)
  })

  test('has the three charts, each with its words for who does not see it', () => {
    const charts = chartsOf(statementOf(frozen.framework, frozen.amendments))
    expect(charts.map(({ id }) => id)).toEqual(['boards', 'financing', 'target'])
    for (const { description, caption } of charts) {
      expect(read.alternatives.map(text => squeezed(text ?? ''))).toContain(squeezed(description))
      expect(squeezed(read.text)).toContain(squeezed(caption))
    }
  })

  test('skips no heading level', () => {
    const levels = read.headings.map(heading => Number(heading[1]))
    levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1))
  })

  test('has every section, version, date, the whole sum and the label of a constructed framework', () => {
    const text = squeezed(read.text)
    for (const { title } of frozen.sections) expect(text).toContain(squeezed(title))
    for (const said of [
      'Version 3, Inför fullmäktige',
      '24 oktober 2024',
      sha256(canonicalJson(frozen.framework)),
      'Konstruerad exempelram. Beloppen är inte kommunens egna.',
    ])
      expect(text).toContain(squeezed(said))
    expect(read.stretches).toContain(sha256(canonicalJson(frozen)))
  })

  test('shows the same figures as the page and the JSON', () => {
    const report = reportOf(frozen)
    const page = squeezed(
      renderToStaticMarkup(createElement(ReportView, { chapters: report.chapters }))
        .replace(/<[^>]*>/g, '')
        .replace(/&quot;/g, '"')
        .replace(/&#x27;/g, "'")
        .replace(/&amp;/g, '&'),
    )
    const text = squeezed(read.text)
    const shown = shownTexts(report).map(squeezed)
    expect(shown.length).toBeGreaterThan(350)
    expect(shown.filter(figure => !text.includes(figure))).toEqual([])
    expect(shown.filter(figure => !page.includes(figure))).toEqual([])
    const { framework, amendments } = Snapshot.parse(JSON.parse(canonicalJson(frozen)))
    const { boards, income } = statementOf(framework, amendments)
    for (const line of [...boards, income.result])
      for (const amount of [...line.base, ...line.proposed])
        expect(text).toContain(squeezed(formatTkr(amount)))
  })

  test('has the same bytes again, and from another process in another time zone and language', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'skuggbudget-pdf-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
    expect(sha256(await pdfOf(demoSnapshot))).toBe(sha256(await pdfOf(demoSnapshot)))
    const out = path.join(folder, 'out.pdf')
    const code = await new Promise(resolve =>
      spawn(
        process.execPath,
        [
          'node_modules/tsx/dist/cli.mjs',
          'app/cli.server.ts',
          'export',
          'tests/fixtures/demo-snapshot.json',
          '--format',
          'pdf',
          '--out',
          out,
        ],
        {
          env: {
            PATH: process.env.PATH,
            NODE_ENV: 'production',
            TZ: 'Pacific/Auckland',
            LC_ALL: 'tr_TR.UTF-8',
          },
          stdio: 'ignore',
        },
      ).on('close', resolve),
    )
    expect(code).toBe(0)
    expect(sha256(readFileSync(out))).toBe(sha256(await pdfOf(demoSnapshot)))
  }, 60_000)

  test('is another file when the version is another', async () => {
    const renamed = Snapshot.parse({ ...frozen, version: { number: 3, name: 'En annan' } })
    expect(sha256(await pdfOf(renamed))).not.toBe(sha256(bytes))
  }, 60_000)
})

describe('what a member may write', { timeout: 60_000 }, () => {
  test.each([
    ['a command of the typesetter', '#read("/etc/passwd")'],
    ['markup of every kind', '= *b* _i_ `c` $x^2$ <label> @ref \\u{41} // /* {{ }} #panic("x")'],
    ['an element', '<img src=x onerror="alert(1)"><script>1</script>'],
    ['a word longer than the line', 'å'.repeat(180)],
  ])('prints %s as it stands', async (_, title) => {
    const read = await readPdf(await pdfOf(withSection(title, paragraph(`Före. ${title} Efter.`))))
    const text = squeezed(read.text)
    expect(text).toContain(squeezed(`Före.${title}Efter.`))
    expect(squeezed(read.headings.join(''))).toContain(squeezed(title))
    expect(read.text).not.toContain('root:')
  })

  test('turns no writing round and prints a box for a character without a glyph', async () => {
    const title = 'Rum \u202Erav\u202C 👩‍🚀'
    const text = squeezed((await readPdf(await pdfOf(withSection(title, paragraph('Text.'))))).text)
    expect(text).toContain('Rumrav☐☐')
  })

  test('sets empty sections, an empty proposal and one without goals and clauses', async () => {
    const empty = Snapshot.parse({
      ...frozen,
      amendments: [],
      sections: [],
      goals: [],
      clauses: [],
    })
    expect((await readPdf(await pdfOf(empty))).headings).not.toContain('H1 2 Det vi vill')
    const read = await readPdf(await pdfOf(withSection('', { type: 'paragraph' })))
    expect(read.text).toContain('Avsnittet har ingen text.')
  })

  test('repeats the heads of a table of 48 boards, and says that it goes on', async () => {
    const { framework } = frozen
    const boards = Array.from({ length: 48 }, (_, i) => {
      const board = framework.boards[i % framework.boards.length]
      return { ...board, id: `N${i}`, name: `Nämnd ${i + 1} för mycket annat` }
    })
    const read = await readPdf(
      await pdfOf(Snapshot.parse({ ...frozen, framework: { ...framework, boards } })),
    )
    expect(read.text).toMatch(/forts\. från sidan \d/)
    expect(squeezed(read.text)).toContain(squeezed('Nämnd 48 för mycket annat'))
  })

  test('sets a heading, a list in a list and a quote one inside the other', async () => {
    const read = await readPdf(
      await pdfOf(
        withSection(
          'Listor',
          { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Djup' }] },
          {
            type: 'blockquote',
            content: [
              list('bulletList', [paragraph('yttre'), list('orderedList', [paragraph('inre')])]),
            ],
          },
        ),
      ),
    )
    expect(read.headings).toContain('H3 Djup')
    expect(read.tags.get('BlockQuote')).toBe(1)
    expect(squeezed(read.text)).toMatch(/•yttre1\.inre/)
  })
})

describe('the process that sets it', { timeout: 60_000 }, () => {
  test('tells its steps in order', async () => {
    const percents: number[] = []
    valueOf(await setPdf(reportOf(frozen), { onProgress: ({ percent }) => percents.push(percent) }))
    expect(percents).toEqual(percents.toSorted((a, b) => a - b))
    expect(percents.length).toBeGreaterThanOrEqual(4)
  })

  test('is ended after its time, tried once more, and refused with the reason', async () => {
    const steps: string[] = []
    const outcome = await setPdf(reportOf(frozen), {
      milliseconds: 30,
      onProgress: ({ step }) => steps.push(step),
    })
    expect(outcome).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('avbröts') },
    })
    expect(steps).toContain('Försöker en gång till')
  })

  test('is ended when it grows too large', async () => {
    const outcome = await setPdf(reportOf(frozen), { megabytes: 40 })
    expect(outcome.ok).toBe(false)
  })

  test('refuses what the compiler refuses, without a second try', async () => {
    const steps: string[] = []
    const report = reportOf(frozen)
    const outcome = await setPdf(
      { ...report, imprint: { ...report.imprint, title: '予' } },
      { onProgress: ({ step }) => steps.push(step) },
    )
    expect(outcome.ok).toBe(false)
    expect(steps).not.toContain('Försöker en gång till')
  })
})
