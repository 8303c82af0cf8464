import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { statementOf } from '~/budget/statement'
import { newFolder, removeAtExit } from './server/app'
import { milliseconds, print } from './server/figure'
import { amendmentsOn, frameworkOf } from './server/large-budget'
import { sheetOf } from './server/sheet'

// The same figures from LibreOffice: a sheet of formulas without values, which it has to compute before it can write
// them out. What is compared is the whole of its run without a window, as a group would wait for it.
const program = ['soffice', 'libreoffice'].find(
  name => spawnSync(name, ['--version'], { timeout: 60_000 }).status === 0,
)
if (program) await compare(program)
else console.error('LibreOffice is not installed: the statement is not measured beside it.')

async function compare(soffice: string) {
  const boards = 2000
  const framework = frameworkOf(boards)
  const amendments = amendmentsOn(framework, 500)
  const folder = newFolder()
  removeAtExit(folder)
  const sheet = path.join(folder, 'budget.fods')
  writeFileSync(sheet, sheetOf(framework, amendments))
  // a profile of its own: a LibreOffice that is open already would take the file over
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
  const args = [profile, '--headless', '--norestore', '--convert-to', 'csv', '--outdir', folder]
  const recalculate = () => {
    const { status, stderr } = spawnSync(soffice, [...args, sheet], { timeout: 300_000 })
    if (status !== 0) throw new Error(`LibreOffice failed: ${String(stderr)}`)
  }
  recalculate()
  const statement = statementOf(framework, amendments)
  const [first = ''] = readFileSync(path.join(folder, 'budget.csv'), 'utf8').split('\n', 1)
  const theirs = first.split(',').slice(0, 3).map(Number)
  if (theirs.join() !== statement.income.result.proposed.join())
    throw new Error(`LibreOffice has the results ${theirs}, we ${statement.income.result.proposed}`)
  for (let run = 0; run < 60; run++) statementOf(framework, amendments)
  for (let run = 0; run < 3; run++)
    print({
      name: `Statement of ${boards} boards, beside LibreOffice without a window`,
      unit: 'ms',
      ours: await milliseconds(() => statementOf(framework, amendments)),
      peer: await milliseconds(recalculate),
      goal: 0.01,
    })
}
