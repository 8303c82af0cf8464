import { can, type Actor } from '~/group/policy'
import { once } from '~/once.server'
import { done, forbidden, refused, type Outcome } from '~/outcome'
import { checkSnapshot, isOk } from '~/proposal/check'
import type { Snapshot } from '~/proposal/snapshot'
import { keepForGood, loadVersion, type Version } from '~/proposal/version-store.server'
import { exportPart, type Part } from './pdf.server'
import type { Pdf, Progress } from './typeset.server'

/** An export that runs or has ended. The outcome is null until it has. */
export type Job = {
  progress: Progress
  outcome: Outcome<Pdf> | null
  readonly ended: Promise<Outcome<Pdf>>
}

type ExportVersion = {
  readonly proposalId: string
  readonly versionId: string
  readonly part: Part
}

/** A version's sum and part say what its bytes are, so a finished export serves whoever may ask for it again. */
const jobs = once('exports', () => new Map<string, Job>())
const keptJobs = 12

/**
 * Starts the export of a version, or joins the one that runs. Only who may export; the document only of a version
 * whose checks let it through, while the check report is there to say why not.
 */
export async function exportVersion(
  actor: Actor,
  { proposalId, versionId, part }: ExportVersion,
): Promise<Outcome<{ version: Version; job: Job }>> {
  if (!can(actor, 'export')) return forbidden
  const version = await loadVersion(actor, proposalId, versionId)
  if (!version.ok) return version
  const { snapshot } = version.value
  if (part === 'document' && !isOk(checkSnapshot(snapshot))) return blocked
  await keepForGood(actor, versionId)
  return done({ version: version.value, job: startOrJoin(version.value.sha256, snapshot, part) })
}

const blocked = refused({
  kind: 'conflict',
  message:
    'Versionen har fel som stoppar export. De står på exportsidan, med länk till var de rättas.',
})

/** How the export of a version's part stands; null where none was started. */
export const jobOf = (sha256: string, part: Part): Job | null =>
  jobs.get(keyOf(sha256, part)) ?? null

const keyOf = (sha256: string, part: Part): string => `${part} ${sha256}`

function startOrJoin(sha256: string, snapshot: Snapshot, part: Part): Job {
  const key = keyOf(sha256, part)
  const present = jobs.get(key)
  if (present && present.outcome?.ok !== false) return present
  const job = start(snapshot, part)
  jobs.set(key, job)
  forgetOldest()
  return job
}

/** Nobody may be waiting when it ends, so whatever happens is an outcome and never an error in the air. */
function start(snapshot: Snapshot, part: Part): Job {
  const told: { progress: Progress; outcome: Outcome<Pdf> | null } = {
    progress: { step: 'Väntar på sin tur', percent: 0 },
    outcome: null,
  }
  const work = async () => {
    const onProgress = (progress: Progress) => {
      told.progress = progress
    }
    try {
      told.outcome = await exportPart(snapshot, part, { onProgress })
    } catch (error) {
      console.error('Exporten avbröts:', error)
      told.outcome = broken
    }
    return told.outcome
  }
  return Object.assign(told, { ended: work() })
}

const broken = refused({
  kind: 'conflict',
  message: 'Ett fel i programmet avbröt exporten. Försök igen; versionen är oförändrad.',
})

/** Finished exports are kept for a while, running ones always. */
function forgetOldest(): void {
  for (const [key, job] of jobs) {
    if (jobs.size <= keptJobs) return
    if (job.outcome) jobs.delete(key)
  }
}
