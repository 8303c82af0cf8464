import { describe, expect, test } from 'vitest'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { Snapshot } from '~/proposal/snapshot'
import { annex } from './annex'
import { report } from './compose'
import type { Block, Report } from './report'
import { runText } from './report-text'

const hashes = { snapshot: 'a'.repeat(64), framework: 'b'.repeat(64) }
const nb = '\u00A0'
const [section] = demoSnapshot.sections

const reportWith = (changes: Partial<Record<keyof Snapshot, unknown>>): Report =>
  report(Snapshot.parse({ ...demoSnapshot, ...changes }), hashes)
const sectionOf = (...content: unknown[]) =>
  reportWith({ sections: [{ ...section, content: { type: 'doc', content } }] })
const blocksOf = (made: Report, id: string): readonly Block[] =>
  made.chapters.find(chapter => chapter.id === id)?.blocks ?? []
const tables = <T extends Block['type']>(made: Report, type: T): Extract<Block, { type: T }>[] =>
  made.chapters.flatMap(({ blocks }) =>
    blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type),
  )
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (level: 2 | 3, text: string) => ({
  type: 'heading',
  attrs: { level },
  content: text === '' ? [] : [{ type: 'text', text }],
})

/** Two more years like the last one. */
const add = <T>(list: T[]): T[] => [...list, ...list.slice(-1), ...list.slice(-1)]

describe('report', () => {
  test('has the chapters in the order that they are tabled', () => {
    expect(reportWith({}).chapters.map(({ title }) => title)).toEqual([
      'Förslaget i korthet',
      'Det vi vill',
      'Mål och indikatorer',
      'Nämndernas ramar',
      'Ändringarna i förslaget',
      'Ekonomi',
      'Förslag till beslut',
      'Äkthet och kontroll',
    ])
  })

  test('sets another proposal beside ours in an annex before the last chapter', () => {
    const bare = { ...demoSnapshot.framework, boards: [] }
    const rival = { source: 'Protokollet', datedOn: '2024-10-15', amendments: [] }
    const made = reportWith({
      rivals: [
        { ...rival, name: 'Majoriteten' },
        { ...rival, name: 'De utan nämnder', framework: bare },
      ],
    })
    expect(made.chapters.at(-2)?.id).toBe('rivals')
    const blocks = blocksOf(made, 'rivals')
    const named = blocks.flatMap(block => (block.type === 'amount-table' ? [block] : []))
    expect(named.map(({ caption }) => caption)).toEqual([
      ...[2025, 2026, 2027].map(year => `Vi och Majoriteten, ${year}`),
      ...[2025, 2026, 2027].map(year => `Nämndernas ramar, vi och Majoriteten, ${year}, tkr`),
      ...[2025, 2026, 2027].map(year => `Vi och De utan nämnder, ${year}`),
    ])
    // the majority's boards are the base's: ours less theirs is what we add
    expect(named[3]?.rows.at(-1)?.years.join('; ').replaceAll(nb, ' ')).toBe(
      '2 898 410; 2 985 410; 2 898 410; −87 000',
    )
    expect(named[6]?.rows[3]?.years.slice(2)).toEqual(['inte känt', 'inte känt'])
    expect(blocksOf(reportWith({}), 'rivals')).toEqual([])
  })

  test('says version, date, sum and that the framework is constructed', () => {
    const { imprint } = reportWith({
      version: { number: 3, name: 'Tredje' },
      frozenOn: '2024-10-24',
    })
    expect(imprint).toMatchObject({
      version: 'Version 3, Tredje',
      versionShort: 'version 3',
      date: '2024-10-24',
      dateText: '24 oktober 2024',
      constructed: 'Konstruerad exempelram',
      sha256: hashes.snapshot,
      years: '2025 med plan för 2026 och 2027',
      yearsShort: '2025–2027',
    })
  })

  test('says no amount in tkr on a base in mnkr', () => {
    const framework = { ...demoSnapshot.framework, unit: 'mnkr' as const }
    const report = reportWith({ framework, sections: [] })
    expect(JSON.stringify(report)).not.toMatch(/\d[\s\u00A0]*tkr|, tkr| tkr\b/)
    expect(report.imprint).toMatchObject({ exampleChange: '+50,0' })
  })

  test('sets base, change and proposed of every board and their sum', () => {
    const [boards] = tables(reportWith({}), 'change-table')
    expect(boards?.rows).toHaveLength(9)
    expect(boards?.rows.at(-1)).toEqual({
      label: 'Summa',
      kind: 'sum',
      years: [
        { base: `2${nb}898${nb}410`, change: `+87${nb}000`, proposed: `2${nb}985${nb}410` },
        { base: `2${nb}992${nb}363`, change: `+89${nb}610`, proposed: `3${nb}081${nb}973` },
        { base: `3${nb}088${nb}134`, change: `+92${nb}298`, proposed: `3${nb}180${nb}432` },
      ],
    })
  })

  test('prints the result’s share so that base and change add up to the proposal', () => {
    const [, result] = tables(reportWith({}), 'change-table')
    expect(result?.rows.at(-1)?.years[0]).toEqual({
      base: '4,0138',
      change: '−1,7129',
      proposed: '2,3009',
    })
  })

  test('ends the financing with nothing left (F16)', () => {
    const financing = tables(reportWith({}), 'amount-table').find(({ caption }) =>
      caption.startsWith('Finansiering'),
    )
    const amounts = Object.fromEntries(
      financing?.rows.map(({ label, years }) => [label, years]) ?? [],
    )
    expect(amounts).toMatchObject({
      'Summa tillägg': [`87${nb}000`, `89${nb}610`, `92${nb}298`],
      'Summa finansiering': [`87${nb}000`, `89${nb}610`, `92${nb}298`],
      'Lägre resultat än i ramen': [`51${nb}720`, `52${nb}860`, `54${nb}078`],
      'Tillägg utan finansiering': ['0', '0', '0'],
    })
  })

  test('sets savings and a lower tax under names of their own', () => {
    const made = reportWith({
      amendments: demoSnapshot.amendments.map(amendment => {
        if (amendment.change.type === 'tax-rate')
          return { ...amendment, change: { type: 'tax-rate', ore: -10 } }
        return amendment.change.type === 'frame' && amendment.change.board === 'KS'
          ? { ...amendment, change: { ...amendment.change, amounts: [-5000, 0, 0] } }
          : amendment
      }),
    })
    const labels = tables(made, 'amount-table').flatMap(({ rows }) =>
      rows.map(({ label }) => label),
    )
    expect(labels).toEqual(
      expect.arrayContaining([`Sänkt skattesats, 10${nb}öre`, 'Lägre ram, Kommunstyrelsen']),
    )
  })

  test('resolves each chip and punctuates the clauses as one sentence', () => {
    const [{ clauses = [] } = {}] = tables(reportWith({}), 'clauses')
    const texts = clauses.map(({ runs }) => runText(runs))
    expect(texts[0]).toBe(
      `att fastställa skattesatsen för 2025 till 21,66${nb}kronor per skattekrona, en höjning med 30${nb}öre,`,
    )
    expect(texts.slice(0, -1).every(text => text.endsWith(','))).toBe(true)
    expect(texts.at(-1)).toBe('att i övrigt bifalla kommunstyrelsens förslag.')
  })

  test('never skips a heading level and leaves empty headings out', () => {
    const made = sectionOf(
      heading(3, 'Först en liten'),
      heading(3, 'En till'),
      heading(2, 'Stor'),
      heading(3, ''),
      heading(3, 'Liten'),
      paragraph('Text.'),
    )
    const headings = blocksOf(made, 'sections').flatMap(block =>
      block.type === 'heading' ? [[block.level, block.text]] : [],
    )
    expect(headings).toEqual([
      [2, section?.title],
      [3, 'Först en liten'],
      [4, 'En till'],
      [3, 'Stor'],
      [4, 'Liten'],
    ])
  })

  test('says that a section without text or title has none', () => {
    const made = reportWith({
      sections: [
        { id: 'x', title: '  ', content: { type: 'doc', content: [{ type: 'paragraph' }] } },
      ],
    })
    expect(blocksOf(made, 'sections')).toEqual([
      { type: 'heading', level: 2, text: 'Avsnitt utan rubrik' },
      { type: 'paragraph', runs: [{ type: 'text', text: 'Avsnittet har ingen text.' }] },
    ])
  })

  test('writes a lost figure out and never drops it', () => {
    const made = sectionOf({
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: '\uFFFC',
          marks: [{ type: 'figure', attrs: { ref: 'frame.XYZ.2025.change', format: 'tkr' } }],
        },
      ],
    })
    expect(JSON.stringify(blocksOf(made, 'sections'))).toContain('[uppgift saknas]')
  })

  test('divides a table with more years than a page has room for', () => {
    const { framework } = demoSnapshot
    const made = reportWith({
      amendments: [],
      framework: {
        ...framework,
        years: [...framework.years, { year: 2028, kind: 'plan' }, { year: 2029, kind: 'plan' }],
        boards: framework.boards.map(board => ({ ...board, frames: add(board.frames) })),
      },
    })
    const divided = tables(made, 'change-table').filter(({ caption }) =>
      /^(Nämndernas|Resultatbudget)/.test(caption),
    )
    expect(divided.map(({ caption, years }) => [caption, years])).toEqual([
      ['Nämndernas ramar 2025–2027, nettokostnad i tkr', [2025, 2026, 2027]],
      ['Nämndernas ramar 2028–2029, nettokostnad i tkr', [2028, 2029]],
      ['Resultatbudget 2025–2027, tkr', [2025, 2026, 2027]],
      ['Resultatbudget 2028–2029, tkr', [2028, 2029]],
    ])
  })

  test('prints a box for what the typefaces lack, and the annex names the place', () => {
    const title = 'Grönt 🌱 \u202Etxet'
    const sections = [{ ...section, title }]
    expect(JSON.stringify(blocksOf(reportWith({ sections }), 'sections'))).toContain('Grönt ☐ txet')
    const made = annex(Snapshot.parse({ ...demoSnapshot, sections }), hashes)
    const warnings = tables(made, 'findings').find(({ caption }) => caption === 'Varningar')
    expect(warnings?.rows).toContainEqual(
      expect.objectContaining({ check: 'C31', text: expect.stringContaining('U+1F331') }),
    )
  })
})

test('the annex tells every finding with its place and each passed check with its proof', () => {
  const made = annex(
    Snapshot.parse({
      ...demoSnapshot,
      amendments: demoSnapshot.amendments.filter(({ change }) => change.type !== 'tax-rate'),
    }),
    hashes,
  )
  const [errors] = tables(made, 'findings')
  expect(errors?.caption).toBe('Fel som stoppar export')
  expect(errors?.rows.map(({ check }) => check)).toContain('C11')
  expect(
    tables(made, 'findings')
      .at(-1)
      ?.rows.map(({ check }) => check),
  ).toContain('C02')
})
