import { exportPart } from '~/export/pdf.server'
import { Snapshot } from '~/proposal/snapshot'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { valueOf } from '../outcome-value'
import { milliseconds, print } from './server/figure'

/** How often the demo's texts are repeated to fill the pages. */
const repeats = 10
const pages = 60

const snapshot = Snapshot.parse({
  ...demoSnapshot,
  sections: Array.from({ length: repeats }, (_, i) =>
    demoSnapshot.sections.map(section => ({ ...section, id: `${section.id}-${i}` })),
  ).flat(),
})

for (let run = 0; run < 6; run++) {
  let set = 0
  const ours = await milliseconds(async () => {
    set = valueOf(await exportPart(snapshot, 'document')).pages
  })
  if (Math.abs(set - pages) > 2) throw new Error(`The document has ${set} pages, not ${pages}`)
  // the first run loads the compiler's file and fonts from the disk
  if (run > 0)
    print({ name: `PDF of ${set} hyphenated pages`, unit: 's', ours: ours / 1000, goal: 3 })
}
