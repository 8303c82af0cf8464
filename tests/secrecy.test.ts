import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Tables that carry no group, and why that tells nobody anything. */
const groupless: Record<string, string> = {
  Group: 'is the group',
  Session: 'hangs on its member, and is found only by the hash of its token',
  SetupLink: 'is there before its group is',
  RateLimiterFlexible: 'counts tries under hashes',
}

/** Store functions that take no actor, and why none can be there. */
const withoutActor: Record<string, string> = {
  findSession: 'says who the actor is',
  saveSession: 'begins a session at sign-in',
  extendSession: 'by the hash of a token that only its holder has',
  deleteSession: 'by the hash of a token that only its holder has',
  deleteSessionsOf: 'Lucia and sign-out end the sessions of one member',
  deleteExpiredSessions: 'housekeeping',
  findMembersByEmail: 'sign-in, before anybody is known',
  tryCounter: 'counts tries, before anybody is known',
  findInvitation: 'by the hash of a token, for someone who is no member yet',
  consumeInvitation: 'by the hash of a token, for someone who is no member yet',
  isSetUp: 'the start asks',
  saveSetupLink: 'the start asks',
  isSetupLink: 'by the hash of a token, before there is a group',
  consumeSetupLink: 'by the hash of a token, before there is a group',
  lockGroup: 'locks, and reads nothing',
  holdTexts: 'locks, and reads nothing',
  appendToLog: 'the row carries the group of the actor whose frame it is',
  readLogs: 'takes the group itself',
  readNews: 'takes the group of each room that is open',
  holdRows: 'locks, and reads nothing',
  keepForReaders: 'a step of compactLog, for the members whose rows it merges',
  compactLog: 'housekeeping of one log, which keeps its group',
  idleProposals: 'housekeeping, with the group of each',
  whileIdle: 'housekeeping of one proposal, which keeps its group',
}

const stores = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter(file => /(^|[/-])store\.server\.ts$/.test(file))
  .map(file => ({ file, source: readFileSync(join(root, 'app', file), 'utf8') }))

const exported =
  /^export (?:async )?function (\w+)(?:<[^>]*>)?\(([^)]*)|^export const (\w+) = (?:async )?(?:\w+(?:<\w+>)?)?\(([^)]*)/gm

const functions = stores.flatMap(({ file, source }) =>
  [...source.matchAll(exported)].map(match => ({
    file,
    name: match[1] ?? match[3] ?? '',
    parameters: (match[2] ?? match[4] ?? '').replace(/^\s*\w+: Database,\s*/, ''),
  })),
)

describe('secrecy', () => {
  test('every table carries its group', () => {
    const schema = readFileSync(join(root, 'prisma/schema.prisma'), 'utf8')
    const models = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)]
    expect(models.length).toBeGreaterThan(10)
    const bare = models.filter(([, , fields = '']) => !/^\s+groupId\s+String\b/m.test(fields))
    expect(bare.map(([, name]) => name).toSorted()).toEqual(Object.keys(groupless).toSorted())
  })

  test('every store function takes the actor first, after the transaction', () => {
    expect(functions.length).toBeGreaterThan(40)
    const actor = /^\s*(actor|_actor|\{[^}]*\}): (Actor|Pick<\s*Actor)/
    const without = functions.filter(({ parameters }) => !actor.test(parameters))
    expect(
      without
        .filter(({ name }) => !(name in withoutActor))
        .map(({ file, name }) => `${file}: ${name}`),
    ).toEqual([])
  })

  test('the lists of exceptions name nothing that is gone', () => {
    const names = new Set(functions.map(({ name }) => name))
    expect(Object.keys(withoutActor).filter(name => !names.has(name))).toEqual([])
  })
})
