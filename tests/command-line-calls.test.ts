import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { command, demo, endOf, expectRefusal, run } from './command-line'

const folder = mkdtempSync(join(tmpdir(), 'skuggbudget-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.concurrent('a call of the command line', { timeout: 120_000 }, () => {
  test.each([
    [['check'], /argument/],
    [['check', demo, demo], /argument/],
    [['check', demo, '--strict'], /^argument: --strict finns inte\. statement FIL/],
    [['export', demo, '--format', 'json', '--out'], /^argument: --out saknar värde\. /],
    [['export', demo, '--format', '--out', join(folder, 'x')], /^argument: --format saknar värde/],
    [['export', demo, '--format', 'json', '--out', ''], /--out/],
    [['diff', demo], /argument/],
    [['rebase', demo], /argument/],
    [['rebase', demo, demo, '--out', join(folder, 'x')], /format/],
    [['rebase', demo, demo, '--keep', 'both', '--out', join(folder, 'x')], /--keep/],
    [['rita', demo], /okänt kommando/],
    [['toString', demo], /okänt kommando/],
    [[], /okänt kommando/],
    [['export', demo, '--format', 'doc', '--out', join(folder, 'x')], /--format/],
    [['export', demo, '--format', 'json'], /--out/],
    [['export', demo, '--format', 'json', '--out', folder], /går inte att skriva/],
    [['export', demo, '--format', 'json', '--out', '/finns/inte/alls'], /går inte att skriva/],
  ])('%j is a bad call', async (args, says) => {
    expectRefusal(await run(...args), says)
  })

  const full = '/dev/full'
  test.skipIf(!existsSync(full))('what cannot be printed is never taken for a result', async () => {
    const disk = openSync(full, 'w')
    const unprinted = command(['check', demo], ['ignore', disk, 'pipe'])
    expectRefusal(await endOf(unprinted), /^stdout: går inte att skriva \(ENOSPC\)/)
    const unsaid = command(['check', join(folder, 'nowhere')], ['ignore', 'pipe', disk])
    expect(await endOf(unsaid)).toMatchObject({ code: 2, stdout: '' })
    closeSync(disk)
  })

  test('a reader that has gone is told of in one line', async () => {
    const child = command(['check', demo])
    child.stdout?.destroy()
    expectRefusal(await endOf(child), /^stdout: går inte att skriva \(EPIPE\)/)
  })
})
