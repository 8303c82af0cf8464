import { setTimeout as sleep } from 'node:timers/promises'
import { openWriter, type Sent, type Writer } from './writer'

/** How many of the writers look at what comes: each of them costs the generator, not the server. */
const readers = 8

type Crowd = {
  /** The servers, which share the section: the writers take turns among them. */
  readonly urls: readonly string[]
  readonly documentName: string
  readonly cookies: readonly string[]
  readonly seconds: number
}

/**
 * All write at once, 2.9 characters a second each, and then leave.
 * @returns for each character that a reader saw, the milliseconds from the key to the other screen.
 * @throws where a change is not acknowledged: what is lost is not fast.
 */
export async function writeTogether({ urls, documentName, cookies, seconds }: Crowd) {
  const sent: Sent = new Map()
  const latencies: number[] = []
  let typing = false
  const onSeen = (latency: number) => {
    if (typing) latencies.push(latency)
  }
  const writers: Writer[] = []
  for (let i = 0; i < cookies.length; i += 20)
    writers.push(
      ...(await Promise.all(
        cookies.slice(i, i + 20).map((cookie, at) =>
          openWriter({
            url: urls[(i + at) % urls.length] ?? '',
            documentName,
            cookie,
            sent,
            onSeen: i + at < readers ? onSeen : undefined,
          }),
        ),
      )),
    )
  await sleep(1000)
  typing = true
  const until = performance.now() + seconds * 1000
  await Promise.all(writers.map(writer => typeUntil(writer, until)))
  await acknowledged(writers)
  await Promise.all(writers.map(writer => writer.close()))
  return latencies
}

async function typeUntil(writer: Writer, until: number) {
  await sleep(Math.random() * 400)
  while (performance.now() < until) {
    writer.type()
    await sleep(200 + Math.random() * 300)
  }
}

async function acknowledged(writers: readonly Writer[]) {
  for (let tries = 0; tries < 300; tries++) {
    if (writers.every(writer => writer.waiting() <= 0)) return
    await sleep(100)
  }
  throw new Error('The server did not acknowledge every change within 30 seconds')
}
