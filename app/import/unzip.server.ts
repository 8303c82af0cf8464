import { inflateRawSync } from 'node:zlib'
import { Unreadable } from './sheet'
import { packedBytes, readDirectory, tooLarge } from './zip'

/**
 * The texts of an archive, each unpacked when it is asked for and never past the size that its directory tells: a
 * directory that lies is refused.
 * @throws Unreadable
 */
export function openArchive(bytes: Uint8Array): (name: string) => string | null {
  const parts = readDirectory(bytes)
  return name => {
    const part = parts.get(name)
    if (!part) return null
    const packed = packedBytes(bytes, part)
    const text = part.method === 'stored' ? packed : inflate(packed, part.unpacked)
    if (text.length !== part.unpacked) throw tooLarge()
    return new TextDecoder().decode(text)
  }
}

function inflate(packed: Uint8Array, limit: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge()
    throw new Unreadable(
      'Filen är skadad och går inte att packa upp. Spara om den i kalkylprogrammet.',
    )
  }
}
