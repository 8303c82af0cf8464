import { deflateSync, crc32 } from 'node:zlib'

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([bytesOf(name), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

/** A grey PNG that says of itself what is wanted; `more` stands between its head and its picture. */
export function pngOf(
  width: number,
  height: number,
  more: readonly (readonly [string, string])[] = [],
) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(Math.min(height, 2000) * (Math.min(width, 2000) + 1), 0)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...more.map(([name, text]) => chunk(name, bytesOf(text))),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** One black pixel, as a page sends it. */
export const onePixel = pngOf(1, 1).toString('base64')

/** A JPEG of one pixel. */
export const jpeg = Buffer.concat([
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////' +
      'wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  ),
  Buffer.from([0xff, 0xd9]),
])

/** The same with what a telephone writes: where it was, and how it was turned. */
export function jpegFrom(place: string, turn: number): Buffer {
  const entry = Buffer.from('01120003000000010000000000000000', 'hex')
  entry.writeUInt16BE(turn, 8)
  const tiff = Buffer.concat([Buffer.from('4d4d002a000000080001', 'hex'), entry, bytesOf(place)])
  const exif = Buffer.concat([bytesOf('Exif\0\0'), tiff])
  const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 0xff])
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, place.length + 2]), bytesOf(place)])
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, comment, jpeg.subarray(2)])
}

/** A WebP of one pixel, lossy and lossless. */
export const webps = [
  'UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=',
  'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==',
].map(text => Buffer.from(text, 'base64'))

/** The same in a canvas of its own, with what a camera writes. */
export function webpWith(name: 'EXIF' | 'ANIM', text: string, flags: number): Buffer {
  const part = (four: string, data: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(data.length)
    return Buffer.concat([bytesOf(four), size, data, Buffer.alloc(data.length % 2)])
  }
  const canvas = part('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  const body = Buffer.concat([
    bytesOf('WEBP'),
    canvas,
    webps[0]?.subarray(12) ?? Buffer.alloc(0),
    part(name, bytesOf(text)),
  ])
  return part('RIFF', body)
}
