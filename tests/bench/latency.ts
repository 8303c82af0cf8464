import { startApp, startPlainHocuspocus } from './server/app'
import { print, quantile } from './server/figure'
import { openSection, startDatabase } from './server/section'
import { writeTogether } from './server/writers'

// From one writer's key to another's screen, all in one section; the rounds alternate, so that whatever else the
// machine does falls on both.
const rounds = 5
const seconds = 5
const goals = [
  { writers: 50, goal: 1.6 },
  { writers: 200, goal: 2 },
]

const database = await startDatabase()
const app = await startApp(database.folder, database.url)
const plain = await startPlainHocuspocus()

for (const { writers, goal } of goals)
  for (let round = 0; round <= rounds; round++) {
    const { cookies, sectionId: documentName } = await openSection(writers)
    const crowd = { documentName, cookies, seconds }
    const peer = await writeTogether({ ...crowd, urls: [plain.url] })
    const ours = await writeTogether({ ...crowd, urls: [app.url] })
    // the first round warms both up
    if (round > 0)
      print({
        name: `Change to other screen, ${writers} writers, p95`,
        unit: 'ms',
        ours: quantile(ours, 0.95),
        peer: quantile(peer, 0.95),
        goal,
      })
  }
await app.stop()
await plain.stop()
process.exit(0)
