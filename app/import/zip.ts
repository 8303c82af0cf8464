import { Unreadable, uploadLimits } from './sheet'

/** One file in the archive, as its directory says it is: nothing is unpacked to learn this. */
export type Part = {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly packed: number
  readonly unpacked: number
  readonly crc: number
  /** Where its local header begins. */
  readonly at: number
}

const endMark = 0x06054b50
const directoryMark = 0x02014b50
const localMark = 0x04034b50

const damaged = () =>
  new Unreadable('Filen är skadad eller avbruten. Spara om den i kalkylprogrammet och försök igen.')

/**
 * The archive's directory, judged before anything is unpacked: how many files, how much they grow, and names that stay
 * inside the archive.
 * @throws Unreadable
 */
export function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfArchive(view)
  const count = view.getUint16(end + 10, true)
  if (count > uploadLimits.parts)
    throw new Unreadable(`Filen innehåller fler än ${uploadLimits.parts} delar och läses inte.`)
  const parts = new Map<string, Part>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    const { part, next } = readEntry(bytes, view, at)
    if (parts.has(part.name)) throw damaged()
    parts.set(part.name, part)
    at = next
  }
  const unpacked = [...parts.values()].reduce((total, part) => total + part.unpacked, 0)
  if (unpacked > uploadLimits.unpackedBytes) throw tooLarge()
  return parts
}

export const tooLarge = () =>
  new Unreadable(
    'Filen växer till mer än 30 MB när den packas upp och läses därför inte. Spara bara bladet med budgetramen.',
  )

function endOfArchive(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === endMark) return at
  throw damaged()
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { part: Part; next: number } {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryMark) throw damaged()
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > bytes.length) throw damaged()
  const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd))
  requireInside(name)
  if (view.getUint16(at + 8, true) & 1)
    throw new Unreadable('Filen är skyddad med lösenord. Ta bort skyddet och spara igen.')
  const method = view.getUint16(at + 10, true)
  if (method !== 0 && method !== 8) throw damaged()
  const part: Part = {
    name,
    method: method === 0 ? 'stored' : 'deflated',
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  }
  return { part, next }
}

function requireInside(name: string) {
  if (/^[/\\]|\\|^[a-z]:|(^|\/)\.\.(\/|$)|\0/i.test(name))
    throw new Unreadable(
      'Filen innehåller sökvägar som leder ut ur den och läses inte. Spara om den i kalkylprogrammet.',
    )
}

/** The part's packed bytes, which its local header stands before. @throws Unreadable */
export function packedBytes(bytes: Uint8Array, part: Part): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.at + 30 > bytes.length || view.getUint32(part.at, true) !== localMark) throw damaged()
  const start =
    part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true)
  if (start + part.packed > bytes.length) throw damaged()
  return bytes.subarray(start, start + part.packed)
}
