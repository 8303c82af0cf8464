import { joined, nameAt, viewOf } from './image-bytes'
import type { Picture } from './image-file'

/** The chunks that make the picture; texts, times and what a camera wrote are none of them (PNG, 3rd edition, 11). */
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs sPLT hIST'.split(' '),
)
const head = 8
const around = 12

/** A PNG, chunk by chunk: it begins with its measures and ends with its end. */
export function readPng(bytes: Uint8Array): Picture {
  const view = viewOf(bytes)
  const parts = [bytes.subarray(0, head)]
  let hasData = false
  for (let at = head; at + around <= bytes.length;) {
    const end = at + around + view.getUint32(at)
    const name = nameAt(bytes, at + 4)
    if (end > bytes.length || (at === head) !== (name === 'IHDR')) return 'broken'
    if (name === 'acTL') return 'moving'
    if (kept.has(name)) parts.push(bytes.subarray(at, end))
    hasData ||= name === 'IDAT'
    if (name === 'IEND') return hasData ? measured(view, parts) : 'broken'
    at = end
  }
  return 'broken'
}

function measured(view: DataView, parts: readonly Uint8Array[]): Picture {
  const [width, height] = [view.getUint32(head + 8), view.getUint32(head + 12)]
  return width > 0 && height > 0 ? { width, height, bytes: joined(parts) } : 'broken'
}
