import { milliseconds, print } from './server/figure'
import { newFolder, removeAtExit, startApp, type Server } from './server/app'

// From `npm start` on a folder that was used before to the first page.
const folder = newFolder()
removeAtExit(folder)
await (await startApp(folder)).stop()

for (let run = 0; run < 5; run++) {
  let app: Server | undefined
  const ours = await milliseconds(async () => {
    app = await startApp(folder)
    const page = await fetch(`${app.url}/login`)
    if (!page.ok) throw new Error(`The first page answered ${page.status}`)
    await page.text()
  })
  print({ name: 'Second start, to the first page', unit: 's', ours: ours / 1000, goal: 6 })
  await app?.stop()
}
process.exit(0)
