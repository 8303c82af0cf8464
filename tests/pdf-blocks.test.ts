import { describe, expect, test } from 'vitest'
import { exportPdf } from '~/export/pdf.server'
import { Snapshot } from '~/proposal/snapshot'
import { demoSnapshot } from '../prisma/demo/proposal'
import { valueOf } from './outcome-value'
import { readPdf } from './pdf-reader'
import { paragraph, tableOf } from './written'

const pdfOf = async (snapshot: Snapshot) => valueOf(await exportPdf(snapshot))
const withSection = (title: string, ...content: unknown[]) =>
  Snapshot.parse({
    ...demoSnapshot,
    sections: [{ id: 'x', title, content: { type: 'doc', content } }],
  })

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
})
