import { inviteMember } from '~/auth/invite-member.server'
import type { FrameChange } from '~/budget/amendment'
import { tkr } from '~/budget/money'
import { freezeVersion } from '~/collab/freeze-version.server'
import { openThread } from '~/collab/open-thread.server'
import { overrideCheck } from '~/collab/override-check.server'
import { firstUpdate } from '~/collab/section-doc'
import { wordsHash } from '~/collab/readiness'
import { setReadiness } from '~/collab/set-readiness.server'
import { appendToLog } from '~/collab/log-store.server'
import { addSection, removeSection } from '~/collab/arrange-section.server'
import { db, pool } from '~/db.server'
import type { Actor } from '~/group/policy'
import { Role } from '~/group/role'
import { newId } from '~/identifier.server'
import { startImport, takeStep, type Aim } from '~/import/import-steps.server'
import { columnsStep } from '~/import/step-forms'
import { addAmendment } from '~/proposal/add-amendment.server'
import { createProposal } from '~/proposal/create-proposal.server'
import { proposeEdition } from '~/proposal/propose-edition.server'
import { editAlternatives } from '~/proposal/edit-alternatives.server'
import { addRival } from '~/proposal/edit-rivals.server'
import { hashOf } from '~/proposal/hash.server'
import { insertImage } from '~/proposal/image-store.server'
import { editGoals } from '~/proposal/edit-goals.server'
import { decideMeeting } from '~/proposal/decide-meeting.server'
import type { SectionContent } from '~/proposal/section-content'
import { moveAmendment } from '~/proposal/move-amendment.server'
import { demoFramework } from '../../prisma/demo/framework'
import { buildAmendment, buildGroup, buildMember, valueOf } from '../factories'

/** The edition that lies beside the base of every proposal: all its lines are the same. */
export const nextEdition = { ...demoFramework, name: 'Ramen i oktober', edition: 2 }

/** Everything of one proposal, and of its group, that an address or a form may name. */
export type Ids = {
  readonly proposalId: string
  readonly sectionId: string
  /** A section in the bin. */
  readonly binnedId: string
  readonly amendmentId: string
  /** On the same line and terms as `amendmentId`. */
  readonly twinId: string
  readonly investmentId: string
  readonly threadId: string
  readonly goalId: string
  readonly indicatorId: string
  readonly versionId: string
  readonly memberId: string
  readonly invitationId: string
  readonly overrideId: string
  readonly uploadId: string
  readonly editionUploadId: string
  readonly suggestionId: string
  readonly deferredId: string
  readonly stepId: string
  readonly undoneStepId: string
  readonly decisionId: string
  readonly decidedId: string
  readonly alternativeId: string
  readonly rivalId: string
  readonly imageName: string
}
export type IdName = keyof Ids

/** Ids that nothing has. */
export const unknownIds: Ids = {
  proposalId: 'unknownproposalid000',
  sectionId: 'unknownsectionid0000',
  binnedId: 'unknownbinnedid00000',
  amendmentId: 'unknownamendmentid00',
  twinId: 'unknowntwinid0000000',
  investmentId: 'unknowninvestmentid0',
  threadId: 'unknownthreadid00000',
  goalId: 'unknowngoalid0000000',
  indicatorId: 'unknownindicatorid00',
  versionId: 'unknownversionid0000',
  memberId: 'unknownmemberid00000',
  invitationId: 'unknowninvitationid0',
  overrideId: 'unknownoverrideid000',
  uploadId: 'unknownuploadid00000',
  editionUploadId: 'unknowneditionid0000',
  suggestionId: 'unknownsuggestionid0',
  deferredId: 'unknowndeferredid000',
  stepId: 'unknownstepid0000000',
  undoneStepId: 'unknownundonestepid0',
  decisionId: 'unknowndecisionid000',
  decidedId: 'unknowndecidedid0000',
  alternativeId: 'unknownalternative00',
  rivalId: 'unknownrivalid000000',
  imageName: 'f'.repeat(64),
}

/** A group as those who try things out need it: members in each role and in several, and two proposals of each kind of row. */
export type World = {
  readonly groupId: string
  readonly members: Readonly<Record<string, Actor>>
  readonly all: Actor
  readonly ids: Ids
  /** The group's other proposal: its parts do not belong to the first. */
  readonly sibling: Ids
}

export async function buildWorld(name: string): Promise<World> {
  const group = await buildGroup(name)
  const entries = await Promise.all(
    Role.options.map(async role => [role, await buildMember(group, [role])] as const),
  )
  const several = await buildMember(group, ['reviewer', 'secretary'], 'several')
  const all = await buildMember(group, [...Role.options], 'all')
  const members = { ...Object.fromEntries(entries), several }
  const ids = await buildIds(all, `${name} ett`)
  return { groupId: group.id, members, all, ids, sibling: await buildIds(all, `${name} två`) }
}

/** What stands in the section of a proposal with the title. */
export const secretText = (title: string): SectionContent => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: `Hemligt i ${title}.` }] }],
})

async function buildIds(actor: Actor, title: string): Promise<Ids> {
  const now = new Date()
  const { proposalId } = valueOf(await createProposal(actor, { title, framework: demoFramework }))
  const { sectionId } = valueOf(await addSection(actor, proposalId, `Skolan i ${title}`))
  const { groupId, memberId } = actor
  const content = secretText(title)
  await appendToLog({ groupId, memberId, sectionId, update: firstUpdate(content) })
  const approval = { intent: 'approve' as const, from: 'draft' as const, seen: wordsHash(content) }
  valueOf(await setReadiness(actor, proposalId, { id: sectionId, ...approval }, now))
  const { sectionId: binnedId } = valueOf(await addSection(actor, proposalId, `Kastat i ${title}`))
  valueOf(await removeSection(actor, proposalId, { id: binnedId, revision: 1 }, now))
  const amounts = [tkr(200_000), tkr(0), tkr(0)]
  const change = { type: 'frame' as const, board: 'BUN', recurrence: 'indexed' as const, amounts }
  const { id: amendmentId } = await buildAmendment(actor, proposalId, change)
  const { id: twinId } = await buildAmendment(actor, proposalId, change)
  await db.amendment.update({ where: { id: twinId }, data: { withdrawalById: memberId } })
  const { id: investmentId } = await buildAmendment(actor, proposalId, {
    type: 'investment',
    name: 'Idrottshall',
    board: 'KUN',
    amounts: [33_000, 0, 0].map(tkr),
    usefulLife: 33,
  })
  const suggest = async (board: string) => {
    const input = { change: { ...change, board }, motivation: 'Skäl', section: null }
    return valueOf(await addAmendment(actor, proposalId, { ...input, asSuggestion: true }, now)).id
  }
  const suggestionId = await suggest('SN')
  const deferredId = await suggest('KUN')
  const first = { id: deferredId, revision: 1 }
  valueOf(await moveAmendment(actor, proposalId, first, 'defer', now))
  const decidedId = await suggest('MSN')
  const on = [{ id: decidedId, revision: 1 }]
  const meeting = { on, off: [], rest: 'leave' as const, gap: null }
  const { decisionId } = valueOf(await decideMeeting(actor, proposalId, meeting, now))
  const settings = new Map([[amendmentId, 'off' as const]])
  const without = { type: 'add' as const, name: 'Utan skolan', settings }
  const { id: alternativeId } = valueOf(await editAlternatives(actor, proposalId, without, now))
  const theirs = { name: 'Majoriteten', source: `${title}, deras`, datedOn: null, amendments: [] }
  const { id: rivalId } = valueOf(await addRival(actor, proposalId, theirs, now))
  // more than the base bears, and the leader's reason for it: so that a reason can be given, and the proposal locked
  const reason = 'Vi använder reserven.'
  const deficit = { check: 'C08', place: 'result', ground: 'result-reserve' as const, reason }
  valueOf(await overrideCheck(actor, proposalId, deficit, now))
  const override = await db.override.findFirstOrThrow({ where: { proposalId } })
  const thread = { place: { kind: 'section' as const, sectionId }, body: 'Fråga', now }
  const { threadId } = valueOf(await openThread(actor, proposalId, thread))
  const goal = await editGoals(actor, proposalId, { type: 'add-goal', title: 'Ett mål' })
  const goalId = valueOf(goal).id
  const indicator = { kpi: null, label: 'Andel', unit: '%', direction: 'increase' as const }
  const figures = { outcomeYear: null, outcome: null, targetYear: null, target: null }
  const added = await editGoals(actor, proposalId, {
    type: 'add-indicator',
    goalId,
    indicator: { ...indicator, ...figures },
  })
  const onIndicator = { kind: 'indicator' as const, place: valueOf(added).id }
  valueOf(await openThread(actor, proposalId, { place: onIndicator, body: 'Fråga', now }))
  valueOf(await proposeEdition(actor, proposalId, nextEdition))
  const { versionId } = valueOf(await freezeVersion(actor, { proposalId, name: 'Första', now }))
  const invited = { email: `${proposalId}@example.org`, name: 'Ny', roles: ['drafter' as const] }
  valueOf(await inviteMember(actor, invited, now))
  const invitation = await db.invitation.findFirstOrThrow({ where: { email: invited.email } })
  const other = await buildMember({ id: groupId }, ['drafter'], 'den som ändras')
  return {
    proposalId,
    sectionId,
    binnedId,
    amendmentId,
    twinId,
    investmentId,
    threadId,
    goalId,
    indicatorId: valueOf(added).id,
    versionId,
    memberId: other.memberId,
    invitationId: invitation.id,
    overrideId: override.id,
    uploadId: await buildUpload(actor, { title }),
    imageName: await buildImage(actor, title),
    editionUploadId: await buildUpload(actor, { proposalId }),
    suggestionId,
    deferredId,
    ...(await buildSteps(actor, proposalId, suggestionId, change)),
    decisionId,
    decidedId,
    alternativeId,
    rivalId,
  }
}

/** For every member of the group a step of their own that can be undone, and one that was. */
async function buildSteps(
  { groupId }: Actor,
  proposalId: string,
  amendmentId: string,
  change: FrameChange,
) {
  const [stepId, undoneStepId] = [newId(), newId()]
  const now = { change: { ...change, board: 'SN' }, state: 'suggested' as const }
  const other = { ...now, change: { ...now.change, amounts: [tkr(100), tkr(0), tkr(0)] } }
  const members = await db.member.findMany({ where: { groupId }, select: { id: true } })
  await db.figureChange.createMany({
    data: members.flatMap(({ id: memberId }) => {
      const row = { groupId, proposalId, amendmentId, memberId, at: new Date() }
      return [
        { ...row, step: stepId, before: other, after: now },
        { ...row, step: undoneStepId, before: now, after: other, undoneAt: new Date() },
      ]
    }),
  })
  return { stepId, undoneStepId }
}

const { id: municipalityId, name: municipality } = demoFramework.municipality

/** A small table on its way to a framework, all but its last step taken. */
async function buildUpload(actor: Actor, aim: Aim): Promise<string> {
  const now = new Date()
  const content = Buffer.from('Nämnd;Budget 2027 tkr\nSocialnämnden;100\n')
  const started = valueOf(await startImport(actor, [{ name: 'ram.csv', content }], aim, now))
  if (!('uploadId' in started)) throw new Error('A table is no JSON')
  const sent = { 'use.0': 'on', 'header.0': '1', budgetYear: '2027' }
  const example = { municipality: 'Exempelby', municipalityId: '9999' }
  const place = 'title' in aim ? example : { municipality, municipalityId }
  const { uploadId } = started
  valueOf(await takeStep(actor, uploadId, open => columnsStep({ ...sent, ...place }, open), now))
  return uploadId
}

/** Rows that any request may write: they hold nothing of a group. */
const passing = ['Session', 'RateLimiterFlexible', '_prisma_migrations']

async function tables(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and not tablename = any($1)`,
    [passing],
  )
  return rows.map(({ name }) => name)
}

/** The database at one moment: whether it has changed since is told row for row, and it can be brought back. */
export async function keepDatabase() {
  const names = await tables()
  const digest = names
    .map(
      name =>
        `select '${name}' as name, count(*)::int as rows, md5(coalesce(string_agg(x::text, '|' order by x::text), '')) as sum from "${name}" x`,
    )
    .join(' union all ')
  // the parts of a union come in any order, once the server reads them side by side
  const inOrder = `select * from (${digest}) digests order by name`
  const take = async () => JSON.stringify((await pool.query(inOrder)).rows)
  const copies = names.map(name => `create table kept."${name}" as select * from "${name}";`)
  await pool.query(`drop schema if exists kept cascade; create schema kept; ${copies.join('')}`)
  const before = await take()
  const back = names.map(
    name => `delete from "${name}"; insert into "${name}" select * from kept."${name}";`,
  )
  return {
    digest: take,
    isUnchanged: async () => (await take()) === before,
    restore: async () => {
      if ((await take()) === before) return
      await pool.query(
        `begin; set local session_replication_role = replica; ${back.join('')} commit;`,
      )
    },
  }
}

/** An image of the group's, whatever it shows. @returns its name */
async function buildImage(actor: Actor, title: string): Promise<string> {
  const content = new TextEncoder().encode(`Bilden i ${title}`)
  const name = hashOf(content)
  await insertImage(db, actor, name, { type: 'png', content })
  return name
}
