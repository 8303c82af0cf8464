import { beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { restoreSection } from '~/collab/restore-version.server'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { serve, type Served } from './server'
import { auth, Line, update } from './sockets'
import { docIn, textIn, withVersion } from './versioned'

describe('while others write', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve()
  }, 240_000)

  /** An editor: what is typed goes to the server, and is counted once it is acknowledged. */
  async function editor(actor: Actor, sectionId: string) {
    const line = await Line.as(served.port, '/collab', actor)
    line.send(auth(sectionId))
    await line.until('authenticated')
    const doc = await docIn(actor, sectionId)
    doc.on('update', (one: Uint8Array) => line.send(update(sectionId, one)))
    const type = async (words: string) => {
      const heard = line.heard.length
      const fragment = doc.getXmlFragment('default')
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(words)])
      fragment.insert(fragment.length, [paragraph])
      return (await line.until('saved', heard)).saved
    }
    return { line, type }
  }

  test('all that is typed after a restore stands, and what was typed before it is in a version', async () => {
    const { drafter, secretary, proposalId, school, restore } = await withVersion()
    const [one, two] = await Promise.all([editor(drafter, school), editor(secretary, school)])
    const acknowledged: string[] = []
    let restored = 0
    const writing = async (name: string, type: (words: string) => Promise<boolean>) => {
      for (let i = 0; i < 40; i++) if (await type(`${name}${i}.`)) acknowledged.push(`${name}${i}.`)
    }
    const restoring = async () => {
      for (; restored < 4; restored++) {
        // the first may come before anything was typed
        await restoreSection(drafter, { ...restore, sectionId: school })
        await new Promise(resolve => setTimeout(resolve, 30))
      }
    }
    await Promise.all([writing('A', one.type), writing('B', two.type), restoring()])
    const settled = acknowledged.length
    expect(await one.type('Efteråt.')).toBe(true)
    await Promise.all([one.line.end(), two.line.end()])
    expect(settled).toBe(80)
    const text = await textIn(drafter, school)
    expect(text).toContain('Efteråt.')
    expect(text).toEqual(expect.arrayContaining(['Vi vill ha lugn.', 'Skolan får mer pengar.']))
    const versions = await db.version.findMany({ where: { proposalId } })
    const kept = [text.join('\n'), ...versions.map(({ snapshot }) => snapshot)].join('\n')
    expect(acknowledged.filter(words => !kept.includes(words))).toEqual([])
  })
})
