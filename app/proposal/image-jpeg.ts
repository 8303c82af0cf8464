import { joined, viewOf } from './image-bytes'
import type { Picture } from './image-file'

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, exif: 0xe1, profile: 0xe2 }

/** Frames, tables and restarts make the picture, JFIF, a colour profile and Adobe's say how it is shown; the rest goes. */
const isKept = (code: number, segment: Uint8Array): boolean =>
  (code >= 0xc0 && code <= 0xcf) ||
  (code >= 0xda && code <= 0xdd) ||
  code === 0xe0 ||
  code === 0xee ||
  (code === marker.profile && textAt(segment, 4, 'ICC_PROFILE'))

const isFrame = (code: number): boolean =>
  code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc

const textAt = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0))

/** A JPEG, segment by segment (ITU-T T.81, B). How it is turned is kept of what the camera wrote, and nothing else. */
export function readJpeg(bytes: Uint8Array): Picture {
  const view = viewOf(bytes)
  const parts = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | null = null
  let hasScan = false
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return 'broken'
    const code = bytes[at + 1] ?? 0
    if (code === 0xff) {
      at++
      continue
    }
    // what follows the end is another picture, or none
    if (code === marker.end)
      return size && hasScan
        ? { ...size, bytes: joined([...parts, bytes.subarray(at, at + 2)]) }
        : 'broken'
    if (at + 4 > bytes.length) return 'broken'
    let end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length || end < at + 4) return 'broken'
    const segment = bytes.subarray(at, end)
    if (isFrame(code)) {
      const read = segment.length >= 10 ? sizeIn(view, at) : null
      if (!read || size) return 'broken'
      size = read
    }
    if (code === marker.exif) parts.push(...turned(segment))
    if (code === marker.scan) {
      hasScan = true
      end = afterScan(bytes, end)
    }
    if (isKept(code, segment)) parts.push(bytes.subarray(at, end))
    at = end
  }
  return 'broken'
}

function sizeIn(view: DataView, at: number) {
  const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
  return width > 0 && height > 0 ? { width, height } : null
}

/** The data of a scan ends where a marker begins that is no restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const code = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return at
  }
  return bytes.length
}

const orientationTag = 0x0112

/** A segment that says nothing but how the picture is turned; none where it stands upright. */
function turned(segment: Uint8Array): Uint8Array[] {
  if (!textAt(segment, 4, 'Exif') || segment.length < 18) return []
  const tiff = segment.subarray(10)
  const view = viewOf(tiff)
  const little = textAt(tiff, 0, 'II')
  const directory = view.getUint32(4, little)
  if (directory + 2 > tiff.length) return []
  const entries = view.getUint16(directory, little)
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * 12
    if (at + 12 > tiff.length) return []
    if (view.getUint16(at, little) !== orientationTag) continue
    const turn = view.getUint16(at + 8, little)
    return turn >= 2 && turn <= 8 ? [orientation(turn)] : []
  }
  return []
}

/** An APP1 segment whose one TIFF entry is the orientation. */
const orientation = (turn: number): Uint8Array =>
  bytesOf(`ffe100224578696600004d4d002a000000080001011200030000000100${`0${turn}`}000000000000`)

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], byte => Number.parseInt(byte, 16))
