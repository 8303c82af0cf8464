import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Framework } from '~/budget/framework'
import { tkr } from '~/budget/money'
import { demo, expectRefusal, fixture, run } from './command-line'

const folder = mkdtempSync(join(tmpdir(), 'skuggbudget-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(name: string, text: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const altered = (name: string, find: string | RegExp, put: string) =>
  written(name, readFileSync(demo, 'utf8').replace(find, put))

/** The demo's framework as another edition has it. */
const edition = (name: string, change: (next: Framework) => void) => {
  const next = JSON.parse(readFileSync(fixture('demo-framework.json'), 'utf8'))
  change(next)
  return written(name, JSON.stringify(next))
}
const raised = () =>
  edition('october.json', ({ boards }) => boards[2]?.frames.splice(0, 1, tkr(363_622)))

const hostile = () => ({
  'no.json': written('no.json', 'nej'),
  'empty.json': written('empty.json', ''),
  'bytes.json': written('bytes.json', Buffer.from([0xff, 0xfe, 0x00])),
  'deep.json': written('deep.json', '['.repeat(200_000) + ']'.repeat(200_000)),
  'nested.json': altered(
    'nested.json',
    '"content":{"content":[',
    `"content":{"content":[${'{"type":"bulletList","content":[{"type":"listItem","content":['.repeat(4000)}${']}]}'.repeat(4000)},`,
  ),
  'null.json': written('null.json', 'null'),
  'format.json': written('format.json', '{"format":"skuggbudget-snapshot/9"}'),
  'proto.json': altered('proto.json', '{', '{"__proto__":{"ok":true},'),
  'half.json': altered('half.json', '"centralFinance":[67426', '"centralFinance":[67426.5'),
  'huge.json': altered('huge.json', '"centralFinance":[67426', '"centralFinance":[1e300'),
  'surrogate.json': altered('surrogate.json', '"title":"Mer', '"title":"\\ud800Mer'),
  'extra.json': altered('extra.json', '{', '{"extra":1,'),
  'missing.json': join(folder, 'missing', 'missing.json'),
  folder: folder,
})

describe.concurrent('the command line', { timeout: 120_000 }, () => {
  test('statement prints the proposal’s figures', async () => {
    const { code, stdout, stderr } = await run('statement', demo)
    expect(JSON.parse(stdout)).toMatchObject({
      years: [2025, 2026, 2027],
      frames: { BUN: [1_120_511, 1_142_126, 1_164_390], OFN: [5762, 5935, 6113] },
      framesTotal: [2_985_410, 3_081_973, 3_180_432],
      taxRate: ['21.66', '21.66', '21.66'],
      result: [71_380, 73_740, 76_022],
      resultShare: ['2.3009', '2.3048', '2.3055'],
      gap: [0, 0, 0],
      margin: [29, 154, 179],
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test('statement of a framework alone is the base, also where a check fails', async () => {
    const base = await run('statement', fixture('demo-framework.json'))
    expect(JSON.parse(base.stdout)).toMatchObject({ result: [123_100, 126_600, 130_100] })
    const failing = await run('statement', fixture('failing/C11.json'))
    expect(JSON.parse(failing.stdout)).toMatchObject({ gap: [1971, 1906, 1943] })
    expect([base.code, failing.code]).toEqual([0, 0])
  })

  test('check passes the demo and names what fails', async () => {
    const passed = await run('check', demo)
    expect(passed).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(passed.stdout)).toMatchObject({
      ok: true,
      findings: [{ id: 'C28', severity: 'warning' }],
    })
    const failed = await run('check', fixture('failing/C14.json'))
    expect(JSON.parse(failed.stdout)).toMatchObject({
      ok: false,
      findings: expect.arrayContaining([
        expect.objectContaining({ id: 'C14', severity: 'error', place: 'amendment:a8' }),
      ]),
    })
    expect(failed.code).toBe(1)
  })

  test('diff knows equal from different', async () => {
    const equal = await run('diff', demo, demo)
    expect(JSON.parse(equal.stdout)).toEqual({ equal: true, changes: [] })
    const different = await run('diff', demo, fixture('failing/C11.json'))
    expect(JSON.parse(different.stdout)).toEqual({
      equal: false,
      changes: [{ path: 'amendments.a4.change.amounts.0', before: 10_000, after: 12_000 }],
    })
    expect([equal.code, different.code]).toEqual([0, 1])
  })

  test('export writes the canonical bytes as JSON, whatever the order of the file', async () => {
    const loose = written(
      'loose.json',
      JSON.stringify(JSON.parse(readFileSync(demo, 'utf8')), null, 3),
    )
    const out = join(folder, 'out.json')
    expect(await run('export', loose, '--format', 'json', '--out', out)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(demo, 'utf8'))
  })

  test('export writes a tagged PDF', async () => {
    const out = join(folder, 'out.pdf')
    expect(await run('export', demo, '--format', 'pdf', '--out', out)).toMatchObject({ code: 0 })
    const pdf = readFileSync(out, 'latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pdf).toContain('/StructTreeRoot')
  })

  test('export refuses what a check refuses, a finding a line, and writes nothing', async () => {
    const out = join(folder, 'refused.json')
    const refused = await run(
      'export',
      fixture('failing/C11.json'),
      '--format',
      'json',
      '--out',
      out,
    )
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    const lines = refused.stderr.trimEnd().split('\n')
    expect(lines.map(line => line.slice(0, 4))).toEqual(['C11:', 'C11:', 'C11:'])
    expect(existsSync(out)).toBe(false)
  })

  test('export refuses a picture that is none, in words of its own', async () => {
    const before = JSON.parse(readFileSync(demo, 'utf8'))
    const sha256 = 'a'.repeat(64)
    const attrs = { sha256, alt: 'En skolgård', width: 10, height: 10 }
    before.sections[0].content.content.push({ type: 'image', attrs })
    const images = { [sha256]: { type: 'png', base64: 'AAAA' } }
    const file = written('picture.json', JSON.stringify({ ...before, images }))
    const out = join(folder, 'picture.pdf')
    expect(await run('export', file, '--format', 'pdf', '--out', out)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'export: Dokumentet gick inte att sätta: en av bilderna går inte att läsa. Inget är sparat, försök igen.\n',
    })
    expect(existsSync(out)).toBe(false)
  })

  test('rebase names what collides, and writes nothing while it is undecided', async () => {
    const out = join(folder, 'undecided.json')
    const { code, stdout } = await run('rebase', demo, raised(), '--out', out)
    expect(JSON.parse(stdout)).toMatchObject({
      carried: Array.from({ length: 6 }, () => expect.anything()),
      collided: [{ id: 'a4', line: 'frame KUN', before: [359_622, 374_411, 387_643] }],
      lost: [],
    })
    expect([code, existsSync(out)]).toEqual([1, false])
  })

  test('no --keep decides for a line that is lost', async () => {
    const gone = edition('gone.json', ({ boards }) => boards.splice(2, 1))
    const out = join(folder, 'lost.json')
    const { code, stdout } = await run('rebase', demo, gone, '--keep', 'change', '--out', out)
    expect(JSON.parse(stdout)).toMatchObject({ lost: [{ id: 'a4', after: null }] })
    expect([code, existsSync(out)]).toEqual([1, false])
  })

  test('rebase that keeps results writes a proposal with the same frames', async () => {
    const out = join(folder, 'kept.json')
    expect(await run('rebase', demo, raised(), '--keep', 'result', '--out', out)).toMatchObject({
      code: 0,
    })
    const after = await run('statement', out)
    expect(JSON.parse(after.stdout)).toMatchObject({
      framesTotal: [2_985_410, 3_081_973, 3_180_432],
    })
  })

  test('other proposals are in the JSON, and keep their base at a rebase', async () => {
    const before = JSON.parse(readFileSync(demo, 'utf8'))
    const rivals = [{ name: 'De', source: 'Protokollet', datedOn: null, amendments: [] }]
    const file = written('beside.json', JSON.stringify({ ...before, rivals }))
    const [there, back, out] = ['rt.json', 'rb.json', 'ro.json'].map(name => join(folder, name))
    if (!there || !back || !out) throw new Error('no names')
    await run('export', file, '--format', 'json', '--out', out)
    expect(JSON.parse(readFileSync(out, 'utf8')).rivals).toEqual(rivals)
    await run('rebase', file, raised(), '--keep', 'change', '--out', there)
    expect(JSON.parse(readFileSync(there, 'utf8')).rivals).toEqual([
      { ...rivals[0], framework: before.framework },
    ])
    await run('rebase', there, fixture('demo-framework.json'), '--keep', 'change', '--out', back)
    expect(JSON.parse(readFileSync(back, 'utf8')).rivals).toEqual(rivals)
    const twice = written('twice.json', JSON.stringify({ ...before, rivals: [] }))
    expect(await run('check', twice)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('rivals'),
    })
  })

  test('rebase there and back that keeps changes gives the same bytes', async () => {
    const [there, back] = [join(folder, 'there.json'), join(folder, 'back.json')]
    await run('rebase', demo, raised(), '--keep', 'change', '--out', there)
    await run('rebase', there, fixture('demo-framework.json'), '--keep', 'change', '--out', back)
    expect(readFileSync(back, 'utf8')).toBe(readFileSync(demo, 'utf8'))
  })

  test.each(Object.keys(hostile()))('%s is refused in one line', async name => {
    const path = Object.entries(hostile()).find(([key]) => key === name)?.[1] ?? ''
    expectRefusal(await run('check', path), /^\/.+: [\w.]+: .+/)
  })

  test('names the field that is at fault', async () => {
    const { stderr } = await run('statement', hostile()['half.json'])
    expect(stderr).toContain('framework.centralFinance.0: ')
  })

  test('what the schema accepts is never bad input', async () => {
    const board = altered('board.json', '"id":"OFN"', '"id":"__proto__"')
    const odd = await run('statement', board)
    expect(odd.code).toBe(0)
    expect(odd.stdout).toContain('"__proto__"')
    const doubled = altered('doubled.json', '"id":"OFN"', '"id":"BUN"')
    const { code, stdout } = await run('check', doubled)
    expect(code).toBe(1)
    expect(stdout).toContain('C14')
  })
})
