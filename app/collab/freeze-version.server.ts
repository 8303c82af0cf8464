import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { canonicalJson } from '~/proposal/canonical'
import { changeProposal } from '~/proposal/change-store.server'
import { sha256 } from '~/proposal/hash.server'
import { chosenRivals } from '~/proposal/rival-store.server'
import { snapshotImages } from '~/proposal/image-store.server'
import { imagesIn } from '~/proposal/images'
import { Snapshot, type SnapshotImage } from '~/proposal/snapshot'
import { loadDraft } from '~/proposal/store.server'
import { insertVersion, takenByVersions } from '~/proposal/version-store.server'
import { dateInSweden } from '~/ui/date'
import { snapshotOf } from './load-snapshot.server'
import { loadEditorContents } from './section-store.server'

type FreezeVersion = {
  readonly proposalId: string
  readonly name: string
  /** The ids of the other proposals that the version is printed beside; none where none is said. */
  readonly rivals?: readonly string[]
  readonly now: Date
}

/**
 * Freezes the proposal as it is now under a name of its own: the canonical JSON of text, figures and goals together,
 * with its SHA-256. While it is read nobody changes a figure, and of the text it has all that has been acknowledged.
 */
export async function freezeVersion(
  actor: Actor,
  version: FreezeVersion,
): Promise<Outcome<{ versionId: string }>> {
  return changeProposal(actor, version.proposalId, 'freeze-version', tx =>
    freezeInside(actor, version, tx),
  )
}

/** The step inside a change: what is handed in is frozen too. */
export async function freezeInside(
  actor: Actor,
  { proposalId, name, rivals: chosen = [], now }: FreezeVersion,
  tx: Database,
): Promise<Outcome<{ versionId: string }>> {
  const taken = await takenByVersions(actor, proposalId, tx)
  if (taken.some(version => sameName(version.name, name))) return nameTaken(name)
  const content = await contentNow(actor, proposalId, tx)
  if (!content.ok) return content
  const rivals = await chosenRivals(actor, proposalId, chosen, tx)
  if (!rivals) return rivalGone
  const beside = { ...content.value.snapshot, ...(rivals.length > 0 && { rivals }) }
  const held = { ...content.value, snapshot: beside }
  const frozen = { proposalId, name, now, automatic: false, lasting: true }
  return storeVersion(actor, frozen, held, tx)
}

/** All that a version holds but its name and date. */
type Content = {
  readonly snapshot: Snapshot
  /** The sum of what is ours: other proposals beside it do not change it. */
  readonly contentHash: string
  readonly editorContent: Record<string, { type: 'doc'; content: object[] }>
}

/** The proposal as it is inside a change, as a version would hold it. */
export async function contentNow(
  actor: Actor,
  proposalId: string,
  tx: Database,
): Promise<Outcome<Content>> {
  const draft = await loadDraft(actor, proposalId, tx)
  if (!draft) return notFound
  const texts = await loadEditorContents(actor, proposalId)
  const written = snapshotOf(draft, texts)
  const names = written.sections.flatMap(({ content }) => imagesIn(content))
  const images = await snapshotImages(
    actor,
    names.map(({ sha256: name }) => name),
    tx,
  )
  const held = Object.keys(images).length > 0 ? { ...written, images } : written
  const snapshot = Snapshot.safeParse(held)
  if (!snapshot.success || imageBytes(images) > imageLimit) return tooLarge
  return done({
    snapshot: snapshot.data,
    contentHash: sha256(canonicalJson(snapshot.data)),
    editorContent: Object.fromEntries([...texts].map(([id, { editor }]) => [id, editor])),
  })
}

type Frozen = FreezeVersion & { readonly automatic: boolean; readonly lasting: boolean }

/** What the images of a version may take together, as base64. */
const imageLimit = 32 * 1024 * 1024

const imageBytes = (images: Record<string, SnapshotImage>): number =>
  Object.values(images).reduce((sum, { base64 }) => sum + base64.length, 0)

/** Stores what was read inside the same change as a version. The caller has found a free name. */
export async function storeVersion(
  actor: Actor,
  { proposalId, name, now, automatic, lasting }: Frozen,
  { snapshot, contentHash, editorContent }: Content,
  tx: Database,
): Promise<Outcome<{ versionId: string }>> {
  const taken = await takenByVersions(actor, proposalId, tx)
  const number = Math.max(0, ...taken.map(version => version.number)) + 1
  const frozen = { ...snapshot, version: { number, name }, frozenOn: dateInSweden(now) }
  const bytes = canonicalJson(frozen)
  const versionId = newId()
  const sums = { sha256: sha256(bytes), contentHash }
  const version = { id: versionId, number, name, bytes, ...sums, editorContent, automatic, lasting }
  await insertVersion(actor, proposalId, { ...version, frozenAt: now }, tx)
  return done({ versionId })
}

const sameName = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase('sv') === b.trim().toLocaleLowerCase('sv')

const rivalGone = refused({
  kind: 'invalid',
  field: 'rivals',
  message: 'Ett av förslagen att jämföra med finns inte längre. Välj igen.',
})

const nameTaken = (name: string) =>
  refused({
    kind: 'invalid',
    field: 'name',
    message: `Det finns redan en version som heter ”${name}”. Välj ett annat namn.`,
  })

const tooLarge = refused({
  kind: 'invalid',
  message:
    'Förslaget är större än vad en version rymmer. Korta texten, eller ta bort bilder, och försök igen.',
})
