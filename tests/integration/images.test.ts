import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSection } from '~/collab/arrange-section.server'
import { freezeVersion } from '~/collab/freeze-version.server'
import { appendToLog } from '~/collab/log-store.server'
import { firstUpdate } from '~/collab/section-doc'
import { db } from '~/db.server'
import { addImage } from '~/export/add-image.server'
import { exportPdf } from '~/export/pdf.server'
import { findImage } from '~/proposal/image-store.server'
import { loadVersion } from '~/proposal/version-store.server'
import { jpegFrom, onePixel, pngOf } from '../images'
import { valueOf } from '../factories'
import { readPdf } from '../pdf-reader'
import { buildWorld, type World } from './world'

let ours: World
let rivals: World

beforeAll(async () => {
  ours = await buildWorld('Partigruppen')
  rivals = await buildWorld('Rivalerna')
}, 240_000)
afterAll(() => db.$disconnect())

const add = (bytes: Buffer, world = ours) =>
  addImage(world.all, world.ids.proposalId, bytes.toString('base64'))
const countIn = ({ groupId }: World) => db.image.count({ where: { groupId } })

describe('an image', () => {
  test('is kept once, without what the camera wrote, for its own group alone', async () => {
    const before = await countIn(ours)
    const { sha256, width, height } = valueOf(await add(jpegFrom('N57 E12', 6)))
    expect([width, height]).toEqual([1, 1])
    expect(valueOf(await add(jpegFrom('N58 E13', 6))).sha256).toBe(sha256)
    expect(await countIn(ours)).toBe(before + 1)
    const kept = await findImage(ours.all, sha256)
    expect(kept?.type).toBe('jpeg')
    expect(Buffer.from(kept?.content ?? []).toString('latin1')).not.toContain('N57')
    expect(await findImage(rivals.all, sha256)).toBeNull()
  })

  test.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'ingen bild'],
    ['too many pixels', pngOf(30_000, 30_000), 'bildpunkter'],
    ['a cut file', pngOf(20, 20).subarray(0, 50), 'trasig'],
    ['what no program can decode', brokenPng(), 'går inte att läsa'],
    ['nothing', Buffer.alloc(0), 'ingen bild'],
    ['more than 4 MB', Buffer.alloc(5 * 1024 * 1024), 'Bilden är 5 MB'],
  ])('of %s is refused in words, and nothing is stored', async (_, bytes, said) => {
    const before = await countIn(ours)
    const answer = await add(bytes)
    expect(answer).toMatchObject({ ok: false, fault: { kind: 'invalid' } })
    expect(answer.ok ? '' : answer.fault.message).toContain(said)
    expect(await countIn(ours)).toBe(before)
  })

  test('is no reviewer’s to add, nor anybody’s once the proposal is locked', async () => {
    const { reviewer } = ours.members
    if (!reviewer) throw new Error('there is a reviewer')
    expect(await addImage(reviewer, ours.ids.proposalId, onePixel)).toMatchObject({
      ok: false,
      fault: { kind: 'forbidden' },
    })
    const { proposalId } = ours.sibling
    await db.proposal.update({ where: { id: proposalId }, data: { status: 'locked' } })
    expect(await addImage(ours.all, proposalId, onePixel)).toMatchObject({
      ok: false,
      fault: { kind: 'forbidden' },
    })
  })

  test('is frozen with the text, and printed from the version alone', async () => {
    const { proposalId } = ours.ids
    const { groupId, memberId } = ours.all
    const image = valueOf(await add(pngOf(60, 40)))
    const { sectionId } = valueOf(await addSection(ours.all, proposalId, 'Bilder'))
    const attrs = { ...image, alt: 'Skolgården i maj' }
    const update = firstUpdate({ type: 'doc', content: [{ type: 'image', attrs }] })
    await appendToLog({ groupId, memberId, sectionId, update })
    const frozen = await freezeVersion(ours.all, { proposalId, name: 'Med bild', now: new Date() })
    const { versionId } = valueOf(frozen)
    const { snapshot } = valueOf(await loadVersion(ours.all, proposalId, versionId))
    expect(Object.keys(snapshot.images ?? {})).toEqual([image.sha256])
    await db.image.deleteMany({ where: { groupId } })
    const { alternatives } = await readPdf(valueOf(await exportPdf(snapshot)))
    expect(alternatives).toContain('Skolgården i maj')
  }, 60_000)
})

/** Whole by its chunks, and rubbish inside. */
function brokenPng(): Buffer {
  const bytes = Buffer.from(pngOf(20, 20))
  bytes.fill(7, 45, 55)
  return bytes
}
