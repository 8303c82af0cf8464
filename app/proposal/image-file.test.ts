import { describe, expect, test } from 'vitest'
import { jpeg, jpegFrom, pngOf, webps, webpWith } from '../../tests/images'
import { valueOf } from '../../tests/outcome-value'
import { readImage } from './image-file'

const plain = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const fault = (bytes: Uint8Array): string => {
  const read = readImage(bytes)
  return read.ok ? 'taken in' : read.fault.message
}

describe('an image that is taken in', () => {
  test.each([
    ['PNG', pngOf(640, 480), 'png', 640, 480],
    ['JPEG', jpeg, 'jpeg', 1, 1],
    ['lossy WebP', webps[0] ?? jpeg, 'webp', 1, 1],
    ['lossless WebP', webps[1] ?? jpeg, 'webp', 1, 1],
  ])('as %s is known by its content', (_, bytes, type, width, height) => {
    expect(valueOf(readImage(bytes))).toMatchObject({ type, width, height })
  })

  test.each([
    [
      'a PNG',
      pngOf(2, 2, [
        ['tEXt', 'Comment\0N57 E12'],
        ['eXIf', 'N57 E12'],
      ]),
    ],
    ['a JPEG', jpegFrom('N57 E12', 1)],
    ['a WebP', webpWith('EXIF', 'N57 E12', 0x08)],
  ])('of %s has nothing left of where it was taken', (_, bytes) => {
    expect(plain(bytes)).toContain('N57 E12')
    const read = valueOf(readImage(bytes))
    expect(plain(read.bytes)).not.toContain('N57 E12')
    expect(valueOf(readImage(read.bytes)).bytes).toEqual(read.bytes)
  })

  test('keeps how a telephone turned it, and nothing else', () => {
    const { bytes } = valueOf(readImage(jpegFrom('N57 E12', 6)))
    expect(plain(bytes)).toContain('Exif')
    expect(plain(valueOf(readImage(jpegFrom('N57 E12', 1))).bytes)).not.toContain('Exif')
  })

  test('ends where its picture ends', () => {
    const { bytes } = valueOf(readImage(Buffer.concat([jpeg, Buffer.from('<script>N57</script>')])))
    expect(bytes).toEqual(Uint8Array.from(jpeg))
  })
})

describe('what is refused', () => {
  test.each([
    [
      'SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'ingen bild',
    ],
    [
      'HTML by the name of a picture',
      Buffer.from('<!doctype html><script>1</script>'),
      'ingen bild',
    ],
    ['GIF', Buffer.from('GIF89a...'), 'ingen bild'],
    ['nothing', Buffer.alloc(0), 'ingen bild'],
    ['a picture without end', pngOf(40_000, 40_000), '40000 × 40000 bildpunkter'],
    ['a PNG that is cut off', pngOf(10, 10).subarray(0, 60), 'trasig'],
    ['a PNG of no width', pngOf(0, 10), 'trasig'],
    ['a PNG that moves', pngOf(2, 2, [['acTL', '\0\0\0\x02\0\0\0\0']]), 'rör sig'],
    ['a JPEG that is cut off', jpeg.subarray(0, jpeg.length - 2), 'trasig'],
    ['a JPEG of a head alone', jpeg.subarray(0, 4), 'trasig'],
    ['a WebP that is cut off', (webps[0] ?? jpeg).subarray(0, 30), 'trasig'],
    ['a WebP that moves', webpWith('ANIM', '......', 0x02), 'rör sig'],
    ['a file of more than 4 MB', Buffer.alloc(4 * 1024 * 1024 + 1), 'Högst 4 MB'],
  ])('%s, with what to do', (_, bytes, said) => {
    expect(fault(bytes)).toContain(said)
  })

  test('whatever is cut or turned in it, it is an answer and never a crash', () => {
    for (const whole of [pngOf(3, 3), jpegFrom('N57', 6), webpWith('EXIF', 'x', 8), ...webps])
      for (let at = 0; at < whole.length; at++) {
        readImage(whole.subarray(0, at))
        const turned = Buffer.from(whole)
        turned[at] = 255 - (turned[at] ?? 0)
        readImage(turned)
      }
  })
})
