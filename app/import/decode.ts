import { Unreadable, uploadLimits } from './sheet'

export type FileKind = 'json' | 'delimited' | 'workbook'

const starts = (bytes: Uint8Array, ...marks: number[]) =>
  marks.every((mark, i) => bytes[i] === mark)

/**
 * What a file is by its first bytes; its name is not believed.
 * @throws Unreadable for what can hold no framework, with what to do instead
 */
export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0)
    throw new Unreadable('Filen är tom (0 byte). Välj filen med budgetramen och försök igen.')
  if (bytes.length > uploadLimits.bytes)
    throw new Unreadable('Filen är större än 5 MB. Spara bara bladet med budgetramen.')
  if (starts(bytes, 0x50, 0x4b, 3, 4)) return 'workbook'
  if (starts(bytes, 0x50, 0x4b))
    throw new Unreadable('Filen är ett tomt eller delat ZIP-arkiv. Spara om den som .xlsx.')
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Unreadable(oldOffice(bytes))
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new Unreadable(
      'Filen är en PDF. Kopiera tabellen till ett kalkylblad och spara som .xlsx eller .csv.',
    )
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replace(/^(ï»¿)?\s*/, '')
  if (/^(<!doctype html|<html|<head|<body|<table|<meta)/i.test(head))
    throw new Unreadable(
      'Filen är en webbsida (HTML). Öppna den i kalkylprogrammet och spara som .xlsx eller .csv.',
    )
  if (/^<(\?xml|!)/i.test(head))
    throw new Unreadable('Filen är XML. Öppna den i kalkylprogrammet och spara som .xlsx.')
  if (head.startsWith('{\\rtf'))
    throw new Unreadable('Filen är ett RTF-dokument. Spara tabellen som .xlsx eller .csv.')
  return /^[{[]/.test(head) ? 'json' : 'delimited'
}

/** Encrypted .xlsx and old .xls lie in the same container; the name of the encrypted part tells them apart. */
function oldOffice(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  return text.includes('EncryptedPackage')
    ? 'Filen är skyddad med lösenord. Ta bort skyddet i kalkylprogrammet och spara igen.'
    : 'Filen är i det gamla formatet .xls. Öppna den i kalkylprogrammet och spara som .xlsx.'
}

/**
 * The text of a file in UTF-8, UTF-16 (either order) or Windows-1252, which holds Latin-1's letters. UTF-16 is known by
 * its mark or by its zeros; what is no valid UTF-8 is Windows-1252.
 * @throws Unreadable where it is no text
 */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  const nul = text.indexOf('\0')
  if (nul >= 0)
    throw new Unreadable(
      `Filen har ett NUL-tecken på rad ${text.slice(0, nul).split('\n').length} och är ingen text. Spara om den som CSV med UTF-8.`,
    )
  return text
}

function encodingOf(bytes: Uint8Array): string {
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const zerosAt = (parity: number) =>
    sample.reduce((count, byte, i) => count + (byte === 0 && i % 2 === parity ? 1 : 0), 0)
  const [even, odd] = [zerosAt(0), zerosAt(1)]
  const many = sample.length / 4
  if (odd > many && even === 0) return 'utf-16le'
  if (even > many && odd === 0) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
