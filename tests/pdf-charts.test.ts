import { expect, test } from 'vitest'
import { demoFramework } from '../prisma/demo/framework'
import { demoSnapshot } from '../prisma/demo/proposal'
import { tkr, zero } from '~/budget/money'
import { exportPdf } from '~/export/pdf.server'
import { Snapshot } from '~/proposal/snapshot'
import { adopted } from './amendments'
import { valueOf } from './outcome-value'
import { readPdf, squeezed } from './pdf-reader'

const names = [
  '<b>&amp;</b> "Nämnden" \u202E😀',
  'x'.repeat(100),
  '#image("/etc/passwd")',
  'Ⅻ漢字 nämnden',
  ']]></style><script>',
]

test('48 boards with names like markup are drawn as they stand, and each chart has its words', async () => {
  const [board] = demoFramework.boards
  const snapshot = Snapshot.parse({
    ...demoSnapshot,
    framework: {
      ...demoFramework,
      boards: Array.from({ length: 48 }, (_, i) => ({
        ...board,
        id: `B${i}`,
        name: names[i] ?? `Nämnden ${i}`,
      })),
    },
    amendments: adopted(
      Array.from({ length: 48 }, (_, i) => ({
        type: 'frame' as const,
        board: `B${i}`,
        recurrence: 'indexed' as const,
        amounts: [tkr((i % 2 ? -1 : 1) * (5000 - i)), zero, zero],
      })),
    ),
    clauses: [],
    sections: [],
  })
  const { text, alternatives } = await readPdf(valueOf(await exportPdf(snapshot)))
  const read = squeezed(text)
  for (const said of [
    '<b>&amp;</b>',
    '#image("/etc/passwd")',
    ']]></style><script>',
    'Övriga25nämnder',
  ])
    expect(read).toContain(said)
  const charts = alternatives.filter(words => words?.startsWith('Liggande staplar'))
  expect(charts).toHaveLength(3)
  expect(squeezed(charts.join())).toContain('Övriga25nämnder')
}, 60_000)
