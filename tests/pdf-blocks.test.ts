import { describe, expect, test } from 'vitest'
import { exportPdf } from '~/export/pdf.server'
import { canBeSet } from '~/export/typeset.server'
import { hashOf } from '~/proposal/hash.server'
import { Snapshot } from '~/proposal/snapshot'
import { demoSnapshot } from '../prisma/demo/proposal'
import { valueOf } from './outcome-value'
import { jpeg, jpegFrom, pngOf, webps } from './images'
import { readPdf, squeezed } from './pdf-reader'
import { paragraph, tableOf } from './written'

const pdfOf = async (snapshot: Snapshot) => valueOf(await exportPdf(snapshot))
const withSection = (title: string, ...content: unknown[]) =>
  Snapshot.parse({
    ...demoSnapshot,
    sections: [{ id: 'x', title, content: { type: 'doc', content } }],
  })

const imageBlock = (sha256: string, alt: string) => ({
  type: 'image',
  attrs: { sha256, alt, width: 300, height: 200 },
})
const captioned = (sha256: string, alt: string, caption: string) => {
  const { type, attrs } = imageBlock(sha256, alt)
  return { type, attrs: { ...attrs, caption } }
}

/** A footnote as the editor’s JSON has it. */
const note = (text: string) => ({
  type: 'text',
  text: '\u2020',
  marks: [{ type: 'footnote', attrs: { text } }],
})
const words = (text: string, ...more: object[]) => [{ type: 'text', text }, ...more]

describe('a section’s blocks in the document', { timeout: 60_000 }, () => {
  test('sets a writer’s table with its head, repeats it on the next page, and tags its cells', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [`Förskola ${i + 1}`, `${i} 000`])
    const table = tableOf(['Enhet', 'Platser'], ...rows)
    const read = await readPdf(await pdfOf(withSection('Tabell', paragraph('Före.'), table)))
    const plain = await readPdf(await pdfOf(withSection('Tabell', paragraph('Före.'))))
    const more = (role: string) => (read.tags.get(role) ?? 0) - (plain.tags.get(role) ?? 0)
    expect(more('Table')).toBeGreaterThan(0)
    expect([more('THead'), more('TH'), more('TD')]).toEqual([1, 2, 120])
    expect(read.text.match(/Enhet/g)?.length).toBeGreaterThanOrEqual(2)
  })

  test('sets images with what they show, and says where one is missing', async () => {
    const images = [
      { bytes: pngOf(300, 200), type: 'png' },
      { bytes: jpegFrom('N57 E12', 6), type: 'jpeg' },
      ...webps.map(bytes => ({ bytes, type: 'webp' })),
    ]
    const named = images.map(({ bytes, type }) => ({ sha256: hashOf(bytes), type, bytes }))
    const content = [
      ...named.map(({ sha256 }, i) => imageBlock(sha256, `Skolgården, bild ${i + 1}`)),
      captioned(named[0]?.sha256 ?? '', 'Skolgården #igen', 'Foto: *Anna* i maj'),
      imageBlock('f'.repeat(64), 'En bild som är borta'),
    ]
    const held = Object.fromEntries(
      named.map(({ sha256, type, bytes }) => [sha256, { type, base64: bytes.toString('base64') }]),
    )
    const snapshot = Snapshot.parse({ ...withSection('Bilder', ...content), images: held })
    const read = await readPdf(await pdfOf(snapshot))
    for (const [i] of named.entries())
      expect(read.alternatives).toContain(`Skolgården, bild ${i + 1}`)
    expect(squeezed(read.text)).toContain(squeezed('Bilden saknas: En bild som är borta'))
    expect(read.alternatives).toContain('Skolgården #igen')
    expect(squeezed(read.text)).toContain(squeezed('Foto: *Anna* i maj'))
    expect(squeezed(read.text)).not.toContain(squeezed('N57 E12'))
  })

  test('takes only what the compiler can decode', async () => {
    expect(await canBeSet('a.png', pngOf(20, 20))).toBe(true)
    expect(await canBeSet('a.jpeg', jpeg)).toBe(true)
    for (const bytes of webps) expect(await canBeSet('a.webp', bytes)).toBe(true)
    const broken = Buffer.from(pngOf(20, 20))
    broken.fill(7, 45, 55)
    expect(await canBeSet('a.png', broken)).toBe(false)
    expect(await canBeSet('a.png', Buffer.from('<svg/>'))).toBe(false)
  })

  test('sets footnotes at the foot, numbered, also those of headings and tables', async () => {
    const content = [
      { type: 'heading', attrs: { level: 2 }, content: words('Rubrik', note('Om rubriken.')) },
      { type: 'paragraph', content: words('Först', note('Källan ett.'), note('Källan ett.')) },
      tableOf(['Enhet', 'Platser'], ['Förskola', '120']),
    ]
    const read = await readPdf(await pdfOf(withSection('Noter', ...content)))
    const plain = await readPdf(await pdfOf(withSection('Noter', paragraph('Före.'))))
    expect((read.tags.get('Note') ?? 0) - (plain.tags.get('Note') ?? 0)).toBe(3)
    expect(read.text.match(/Källan ett\./g)).toHaveLength(2)
    expect(read.text).toContain('Om rubriken.')
    expect(read.text).not.toContain('\u2020')
  })
})
