import { can, type Actor } from '~/group/policy'
import { done, forbidden, notFound, refused, type Outcome } from '~/outcome'
import { createProposal } from '~/proposal/create-proposal.server'
import { buildFramework } from './build-framework'
import type { Choices, Remembered } from './choices'
import { guessChoices, guessAgain } from './guess-choices'
import { nameKey } from './guess-rows'
import type { OpenImport } from './open-import'
import { readUpload } from './read-upload.server'
import { uploadLimits, type Sheet } from './sheet'
import { rowsOf, type SourceRow } from './source-row'
import {
  deleteUpload,
  insertUpload,
  loadMemory,
  loadUpload,
  saveChoices,
  saveMemory,
  type StoredUpload,
  type UploadedFile,
} from './upload-store.server'

const invalid = (message: string, field = 'file') => refused({ kind: 'invalid', field, message })

/**
 * Begins an import: reads the files, guesses how, and keeps them for the steps that follow. A framework in JSON needs no
 * steps: its text is given back.
 */
export async function startImport(
  actor: Actor,
  files: readonly UploadedFile[],
  title: string,
  now: Date,
): Promise<Outcome<{ uploadId: string } | { json: string }>> {
  if (!can(actor, 'create-proposal')) return forbidden
  const read = sheetsOf(files)
  if (!read.ok) return read
  if ('json' in read.value) return done(read.value)
  const memory = await loadMemory(actor, null)
  const guessed = guessChoices(read.value.sheets, memory?.remembered ?? null)
  const { municipalityId = '', municipality = '' } = memory ?? {}
  const choices = { ...guessed, particulars: { title, municipalityId, municipality } }
  return done({ uploadId: await insertUpload(actor, files, choices, now) })
}

/** The files' tables, each sheet once. Several CSV files are told apart by their names. */
function sheetsOf(
  files: readonly UploadedFile[],
): Outcome<{ sheets: readonly Sheet[] } | { json: string }> {
  if (files.length > uploadLimits.files)
    return invalid(`Välj högst ${uploadLimits.files} filer åt gången.`)
  const sheets: Sheet[] = []
  for (const { name, content } of files) {
    const read = readUpload(content)
    if (!read.ok) return invalid(files.length > 1 ? `${name}: ${read.message}` : read.message)
    if (read.value.type === 'json') {
      if (files.length === 1) return done({ json: read.value.text })
      return invalid(`${name}: en budgetram i JSON läses in för sig. Välj bara den filen.`)
    }
    sheets.push(
      ...read.value.sheets.map(sheet =>
        files.length > 1 && sheet.name === null ? { ...sheet, name } : sheet,
      ),
    )
  }
  return done({ sheets })
}

/** The import as it stands, for the page of any step. */
export async function openImport(
  actor: Actor,
  uploadId: string,
  now: Date,
): Promise<Outcome<OpenImport>> {
  if (!can(actor, 'create-proposal')) return forbidden
  const upload = await loadUpload(actor, uploadId, now)
  return upload ? opened(upload) : notFound
}

function opened({ id, files, choices }: StoredUpload): Outcome<OpenImport> {
  const read = sheetsOf(files)
  if (!read.ok) return read
  if ('json' in read.value) return notFound
  const { sheets } = read.value
  const rows = rowsOf(sheets, choices.tables, choices.budgetYear)
  return done({ id, files: files.map(({ name }) => name), sheets, rows, choices })
}

/** What a step changes of the choices, or what is wrong with what was chosen. */
export type Step = (open: OpenImport) => Outcome<Choices>

/** Takes one step: keeps what it settles. New tables or another municipality are guessed anew, but for rows settled. */
export async function takeStep(
  actor: Actor,
  uploadId: string,
  step: Step,
  now: Date,
): Promise<Outcome<OpenImport>> {
  const open = await openImport(actor, uploadId, now)
  if (!open.ok) return open
  const before = open.value.choices
  const stepped = step(open.value)
  if (!stepped.ok) return stepped
  const after = await guessedAgain(actor, open.value, stepped.value, before)
  await saveChoices(actor, uploadId, after)
  const rows = rowsOf(open.value.sheets, after.tables, after.budgetYear)
  return done({ ...open.value, rows, choices: after })
}

async function guessedAgain(
  actor: Actor,
  { sheets }: OpenImport,
  after: Choices,
  before: Choices,
): Promise<Choices> {
  const code = after.particulars.municipalityId ?? ''
  const isMoved = code !== (before.particulars.municipalityId ?? '')
  const isLaidOutAnew =
    JSON.stringify([after.tables, after.budgetYear]) !==
    JSON.stringify([before.tables, before.budgetYear])
  if (!isMoved && !isLaidOutAnew) return after
  const memory = await loadMemory(actor, code)
  const guessed = guessAgain(sheets, memory?.remembered ?? null, after)
  if (isMoved && memory) return { ...guessed, unit: memory.remembered.unit }
  return { ...guessed, rows: { ...guessed.rows, ...settledRows(guessed, before) } }
}

/** Rows that are there still keep what was chosen for them. */
const settledRows = (guessed: Choices, before: Choices): Choices['rows'] =>
  Object.fromEntries(
    Object.entries(before.rows).filter(([id, { role }]) => role !== '' && id in guessed.rows),
  )

/**
 * Makes the proposal: framework, proposal, what is remembered of the municipality's tables, and the end of the upload, all
 * in one transaction. What stands in the way is told, and nothing is stored.
 */
export async function finishImport(
  actor: Actor,
  uploadId: string,
  now: Date,
): Promise<Outcome<{ proposalId: string }>> {
  const open = await openImport(actor, uploadId, now)
  if (!open.ok) return open
  const { rows, choices } = open.value
  const built = buildFramework(rows, choices)
  if (!built.ok) {
    const [field, message] = Object.entries(built.fields)[0] ?? ['tables', built.faults[0] ?? '']
    return invalid(message, field)
  }
  const { municipality } = built.framework
  try {
    return await createProposal(
      actor,
      { title: choices.particulars.title ?? '', framework: built.framework },
      async tx => {
        if (!(await deleteUpload(actor, uploadId, tx))) throw new UploadGone()
        const remembered = rememberedOf(rows, choices)
        const memory = { municipalityId: municipality.id, municipality: municipality.name }
        await saveMemory(actor, { ...memory, remembered }, now, tx)
      },
    )
  } catch (error) {
    if (error instanceof UploadGone) return notFound
    throw error
  }
}

/** Somebody finished the same import at the same time. */
class UploadGone extends Error {}

const rememberedOf = (rows: readonly SourceRow[], choices: Choices): Remembered => ({
  unit: choices.unit || 'tkr',
  costs: choices.costs,
  decimals: choices.decimals,
  rows: Object.fromEntries(
    rows.flatMap(({ id, label }) => {
      const choice = choices.rows[id]
      return choice && choice.role !== '' ? [[nameKey(label), choice]] : []
    }),
  ),
})

/** Ends an import without a proposal. */
export async function dropImport(actor: Actor, uploadId: string): Promise<Outcome<null>> {
  if (!can(actor, 'create-proposal')) return forbidden
  return (await deleteUpload(actor, uploadId)) ? done(null) : notFound
}
