import { hasRedis, RedisServer } from '../process/redis-server'
import { newFolder, removeAtExit, startApp, startPlainHocuspocus, type Server } from './server/app'
import { print, quantile } from './server/figure'
import { openSection, startDatabase } from './server/section'
import { writeTogether } from './server/writers'

// As `latency`, but 500 writers of one section on two instances, half on each, which hear each other through Redis.
const writers = 500
const rounds = 2
const seconds = 5

if (!hasRedis) {
  console.error('redis-server is missing: two instances are not measured')
  process.exit(0)
}

const redis = await RedisServer.start()
const database = await startDatabase()
const folders = [newFolder(), newFolder()]
const apps: Server[] = []
for (const folder of folders) apps.push(await startApp(folder, database.url, redis.url))
folders.forEach(removeAtExit)
const plains = [await startPlainHocuspocus(redis.url), await startPlainHocuspocus(redis.url)]

for (let round = 0; round <= rounds; round++) {
  const { cookies, sectionId: documentName } = await openSection(writers)
  const crowd = { documentName, cookies, seconds }
  const peer = await writeTogether({ ...crowd, urls: plains.map(({ url }) => url) })
  const ours = await writeTogether({ ...crowd, urls: apps.map(({ url }) => url) })
  // the first round warms all up
  if (round > 0)
    print({
      name: `Change to other screen, ${writers} writers on two instances, p95`,
      unit: 'ms',
      ours: quantile(ours, 0.95),
      peer: quantile(peer, 0.95),
      goal: 2,
    })
}
await Promise.all([...apps, ...plains].map(server => server.stop()))
await redis.kill()
process.exit(0)
