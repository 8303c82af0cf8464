import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { startApp } from './server/app'
import { print } from './server/figure'
import { openSection, startDatabase } from './server/section'
import { writeTogether } from './server/writers'

// How much the server's process grows from idle to its highest while 200 members write in one section.
const writers = 200
const seconds = 20

const { folder, url } = await startDatabase()
const { cookies, sectionId: documentName } = await openSection(writers)

for (let run = 0; run < 3; run++) {
  const app = await startApp(folder, url)
  await fetch(`${app.url}/login`)
  await sleep(3000)
  const idle = megabytesOf(app.pid)
  let highest = idle
  const look = setInterval(() => (highest = Math.max(highest, megabytesOf(app.pid))), 250)
  await writeTogether({ urls: [app.url], documentName, cookies, seconds })
  clearInterval(look)
  print({
    name: `Memory of the server, growth from idle to ${writers} writers`,
    unit: 'MB',
    ours: highest - idle,
    goal: 100,
  })
  await app.stop()
}
process.exit(0)

/** What the process holds in memory, by the system's count. */
function megabytesOf(pid: number): number {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status)
    ? /VmRSS:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}
