import { z } from 'zod'
import { db, type Database } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import type { Actor } from '~/group/policy'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { sha256 } from './hash.server'
import { Snapshot } from './snapshot'
import { thinnedOut } from './thinning'

/** Who froze what no member did. */
export const appName = 'Skuggbudget'

/** A frozen version. `bytes` are the snapshot's canonical bytes as text, exactly as hashed and exported. */
export type Version = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly sha256: string
  readonly frozenAt: Date
  readonly frozenBy: string
  /** Frozen by the app itself. */
  readonly automatic: boolean
  readonly bytes: string
  readonly snapshot: Snapshot
}

/** The versions of a proposal of the actor's group, the latest first; the ones whose content cannot be trusted as faults. */
export async function listVersions(
  actor: Actor,
  proposalId: string,
): Promise<{ id: string; name: string; version: Outcome<Version> }[]> {
  const rows = await db.version.findMany({
    where: { proposalId, groupId: actor.groupId },
    orderBy: { number: 'desc' },
  })
  const names = await namesOf(actor, rows)
  return rows.map(row => ({ id: row.id, name: row.name, version: verified(row, names) }))
}

/** How many versions of the proposal are frozen. */
export const countVersions = ({ groupId }: Actor, proposalId: string): Promise<number> =>
  db.version.count({ where: { proposalId, groupId } })

/** One version, its content checked against its sum; a fault where it is not the group's, or has been tampered with. */
export async function loadVersion(
  actor: Actor,
  proposalId: string,
  versionId: string,
): Promise<Outcome<Version>> {
  const row = await db.version.findFirst({
    where: { id: versionId, proposalId, groupId: actor.groupId },
  })
  return row ? verified(row, await namesOf(actor, [row])) : notFound
}

/** Names and numbers that the proposal's versions have taken. */
export const takenByVersions = (
  actor: Actor,
  proposalId: string,
  database: Database,
): Promise<{ name: string; number: number }[]> =>
  database.version.findMany({
    where: { proposalId, groupId: actor.groupId },
    select: { name: true, number: true },
  })

/**
 * The id of a version that has just this content, whatever it is called, and is kept for good where that is asked for;
 * null where there is none.
 */
export async function versionWithContent(
  actor: Actor,
  proposalId: string,
  { contentHash, lasting }: { readonly contentHash: string; readonly lasting: boolean },
  database: Database,
): Promise<string | null> {
  const row = await database.version.findFirst({
    where: { proposalId, groupId: actor.groupId, contentHash, ...(lasting && { lasting }) },
    select: { id: true },
  })
  return row?.id ?? null
}

const EditorContent = z.record(
  z.string(),
  z.object({ type: z.literal('doc'), content: z.array(z.looseObject({})) }),
)

/** Each section's document as the editor had it, by section, with the marks that the snapshot leaves out. */
export async function loadEditorContent(actor: Actor, proposalId: string, versionId: string) {
  const row = await db.version.findFirst({
    where: { id: versionId, proposalId, groupId: actor.groupId },
    select: { editorContent: true },
  })
  return new Map(Object.entries(EditorContent.parse(row?.editorContent ?? {})))
}

/** Stores a version. The caller holds the proposal's lock and has checked the name. */
export async function insertVersion(
  { groupId, memberId }: Actor,
  proposalId: string,
  version: {
    readonly id: string
    readonly number: number
    readonly name: string
    readonly bytes: string
    readonly sha256: string
    readonly contentHash: string
    /** Frozen by the app itself. */
    readonly automatic: boolean
    /** Kept for good though it is automatic. */
    readonly lasting: boolean
    /** Each section's document as the editor has it, with the marks that the snapshot leaves out: for restore. */
    readonly editorContent: Prisma.InputJsonObject
    readonly frozenAt: Date
  },
  database: Database,
): Promise<void> {
  const { bytes, ...rest } = version
  await database.version.create({
    data: { ...rest, snapshot: bytes, groupId, proposalId, frozenById: memberId },
  })
}

/** Keeps a version for good, though it is automatic. */
export async function keepForGood(
  { groupId }: Actor,
  versionId: string,
  database: Database = db,
): Promise<void> {
  await database.version.updateMany({
    where: { id: versionId, groupId, lasting: false },
    data: { lasting: true },
  })
}

/** Takes away the automatic versions of the proposal that are not kept any more. @returns how many. */
export async function thinVersions(
  { groupId }: Actor,
  proposalId: string,
  now: Date,
  database: Database,
): Promise<number> {
  const passing = { groupId, proposalId, automatic: true, lasting: false }
  const versions = await database.version.findMany({
    where: passing,
    select: { id: true, frozenAt: true },
  })
  const { count } = await database.version.deleteMany({
    where: { ...passing, id: { in: thinnedOut(versions, now) } },
  })
  return count
}

type Row = Awaited<ReturnType<Database['version']['findMany']>>[number]

function verified(row: Row, names: ReadonlyMap<string, string>): Outcome<Version> {
  const { id, number, name, frozenAt, snapshot: bytes } = row
  if (sha256(bytes) !== row.sha256)
    return refused({
      kind: 'conflict',
      message: `Versionen ”${name}” stämmer inte med sin kontrollsumma. Den visas och exporteras inte; återställ databasen från en säkerhetskopia.`,
    })
  return done({
    id,
    number,
    name,
    sha256: row.sha256,
    frozenAt,
    frozenBy: row.frozenById === '' ? appName : (names.get(row.frozenById) ?? 'En tidigare medlem'),
    automatic: row.automatic,
    bytes,
    snapshot: Snapshot.parse(JSON.parse(bytes)),
  })
}

async function namesOf(actor: Actor, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const members = await db.member.findMany({
    where: { groupId: actor.groupId, id: { in: rows.map(row => row.frozenById) } },
    select: { id: true, name: true },
  })
  return new Map(members.map(member => [member.id, member.name]))
}
