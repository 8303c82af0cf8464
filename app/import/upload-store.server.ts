import { db, type Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { Choices, Remembered } from './choices'

export type UploadedFile = { readonly name: string; readonly content: Uint8Array }

export type StoredUpload = {
  readonly id: string
  readonly files: readonly UploadedFile[]
  readonly choices: Choices
  /** The proposal that it is a newer edition for. */
  readonly proposalId: string | null
  readonly expiresAt: Date
}

const day = 86_400_000
/** How long an upload waits for its next step. */
const keptFor = 7 * day
/** How many a group may have waiting: the oldest give way. */
const keptAtMost = 10

/** Keeps an upload in the group's rows. What has expired in the group goes with it. */
export async function insertUpload(
  { groupId, memberId }: Actor,
  { files, choices, proposalId }: Pick<StoredUpload, 'files' | 'choices' | 'proposalId'>,
  now: Date,
): Promise<string> {
  const id = newId()
  await db.$transaction(async tx => {
    await tx.frameworkUpload.deleteMany({ where: { groupId, expiresAt: { lte: now } } })
    const kept = await tx.frameworkUpload.findMany({
      where: { groupId },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      skip: keptAtMost - 1,
      select: { id: true },
    })
    await tx.frameworkUpload.deleteMany({
      where: { groupId, id: { in: kept.map(upload => upload.id) } },
    })
    await tx.frameworkUpload.create({
      data: {
        id,
        groupId,
        memberId,
        proposalId,
        choices,
        createdAt: now,
        expiresAt: new Date(now.getTime() + keptFor),
        files: {
          create: files.map(({ name, content }, position) => ({
            id: newId(),
            groupId,
            position,
            name,
            content: Uint8Array.from(content),
          })),
        },
      },
    })
  })
  return id
}

/** The upload with its files; null where the actor's group has none with that id, or it has expired. */
export async function loadUpload(
  { groupId }: Actor,
  id: string,
  now: Date,
): Promise<StoredUpload | null> {
  const row = await db.frameworkUpload.findFirst({
    where: { id, groupId, expiresAt: { gt: now } },
    include: { files: { orderBy: { position: 'asc' } } },
  })
  return (
    row && {
      id: row.id,
      files: row.files.map(({ name, content }) => ({ name, content })),
      choices: Choices.parse(row.choices),
      proposalId: row.proposalId,
      expiresAt: row.expiresAt,
    }
  )
}

export async function saveChoices({ groupId }: Actor, id: string, choices: Choices): Promise<void> {
  await db.frameworkUpload.updateMany({ where: { id, groupId }, data: { choices } })
}

/** Takes the upload away; false where it is gone already. */
export async function deleteUpload(
  { groupId }: Actor,
  id: string,
  database: Database = db,
): Promise<boolean> {
  const { count } = await database.frameworkUpload.deleteMany({ where: { id, groupId } })
  return count === 1
}

export type Memory = {
  readonly municipalityId: string
  readonly municipality: string
  readonly remembered: Remembered
}

/** How the group read this municipality's tables last time, or the latest of any where none is named. */
export async function loadMemory(
  { groupId }: Actor,
  municipalityId: string | null,
): Promise<Memory | null> {
  const row = await db.importMemory.findFirst({
    where: { groupId, ...(municipalityId !== null && { municipalityId }) },
    orderBy: [{ updatedAt: 'desc' }, { municipalityId: 'asc' }],
  })
  const remembered = Remembered.safeParse(row?.remembered)
  if (!row || !remembered.success) return null
  const { municipality } = row
  return { municipalityId: row.municipalityId, municipality, remembered: remembered.data }
}

export async function saveMemory(
  { groupId }: Actor,
  { municipalityId, municipality, remembered }: Memory,
  now: Date,
  tx: Database,
): Promise<void> {
  const kept = { municipality, remembered, updatedAt: now }
  await tx.importMemory.upsert({
    where: { groupId_municipalityId: { groupId, municipalityId } },
    create: { groupId, municipalityId, ...kept },
    update: kept,
  })
}
