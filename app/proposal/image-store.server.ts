import { z } from 'zod'
import { db, type Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import type { ImageType } from './image-file'
import { SnapshotImage } from './snapshot'

export type StoredImage = {
  readonly type: ImageType
  readonly content: Uint8Array<ArrayBuffer>
}

const Type = SnapshotImage.shape.type

/** Keeps an image under its name; one that the group has already is the same. */
export async function insertImage(
  tx: Database,
  { groupId, memberId }: Actor,
  sha256: string,
  { type, content }: StoredImage,
): Promise<void> {
  await tx.image.createMany({
    data: [{ groupId, memberId, sha256, type, content, size: content.length }],
    skipDuplicates: true,
  })
}

/** How many bytes of images the group has. */
export async function imagesTake(tx: Database, { groupId }: Actor): Promise<number> {
  const { _sum } = await tx.image.aggregate({ where: { groupId }, _sum: { size: true } })
  return _sum.size ?? 0
}

/** An image of the actor's own group; null where it has none of that name. */
export async function findImage(
  { groupId }: Actor,
  sha256: string,
  database: Database = db,
): Promise<StoredImage | null> {
  const row = await database.image.findUnique({
    where: { groupId_sha256: { groupId, sha256 } },
    select: { type: true, content: true },
  })
  return row && { type: Type.parse(row.type), content: Uint8Array.from(row.content) }
}

const Images = z.record(z.string(), SnapshotImage)

/** The named images of the actor's group as a snapshot holds them; those that it has not are left out. */
export async function snapshotImages(
  { groupId }: Actor,
  names: readonly string[],
  tx: Database,
): Promise<Record<string, SnapshotImage>> {
  if (names.length === 0) return {}
  const rows = await tx.image.findMany({ where: { groupId, sha256: { in: [...names] } } })
  return Images.parse(
    Object.fromEntries(
      rows.map(({ sha256, type, content }) => [
        sha256,
        { type, base64: Buffer.from(content).toString('base64') },
      ]),
    ),
  )
}
