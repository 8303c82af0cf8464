import { joined, nameAt, viewOf } from './image-bytes'
import type { Picture } from './image-file'

const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'])
const head = 12

/** What a `VP8X` says that the file also holds: what a camera wrote, twice, and that it moves (WebP container, 2.7). */
const flags = { exif: 0x08, xmp: 0x04, moves: 0x02 }

type Size = { readonly width: number; readonly height: number }

/** A WebP, chunk by chunk. Its measures stand in the picture and, where there is one, in the canvas: they are the same. */
export function readWebp(bytes: Uint8Array): Picture {
  const view = viewOf(bytes)
  if (bytes.length < head + 8) return 'broken'
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return 'broken'
  const parts: Uint8Array[] = []
  let canvas: Size | null = null
  let picture: Size | null = null
  for (let at = head; at + 8 <= end;) {
    const size = view.getUint32(at + 4, true)
    const next = at + 8 + size + (size % 2)
    if (next > end) return 'broken'
    const name = nameAt(bytes, at)
    const chunk = bytes.slice(at, next)
    if (name === 'ANIM' || name === 'ANMF') return 'moving'
    if (name === 'VP8X') {
      if (size < 10 || at !== head) return 'broken'
      const said = chunk[8] ?? 0
      if (said & flags.moves) return 'moving'
      chunk[8] = said & ~(flags.exif | flags.xmp)
      canvas = { width: 1 + threeBytes(chunk, 12), height: 1 + threeBytes(chunk, 15) }
    }
    if (name === 'VP8 ' || name === 'VP8L') {
      if (picture) return 'broken'
      picture = name === 'VP8 ' ? lossy(chunk) : lossless(chunk)
      if (!picture) return 'broken'
    }
    if (kept.has(name)) parts.push(chunk)
    at = next
  }
  if (!picture || (canvas && !same(canvas, picture))) return 'broken'
  return { ...picture, bytes: whole(parts) }
}

const same = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height

const threeBytes = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)

/** The head of a key frame (RFC 6386, 9.1). */
function lossy(chunk: Uint8Array): Size | null {
  if (chunk.length < 18 || threeBytes(chunk, 11) !== 0x2a019d) return null
  const view = viewOf(chunk)
  return sized(view.getUint16(14, true) & 0x3fff, view.getUint16(16, true) & 0x3fff)
}

function lossless(chunk: Uint8Array): Size | null {
  if (chunk.length < 13 || chunk[8] !== 0x2f) return null
  const bits = viewOf(chunk).getUint32(9, true)
  return sized(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff))
}

const sized = (width: number, height: number): Size | null =>
  width > 0 && height > 0 ? { width, height } : null

function whole(parts: readonly Uint8Array[]): Uint8Array {
  const start = Uint8Array.from('RIFF....WEBP', letter => letter.charCodeAt(0))
  const bytes = joined([start, ...parts])
  viewOf(bytes).setUint32(4, bytes.length - 8, true)
  return bytes
}
