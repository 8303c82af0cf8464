import { beforeAll, describe, expect, test } from 'vitest'
import { can, type Actor, type Status } from '~/group/policy'
import { db } from '~/db.server'
import { hashPassword } from '~/auth/password.server'
import { cookieOf, dataPath, serve, type Answer, type Served } from '../server'
import { buildWorld, keepDatabase, unknownIds, type Ids, type World } from '../world'
import { formsRead } from './forms-read'
import type { Needs, WriteCase } from './cases'
import { routes } from './routes'
import { idsNamedBy, strangers } from './strangers'
import { variantsInRoute } from './variants'

const statuses: readonly Status[] = ['draft', 'review', 'locked', 'submitted']

let served: Served
let ours: World
let rivals: World
let kept: Awaited<ReturnType<typeof keepDatabase>>
const secret = 'Rivalerna'

beforeAll(async () => {
  served = await serve()
  ours = await buildWorld('Partigruppen')
  rivals = await buildWorld(secret)
  await db.member.updateMany({ data: { passwordHash: await hashPassword('rätt') } })
  kept = await keepDatabase()
}, 240_000)

type Tried = WriteCase & { readonly method: 'GET' | 'POST' }

const tried = Object.entries(routes).flatMap(([route, { page, writes = {} }]) => [
  ...(page ? [{ title: `GET ${route}`, one: { ...page, method: 'GET' } satisfies Tried }] : []),
  ...Object.entries(writes).map(([intent, write]) => ({
    title: `POST ${route} ${intent}`,
    one: { ...write, method: 'POST' } satisfies Tried,
  })),
])

/** A request as a browser makes it: of a whole page, or (`.data`) of a navigation inside the app. */
async function send(one: Tried, ids: Ids, actor: Actor | null, data: boolean): Promise<Answer> {
  const path = one.path(ids)
  return served.ask({
    method: one.method,
    path: data ? dataPath(path) : path,
    cookie: actor ? await cookieOf(actor) : undefined,
    ...(one.method === 'POST' && { body: one.form?.(ids) ?? {} }),
  })
}

const isMember = (needs: Needs) => needs !== 'nothing'

function mayDo(actor: Actor, needs: Needs, status: Status | undefined): boolean {
  return needs === 'nothing' || needs === 'sign-in' || can(actor, needs, status)
}

/** What differs between two answers though they say the same: the ids asked for, and what is made anew each time. */
function withoutIds({ status, text }: Answer, ids: readonly Ids[]): string {
  let said = `${status} ${text}`
  for (const id of ids.flatMap(one => Object.values(one))) said = said.replaceAll(id, 'ID')
  return said
    .replace(/nonce="[^"]*"/g, '')
    .replace(/\b[0-9A-F]{10}\b/g, 'REQUEST')
    .replace(/\b1\d{12}\b/g, 'NOW')
}

describe('coverage: add what is missing to tests/integration/matrix/routes.ts', () => {
  test('every route of the build is in the table', () => {
    const built = Object.values(served.routes).flatMap(route => route ?? [])
    const pages = built.filter(({ id }) => id !== 'root')
    expect(pages.map(({ id }) => id).toSorted()).toEqual(Object.keys(routes).toSorted())
    for (const { id, module } of pages) {
      expect(Boolean(routes[id]?.page), `${id} has a loader and needs a page`).toBe(
        'loader' in module,
      )
      if (id === 'routes/$') continue
      expect(Boolean(routes[id]?.writes), `${id} has an action and needs writes`).toBe(
        'action' in module,
      )
    }
  })

  test('every intent of every form is in the table', async () => {
    for (const [id, { writes }] of Object.entries(routes)) {
      if (!writes) continue
      const intents = formsRead[id] ?? (await variantsInRoute(id))
      expect(intents, `${id} reads no form with readForm: name its intents in formsRead`).not.toBe(
        null,
      )
      const inTable = new Set(Object.keys(writes).map(name => name.trim()))
      expect([...inTable].toSorted(), `intents of ${id}`).toEqual(intents?.toSorted())
    }
  })
})

describe.each(tried)('$title', ({ one }: { one: Tried }) => {
  const names = idsNamedBy(ids => {
    one.path(ids)
    one.form?.(ids)
  })
  const onProposal = names.includes('proposalId')

  test('sends those who are not signed in to sign-in, and changes nothing', async () => {
    for (const data of [false, true]) {
      const { status, headers, text } = await send(one, ours.ids, null, data)
      expect(status).toBeLessThan(500)
      expect(await kept.isUnchanged()).toBe(true)
      if (!isMember(one.needs)) continue
      expect(status).toBe(data && !/\/files\//.test(one.path(ours.ids)) ? 202 : 302)
      if (status === 302) expect(headers.location).toMatch(/^\/login/)
      else expect(text).toContain('/login')
      expect(text).not.toContain('Partigruppen')
    }
  })

  test('lets each role do what the one table says, and no more', async () => {
    for (const [name, actor] of Object.entries(ours.members)) {
      const { status, headers } = await send(one, ours.ids, actor, one.method === 'POST')
      const may = mayDo(actor, one.needs, onProposal ? 'draft' : undefined)
      if (!isMember(one.needs)) expect(status, name).toBeLessThan(500)
      else if (may) {
        expect(status, name).toBeLessThan(400)
        if (!one.path(ours.ids).startsWith('/account'))
          expect(headers.location ?? '', name).not.toMatch(/login/)
      } else {
        expect(status, name).toBe(403)
        expect(await kept.isUnchanged(), name).toBe(true)
      }
      await kept.restore()
    }
  })

  if (one.method === 'POST' && onProposal)
    test('follows the status of the proposal', async () => {
      for (const status of statuses) {
        await db.proposal.updateMany({ data: { status } })
        const answer = await send(one, ours.ids, ours.all, true)
        const may = mayDo(ours.all, one.needs, status)
        if (may) expect(answer.status, status).toBeLessThan(400)
        else expect(answer.status, status).toBe(403)
        await kept.restore()
      }
    })

  if (names.length > 0)
    test('knows no id of another group, nor of another proposal', async () => {
      for (const data of [true, false]) {
        const unknown = new Map<string, string>()
        for (const [name, ids] of strangers(names, ours, rivals)) {
          // as a whole page where nothing is ours: rendering is slow, and what it says comes from the same answer
          if (!data && !name.startsWith('all')) continue
          const answer = await send(one, ids, ours.all, data)
          expect(
            one.leadsOn ? [202, 302, 404] : [404, 422],
            `${name}: ${answer.text.slice(0, 200)}`,
          ).toContain(answer.status)
          expect(await kept.isUnchanged(), name).toBe(true)
          expect(answer.text, name).not.toContain(secret)
          const said = withoutIds(answer, [ids, unknownIds, ours.ids, ours.sibling])
          const [which = ''] = name.split(' ')
          if (!unknown.has(which)) unknown.set(which, said)
          expect(said, name).toBe(unknown.get(which))
        }
      }
    })
})
