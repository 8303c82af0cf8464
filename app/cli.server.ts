import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { argumentFault } from '~/boot/argument-fault.mjs'
import type { BaseLine } from '~/budget/base-line'
import { lineKey } from '~/budget/change-algebra'
import { rateText, shareText } from '~/budget/format'
import { Framework } from '~/budget/framework'
import { add, zero, type Tkr } from '~/budget/money'
import { judgeRebase, undecided, type Fate, type Rebased } from '~/budget/rebase'
import { statementOf, type Statement } from '~/budget/statement'
import type { Outcome } from '~/outcome'
import { canonicalJson } from '~/proposal/canonical'
import { checkSnapshot, isOk } from '~/proposal/check'
import { diff } from '~/proposal/diff'
import { BadFile, codeOf, readJsonFile } from '~/proposal/read-file.server'
import { rebaseSnapshot } from '~/proposal/rebase-snapshot'
import { Snapshot } from '~/proposal/snapshot'

/** 0: fine. 1: a check fails, the files differ, or the document can not be set. 2: bad input, said in one line on stderr. */
type ExitCode = 0 | 1 | 2

type Command = (args: string[]) => ExitCode | Promise<ExitCode>

const commands: Record<string, Command> = {
  statement: printStatement,
  check: printCheck,
  diff: printDiff,
  export: exportFile,
  rebase: rebaseFile,
}

const usage =
  'statement FIL | check FIL | diff A B | export FIL --format pdf|json --out SÖKVÄG | rebase FIL RAM [--keep change|result] --out SÖKVÄG'

class BadCall extends Error {}

async function main(args: string[]): Promise<ExitCode> {
  const [name = '', ...rest] = args
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (!command) throw new BadCall(`${name || 'inget kommando'}: okänt kommando. Välj ${usage}`)
    return await command(rest)
  } catch (error) {
    if (error instanceof BadFile || error instanceof BadCall) return refuse(error.message)
    return refuse(
      `skuggbudget: oväntat fel: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

function refuse(message: string): ExitCode {
  process.stderr.write(`${message.split('\n')[0]}\n`)
  return 2
}

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)

function positionals(args: string[], count: number): string[] {
  const { positionals } = read(args, {})
  if (positionals.length !== count)
    throw new BadCall(`argument: ${count} ${count === 1 ? 'fil' : 'filer'} ska anges. ${usage}`)
  return positionals
}

function read<const O extends Record<string, { type: 'string' }>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new BadCall(`argument: ${argumentFault(error)}. ${usage}`)
  }
}

/** A framework alone is a proposal that changes nothing. */
const FrameworkOrSnapshot = z.discriminatedUnion('format', [Framework, Snapshot])

function printStatement(args: string[]): ExitCode {
  const [file = ''] = positionals(args, 1)
  const document = readJsonFile(file, FrameworkOrSnapshot)
  const statement =
    document.format === 'skuggbudget-framework/1'
      ? statementOf(document, [])
      : statementOf(document.framework, document.amendments)
  print(statementJson(statement))
  return 0
}

function statementJson({
  years,
  boards,
  frames,
  taxRate,
  income,
  resultShare,
  gap,
  margin,
}: Statement) {
  const byBoard = new Map<string, Tkr[]>()
  for (const { id, proposed } of boards) {
    const same = byBoard.get(id)
    byBoard.set(id, same ? proposed.map((frame, i) => add(frame, same[i] ?? zero)) : proposed)
  }
  return {
    years,
    frames: Object.fromEntries(byBoard),
    framesTotal: frames.proposed,
    taxRate: years.map(() => rateText(taxRate.proposed)),
    result: income.result.proposed,
    resultShare: resultShare.proposed.map(share => shareText(share)),
    gap,
    margin,
  }
}

function printCheck(args: string[]): ExitCode {
  const [file = ''] = positionals(args, 1)
  const findings = checkSnapshot(readJsonFile(file, Snapshot))
  const ok = isOk(findings)
  print({ ok, findings })
  return ok ? 0 : 1
}

function printDiff(args: string[]): ExitCode {
  const [before, after] = positionals(args, 2).map(file => readJsonFile(file, Snapshot))
  const equal = canonicalJson(before) === canonicalJson(after)
  print({ equal, changes: equal ? [] : diff(before, after) })
  return equal ? 0 : 1
}

async function exportFile(args: string[]): Promise<ExitCode> {
  const { values, positionals } = read(args, {
    format: { type: 'string' },
    out: { type: 'string' },
  })
  const [file, ...more] = positionals
  const { format, out } = values
  if (file === undefined || more.length > 0 || !out)
    throw new BadCall(`argument: export vill ha en fil, --format och --out. ${usage}`)
  if (format !== 'json' && format !== 'pdf')
    throw new BadCall(`--format: ${format ?? 'saknas'}. Välj pdf eller json`)
  const snapshot = readJsonFile(file, Snapshot)
  const errors = checkSnapshot(snapshot).filter(({ severity }) => severity === 'error')
  for (const { id, message } of errors) process.stderr.write(`${id}: ${message}\n`)
  if (errors.length > 0) return 1
  if (format === 'json') return write(out, canonicalJson(snapshot))
  const pdf = await pdfOf(snapshot)
  if (pdf.ok) return write(out, pdf.value)
  process.stderr.write(`export: ${pdf.fault.message}\n`)
  return 1
}

/** Writes the proposal on another edition of its framework, once every collision is decided and no line is lost. */
function rebaseFile(args: string[]): ExitCode {
  const { values, positionals } = read(args, { keep: { type: 'string' }, out: { type: 'string' } })
  const [file, edition, ...more] = positionals
  const { keep, out } = values
  if (file === undefined || edition === undefined || more.length > 0 || !out)
    throw new BadCall(`argument: rebase vill ha ett förslag, en ram och --out. ${usage}`)
  if (keep !== undefined && keep !== 'change' && keep !== 'result')
    throw new BadCall(`--keep: ${keep}. Välj change eller result`)
  const snapshot = readJsonFile(file, Snapshot)
  const framework = readJsonFile(edition, Framework)
  const judged = judgeRebase(snapshot.framework, snapshot.amendments, framework)
  const decisions = new Map(
    judged.flatMap(({ amendment }) => (keep ? [[amendment.id, { type: keep }] as const] : [])),
  )
  const open = undecided(judged, decisions)
  if (open.length === 0) write(out, canonicalJson(rebaseSnapshot(snapshot, framework, decisions)))
  print(rebaseJson(judged))
  return open.length === 0 ? 0 : 1
}

function rebaseJson(judged: readonly Rebased[]) {
  const of = (fate: Fate) =>
    judged
      .filter(rebased => rebased.fate === fate)
      .map(({ amendment: { id, number, change }, before, after }) => ({
        id,
        number,
        line: lineKey(change),
        before: figuresOf(before),
        after: figuresOf(after),
      }))
  return { carried: of('carried'), collided: of('collided'), lost: of('lost') }
}

const figuresOf = (line: BaseLine | null) =>
  line && (line.unit === 'tkr' ? line.amounts : line.rates)

/** The typesetter is read only when it is needed: the other commands start without it. */
async function pdfOf(snapshot: Snapshot): Promise<Outcome<Uint8Array>> {
  const { exportPdf } = await import('~/export/pdf.server')
  return exportPdf(snapshot)
}

function write(path: string, bytes: string | Uint8Array): ExitCode {
  try {
    writeFileSync(path, bytes)
    return 0
  } catch (error) {
    throw new BadFile(path, '--out', `går inte att skriva (${codeOf(error)})`)
  }
}

// a reader that has gone or a full disk: the result did not arrive, so the exit code must not say that it did
process.stdout.on('error', error => {
  process.exitCode = refuse(`stdout: går inte att skriva (${codeOf(error)})`)
})
// nobody is left to tell, and the exit code still says how it went
process.stderr.on('error', () => {})

const exitCode = await main(process.argv.slice(2))
process.exitCode ??= exitCode
