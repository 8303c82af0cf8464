import { can, type Actor } from '~/group/policy'
import { done, forbidden, notFound, refused, type Outcome } from '~/outcome'
import { loadDraft, loadStatus } from '~/proposal/store.server'
import type { Choices } from './choices'
import { knownFrom, type Known } from './edition-lines'
import { guessChoices, guessAgain } from './guess-choices'
import type { OpenImport } from './open-import'
import { readUpload } from './read-upload.server'
import { uploadLimits, type Sheet } from './sheet'
import { rowsOf } from './source-row'
import {
  deleteUpload,
  insertUpload,
  loadMemory,
  loadUpload,
  saveChoices,
  type StoredUpload,
  type UploadedFile,
} from './upload-store.server'

const invalid = (message: string, field = 'file') => refused({ kind: 'invalid', field, message })

/** What an import leads to: a proposal of this title, or a newer edition beside the base of one that there is. */
export type Aim = { readonly title: string } | { readonly proposalId: string }

/** Whether the member may take an import there: a secretary begins proposals, whoever may move one reads editions in. */
async function mayImport(actor: Actor, proposalId: string | null): Promise<Outcome<null>> {
  if (proposalId === null) return can(actor, 'create-proposal') ? done(null) : forbidden
  const status = await loadStatus(actor, proposalId)
  if (!status) return notFound
  return can(actor, 'rebase', status) ? done(null) : forbidden
}

/**
 * Begins an import: reads the files, guesses how, and keeps them for the steps that follow. A framework in JSON needs no
 * steps: its text is given back.
 */
export async function startImport(
  actor: Actor,
  files: readonly UploadedFile[],
  aim: Aim,
  now: Date,
): Promise<Outcome<{ uploadId: string } | { json: string }>> {
  const proposalId = 'proposalId' in aim ? aim.proposalId : null
  const may = await mayImport(actor, proposalId)
  if (!may.ok) return may
  const read = sheetsOf(files)
  if (!read.ok) return read
  if ('json' in read.value) return done(read.value)
  const begun = await begin(actor, aim)
  if (!begun) return notFound
  const guessed = guessChoices(read.value.sheets, begun.known)
  const choices = { ...guessed, particulars: begun.particulars }
  return done({ uploadId: await insertUpload(actor, { files, choices, proposalId }, now) })
}

type Begun = { readonly known: Known | null; readonly particulars: Choices['particulars'] }

/** What is known before the files are: of the latest municipality's tables, or of the base that gets a newer edition. */
async function begin(actor: Actor, aim: Aim): Promise<Begun | null> {
  if ('title' in aim) {
    const memory = await loadMemory(actor, null)
    const { municipalityId = '', municipality = '' } = memory ?? {}
    const particulars = { title: aim.title, municipalityId, municipality }
    return { known: memory?.remembered ?? null, particulars }
  }
  const draft = await loadDraft(actor, aim.proposalId)
  if (!draft) return null
  const { municipality, constructed } = draft.framework
  const memory = await loadMemory(actor, municipality.id)
  return {
    known: knownFrom(draft.framework, memory?.remembered ?? null),
    particulars: {
      municipalityId: municipality.id,
      municipality: municipality.name,
      constructed: constructed ? 'on' : '',
    },
  }
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
  const upload = await loadUpload(actor, uploadId, now)
  const may = await mayImport(actor, upload?.proposalId ?? null)
  if (!may.ok) return may
  if (!upload) return notFound
  const { proposalId } = upload
  if (proposalId === null) return opened(upload, null)
  const draft = await loadDraft(actor, proposalId)
  return draft ? opened(upload, { proposalId, base: draft.framework }) : notFound
}

function opened(
  { id, files, choices }: StoredUpload,
  edition: OpenImport['edition'],
): Outcome<OpenImport> {
  const read = sheetsOf(files)
  if (!read.ok) return read
  if ('json' in read.value) return notFound
  const { sheets } = read.value
  const rows = rowsOf(sheets, choices.tables, choices.budgetYear)
  return done({ id, files: files.map(({ name }) => name), sheets, rows, choices, edition })
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
  { sheets, edition }: OpenImport,
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
  const remembered = memory?.remembered ?? null
  const known = edition ? knownFrom(edition.base, remembered) : remembered
  const guessed = guessAgain(sheets, known, after)
  if (isMoved && memory) return { ...guessed, unit: memory.remembered.unit }
  return { ...guessed, rows: { ...guessed.rows, ...settledRows(guessed, before) } }
}

/** Rows that are there still keep what was chosen for them. */
const settledRows = (guessed: Choices, before: Choices): Choices['rows'] =>
  Object.fromEntries(
    Object.entries(before.rows).filter(([id, { role }]) => role !== '' && id in guessed.rows),
  )

/** Ends an import without a framework; tells what it was for. */
export async function dropImport(
  actor: Actor,
  uploadId: string,
  now: Date,
): Promise<Outcome<{ proposalId: string | null }>> {
  const upload = await loadUpload(actor, uploadId, now)
  const may = await mayImport(actor, upload?.proposalId ?? null)
  if (!may.ok) return may
  return upload && (await deleteUpload(actor, uploadId))
    ? done({ proposalId: upload.proposalId })
    : notFound
}
