import { done, refused, type Outcome } from '~/outcome'
import { readJpeg } from './image-jpeg'
import { readPng } from './image-png'
import { readWebp } from './image-webp'

export type ImageType = 'png' | 'jpeg' | 'webp'

/** What a reader of one format answers: the file without what is not the picture, or why it is none. */
export type Picture =
  | { readonly width: number; readonly height: number; readonly bytes: Uint8Array }
  | 'broken'
  | 'moving'

export type ImageFile = {
  readonly type: ImageType
  readonly width: number
  readonly height: number
  /** The picture alone: where and by whom it was taken is taken out. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The largest file, in bytes, and the most pixels. */
export const imageLimits = { bytes: 4 * 1024 * 1024, pixels: 24_000_000 }

/**
 * A file as a picture that a section can hold. What it is follows from its content, never from its name. Nothing is
 * decoded: size and measures are read from its heads, so a small file with a huge picture costs nothing.
 */
export function readImage(bytes: Uint8Array): Outcome<ImageFile> {
  if (bytes.length > imageLimits.bytes)
    return no(
      `Bilden är ${megabytes(bytes.length)}. Högst ${megabytes(imageLimits.bytes)} får plats: spara den mindre.`,
    )
  const type = typeOf(bytes)
  if (!type)
    return no(
      'Filen är ingen bild av slaget PNG, JPEG eller WebP. Spara den som en sådan och välj den igen.',
    )
  const picture = readers[type](bytes)
  if (picture === 'broken')
    return no(
      'Bilden är trasig eller avbruten. Öppna den i ett bildprogram, spara den på nytt och välj den igen.',
    )
  if (picture === 'moving')
    return no('Bilden rör sig. Spara en bild ur den och välj den i stället.')
  const { width, height } = picture
  if (width * height > imageLimits.pixels)
    return no(
      `Bilden har ${width} × ${height} bildpunkter. Högst 24 miljoner får plats: gör den mindre.`,
    )
  return done({ type, width, height, bytes: Uint8Array.from(picture.bytes) })
}

const no = (message: string) => refused({ kind: 'invalid', field: 'image', message })

const megabytes = (bytes: number): string =>
  `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',').replace(',0', '')} MB`

const readers: Record<ImageType, (bytes: Uint8Array) => Picture> = {
  png: readPng,
  jpeg: readJpeg,
  webp: readWebp,
}

const starts = (bytes: Uint8Array, at: number, ...wanted: number[]): boolean =>
  wanted.every((byte, i) => bytes[at + i] === byte)

function typeOf(bytes: Uint8Array): ImageType | null {
  if (starts(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(bytes, 0, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(bytes, 0, 0x52, 0x49, 0x46, 0x46) && starts(bytes, 8, 0x57, 0x45, 0x42, 0x50))
    return 'webp'
  return null
}
