import { can, type Actor } from '~/group/policy'
import { done, forbidden, refused, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { hashOf } from '~/proposal/hash.server'
import { imageLimits, readImage } from '~/proposal/image-file'
import { imagesTake, insertImage } from '~/proposal/image-store.server'
import { canBeSet } from './typeset.server'

export type AddedImage = {
  readonly sha256: string
  readonly width: number
  readonly height: number
}

/** What a group's images may take together, in bytes. */
const groupLimit = 200 * 1024 * 1024

/**
 * Takes in an image for the texts of a proposal: only what the document can print, without what the camera wrote. The
 * same image again is the same name.
 */
export async function addImage(
  actor: Actor,
  proposalId: string,
  base64: string,
): Promise<Outcome<AddedImage>> {
  if (!can(actor, 'write-text')) return forbidden
  const read = readImage(bytesOf(base64))
  if (!read.ok) return read
  const { type, bytes, width, height } = read.value
  const sha256 = hashOf(bytes)
  return changeProposal(actor, proposalId, 'write-text', async tx => {
    if ((await imagesTake(tx, actor)) + bytes.length > groupLimit) return full
    // it is decoded by the compiler alone, in its own process
    if (!(await canBeSet(`${sha256}.${type}`, bytes))) return unreadable
    await insertImage(tx, actor, sha256, { type, content: bytes })
    return done({ sha256, width, height })
  })
}

/** A longer text than the largest file makes is cut: its size alone refuses it. */
const bytesOf = (base64: string): Uint8Array =>
  Buffer.from(base64.slice(0, imageLimits.bytes * 2), 'base64')

const full = refused({
  kind: 'conflict',
  message:
    'Gruppens bilder är tillsammans större än 200 MB. Bilden är inte sparad: använd en som redan finns.',
})

const unreadable = refused({
  kind: 'invalid',
  field: 'image',
  message:
    'Bilden går inte att läsa. Öppna den i ett bildprogram, spara den på nytt och välj den igen.',
})
