import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { SectionClient } from '../process/section-client'
import { cookieOf, serve, type Served } from './server'
import { auth, Line, logOf, step2, update, writing } from './sockets'
import { buildWorld, type World } from './world'

let served: Served
let ours: World
let section: string
const lines: Line[] = []

beforeAll(async () => {
  served = await serve()
  ours = await buildWorld('Partigruppen')
  section = ours.ids.sectionId
}, 240_000)

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(async () => {
  await Promise.all(lines.splice(0).map(line => line.end()))
})

async function inRoom(): Promise<Line> {
  const opened = await Line.as(served.port, '/collab', ours.all)
  lines.push(opened)
  opened.send(auth(section))
  await opened.until('authenticated')
  return opened
}

/** An update of a client whose editor knows more than the schema. */
function unknown(what: 'node' | 'mark' | 'attribute' | 'place'): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, writing('Ord'))
  const block = doc.getXmlFragment('default').get(0)
  if (!(block instanceof Y.XmlElement)) throw new Error('the first block is there')
  const inside = block.get(0)
  if (what === 'node') block.insert(0, [new Y.XmlElement('script')])
  if (what === 'mark' && inside instanceof Y.XmlText) inside.format(0, 3, { underline: {} })
  if (what === 'attribute') block.setAttribute('onclick', 'x')
  if (what === 'place') block.insert(0, [new Y.XmlElement('heading')])
  return Y.encodeStateAsUpdate(doc)
}

describe('what the schema does not know', () => {
  test.each(['node', 'mark', 'attribute', 'place'] as const)(
    'a %s is refused, whole, also to those who may write',
    async what => {
      const before = await logOf(ours, section)
      for (const make of [update, step2]) {
        const opened = await inRoom()
        opened.send(make(section, unknown(what)))
        expect((await opened.until('shut')).reason).toBe('no known content')
      }
      expect(await logOf(ours, section)).toEqual(before)
    },
  )

  test('what builds on an update that has not come is not stored, and asks for the rest', async () => {
    const before = await logOf(ours, section)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, writing('Ord'))
    const between = Y.encodeStateVector(doc)
    const block = doc.getXmlFragment('default').get(0)
    if (block instanceof Y.XmlElement) block.insert(0, [new Y.XmlElement('script')])
    const opened = await inRoom()
    opened.send(update(section, Y.encodeStateAsUpdate(doc, between)))
    expect(await opened.closed).toBe(1013)
    expect(await logOf(ours, section)).toEqual(before)
  })

  test('what is typed while one comes back goes with what was typed without a line', async () => {
    const url = `http://127.0.0.1:${served.port}`
    const client = new SectionClient(url, await cookieOf(ours.all), section)
    await vi.waitUntil(() => client.isSynced, { timeout: 20_000 })
    client.addParagraph()
    client.leave()
    await vi.waitUntil(() => !client.isConnected, { timeout: 20_000 })
    client.type('α')
    let comings = 0
    client.onConnected = () => {
      comings++
      client.type('β')
    }
    client.join(url)
    await vi.waitUntil(() => client.isSaved, { timeout: 20_000 })
    client.close()
    expect((await logOf(ours, section)).text).toContain('αβ')
    expect(comings).toBe(1)
  })
})
