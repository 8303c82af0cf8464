import { randomInt } from 'node:crypto'
import { hashPassword } from '~/auth/password.server'
import { firstUpdate } from '~/collab/section-doc'
import { db, type Database } from '~/db.server'
import type { Role } from '~/group/policy'
import { newId } from '~/identifier.server'
import { canonicalJson } from '~/proposal/canonical'
import { sha256 } from '~/proposal/hash.server'
import type { Snapshot } from '~/proposal/snapshot'
import { demoThreads, type DemoThread } from './demo/comments'
import { markQuotes } from './demo/quotes'
import { demoSnapshot } from './demo/proposal'
import { rivalSnapshot } from './demo/rival'

/** How somebody gets into the demo. A member may hold several roles; the demo's have one each. The second group has a leader. */
export type DemoSignIn = {
  readonly group: string
  readonly role: Role
  readonly email: string
  readonly password: string
}

type Person = { readonly name: string; readonly role: Role; readonly email: string }
type Member = Person & { readonly id: string }

const people: readonly Person[] = [
  { name: 'Karin Lindqvist', role: 'drafter', email: 'karin@partigruppen.example' },
  { name: 'Johan Berg', role: 'drafter', email: 'johan@partigruppen.example' },
  { name: 'Amina Yusuf', role: 'reviewer', email: 'amina@partigruppen.example' },
  { name: 'Eva Holm', role: 'secretary', email: 'eva@partigruppen.example' },
  { name: 'Per Nyström', role: 'admin', email: 'per@partigruppen.example' },
]

const rivals: readonly Person[] = [
  { name: 'Lars Ek', role: 'drafter', email: 'lars@mittemot.example' },
  { name: 'Sara Dahl', role: 'reviewer', email: 'sara@mittemot.example' },
  { name: 'Nils Åberg', role: 'secretary', email: 'nils@mittemot.example' },
  { name: 'Ingrid Sten', role: 'leader', email: 'ingrid@mittemot.example' },
  { name: 'Maria Frank', role: 'admin', email: 'maria@mittemot.example' },
]

/**
 * Loads the two demo groups into a database without groups; any other is left alone. All or nothing: `keep` gets the
 * sign-ins, with passwords made now, before the database commits.
 */
export async function seed(keep: (signIns: readonly DemoSignIn[]) => void): Promise<void> {
  if ((await db.group.count()) > 0) return
  const own = await withPasswords(people)
  const other = await withPasswords(rivals)
  await db.$transaction(
    async tx => {
      // two apps that start on one empty database at once: the second finds it filled
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('demo'))::text`
      if ((await tx.group.count()) > 0) return
      await insertGroup(tx, demoSnapshot, own, demoThreads)
      await insertGroup(tx, rivalSnapshot, other, [])
      keep([...signIns(demoSnapshot.group, own), ...signIns(rivalSnapshot.group, other)])
    },
    { timeout: 60_000 },
  )
}

type WithPassword = Person & { readonly password: string; readonly passwordHash: string }

const withPasswords = (persons: readonly Person[]): Promise<WithPassword[]> =>
  Promise.all(
    persons.map(async person => {
      const password = newPassword()
      return { ...person, password, passwordHash: await hashPassword(password) }
    }),
  )

const signIns = (group: string, persons: readonly WithPassword[]): DemoSignIn[] =>
  persons.map(({ role, email, password }) => ({ group, role, email, password }))

// no letters that look like digits: a demo password is read off a screen
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen letters in four groups: 79 random bits. */
function newPassword(): string {
  const password = Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('')
  return password.replace(/(.{4})(?=.)/g, '$1-')
}

async function insertGroup(
  tx: Database,
  snapshot: Snapshot,
  persons: readonly WithPassword[],
  threads: readonly DemoThread[],
) {
  const groupId = newId()
  await tx.group.create({ data: { id: groupId, name: snapshot.group } })
  const members = persons.map(person => ({ ...person, id: newId() }))
  await tx.member.createMany({
    data: members.map(({ id, name, email, role, passwordHash }) => ({
      id,
      groupId,
      name,
      email,
      roles: [role],
      passwordHash,
    })),
  })
  await insertProposal(tx, { groupId, members }, snapshot, threads)
}

type Owners = { readonly groupId: string; readonly members: readonly Member[] }

async function insertProposal(
  tx: Database,
  owners: Owners,
  snapshot: Snapshot,
  threads: readonly DemoThread[],
) {
  const { groupId } = owners
  const proposalId = newId()
  const hash = sha256(canonicalJson(snapshot.framework))
  const framework = { id: newId(), groupId, name: snapshot.framework.name, hash }
  await tx.framework.create({ data: { ...framework, content: snapshot.framework } })
  await tx.proposal.create({
    data: { id: proposalId, groupId, frameworkId: framework.id, title: snapshot.title },
  })
  const part = { groupId, proposalId }
  const author = memberWith(owners, 'drafter')
  for (const [position, { id, title, content }] of snapshot.sections.entries()) {
    await tx.section.create({ data: { ...part, id, title, position } })
    const update = new Uint8Array(firstUpdate(markQuotes(content, id, threads)))
    await tx.sectionUpdate.create({ data: { groupId, sectionId: id, memberId: author, update } })
  }
  await insertAmendments(tx, part, snapshot, author)
  await insertGoals(tx, part, snapshot)
  for (const thread of threads) await insertThread(tx, part, owners, thread)
}

const memberWith = ({ members }: Owners, role: Role): string => {
  const member = members.find(candidate => candidate.role === role)
  if (!member) throw new Error(`The demo has no ${role}`)
  return member.id
}

type Part = { readonly groupId: string; readonly proposalId: string }

const insertAmendments = (tx: Database, part: Part, { amendments }: Snapshot, author: string) =>
  tx.amendment.createMany({
    data: amendments.map(({ section, ...amendment }) => ({
      ...amendment,
      ...part,
      sectionId: section,
      createdById: author,
      updatedById: author,
      updatedAt: new Date(),
    })),
  })

async function insertGoals(tx: Database, part: Part, { goals }: Snapshot) {
  for (const [position, { id, title, indicators }] of goals.entries()) {
    await tx.goal.create({ data: { ...part, id, title, position } })
    await tx.indicator.createMany({
      data: indicators.map((indicator, place) => ({
        ...indicator,
        groupId: part.groupId,
        goalId: id,
        position: place,
      })),
    })
  }
}

async function insertThread(tx: Database, part: Part, owners: Owners, thread: DemoThread) {
  const { id, kind, resolved, comments } = thread
  await tx.thread.create({
    data: {
      ...part,
      id,
      kind,
      sectionId: 'section' in thread ? thread.section : null,
      amendmentId: 'amendment' in thread ? thread.amendment : null,
      quote: 'quote' in thread ? thread.quote : null,
      resolvedAt: resolved ? new Date() : null,
      resolvedById: resolved ? memberWith(owners, 'drafter') : null,
    },
  })
  const began = Date.now() - comments.length * 60_000
  await tx.comment.createMany({
    data: comments.map(({ author, body }, place) => ({
      id: newId(),
      groupId: part.groupId,
      threadId: id,
      authorId: memberWith(owners, author),
      body,
      // in their order, a minute apart
      createdAt: new Date(began + place * 60_000),
    })),
  })
}
