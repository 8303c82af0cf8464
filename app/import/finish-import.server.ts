import type { Framework } from '~/budget/framework'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { createProposal } from '~/proposal/create-proposal.server'
import { proposeEdition } from '~/proposal/propose-edition.server'
import { buildFramework } from './build-framework'
import type { Choices, Remembered } from './choices'
import { asEditionOf } from './edition-lines'
import { nameKey } from './guess-rows'
import { openImport } from './import-steps.server'
import type { OpenImport } from './open-import'
import type { SourceRow } from './source-row'
import { deleteUpload, saveMemory } from './upload-store.server'

/** Where an import ended: a new proposal's budget, or the page of the edition that lies beside a proposal's base. */
export type Finished = { readonly proposalId: string; readonly page: 'budget' | 'rebase' }

/**
 * Makes the proposal, or lays the edition beside the base: the framework, what is remembered of the municipality's tables,
 * and the end of the upload, all in one transaction. What stands in the way is told, and nothing is stored.
 */
export async function finishImport(
  actor: Actor,
  uploadId: string,
  now: Date,
): Promise<Outcome<Finished>> {
  const open = await openImport(actor, uploadId, now)
  if (!open.ok) return open
  const { rows, choices, edition } = open.value
  const built = buildFramework(rows, choices, edition?.base ?? null)
  if (!built.ok) {
    const [field, message] = Object.entries(built.fields)[0] ?? ['tables', built.faults[0] ?? '']
    return refused({ kind: 'invalid', field, message })
  }
  try {
    return await store(actor, open.value, built.framework, async tx => {
      if (!(await deleteUpload(actor, uploadId, tx))) throw new UploadGone()
      const remembered = rememberedOf(rows, choices)
      const { id, name } = built.framework.municipality
      await saveMemory(actor, { municipalityId: id, municipality: name, remembered }, now, tx)
    })
  } catch (error) {
    if (error instanceof UploadGone) return notFound
    throw error
  }
}

/** Somebody finished the same import at the same time. */
class UploadGone extends Error {}

async function store(
  actor: Actor,
  { edition, choices }: OpenImport,
  framework: Framework,
  also: (tx: Database) => Promise<void>,
): Promise<Outcome<Finished>> {
  if (edition) {
    const { proposalId, base } = edition
    const laid = await proposeEdition(actor, proposalId, asEditionOf(base, framework), also)
    return laid.ok ? done({ proposalId, page: 'rebase' }) : laid
  }
  const title = choices.particulars.title ?? ''
  const created = await createProposal(actor, { title, framework }, also)
  return created.ok ? done({ ...created.value, page: 'budget' }) : created
}

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
