import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { add, tkr } from '~/budget/money'
import type { Framework } from '~/budget/framework'
import type { RebaseDecision } from '~/budget/rebase'
import { statementOf } from '~/budget/statement'
import { addSection } from '~/collab/arrange-section.server'
import { rebaseProposal } from '~/collab/rebase-proposal.server'
import { db } from '~/db.server'
import { checkSnapshot } from '~/proposal/check'
import { frameworkHash } from '~/proposal/check-base'
import { loadSnapshot } from '~/collab/load-snapshot.server'
import { dropEdition, proposeEdition } from '~/proposal/propose-edition.server'
import { editRivals } from '~/proposal/edit-rivals.server'
import { loadRivalsPage } from '~/proposal/load-rivals-page.server'
import { baseOf } from '~/proposal/rival-comparison'
import { seenHash } from '~/proposal/rebase-page'
import { figureCharacter } from '~/proposal/section-content'
import { setFrameAmount } from '~/proposal/set-frame-amount.server'
import { loadDraft } from '~/proposal/store.server'
import { loadVersion } from '~/proposal/version-store.server'
import { demoFramework } from '../../prisma/demo/framework'
import { buildAmendment, buildProposal, valueOf } from '../factories'
import { docIn, textOf, write } from './versioned'

const now = new Date('2024-10-24T18:00:00Z')

/** The executive board's proposal: KUN got 4 000 tkr more than in June. */
const october: Framework = {
  ...demoFramework,
  name: 'Kommunstyrelsens förslag',
  edition: 2,
  boards: demoFramework.boards.map(board =>
    board.id === 'KUN'
      ? { ...board, frames: board.frames.map(frame => add(frame, tkr(4000))) }
      : board,
  ),
}

const frame = (board: string, amount: number) => ({
  type: 'frame' as const,
  board,
  recurrence: 'indexed' as const,
  amounts: [tkr(amount), tkr(0), tkr(0)],
})

async function withEdition() {
  const built = await buildProposal()
  const { drafter, secretary, proposalId } = built
  const collided = await buildAmendment(drafter, proposalId, frame('KUN', 10_000))
  const carried = await buildAmendment(drafter, proposalId, frame('BUN', 50_000))
  valueOf(await proposeEdition(secretary, proposalId, october))
  const draft = await loadDraft(secretary, proposalId)
  const seen = draft ? seenHash(draft) : ''
  const move = (decision: RebaseDecision | null) => ({
    proposalId,
    edition: frameworkHash(october),
    seen,
    decisions: new Map(decision ? [[collided.id, decision]] : []),
    now,
  })
  return { ...built, collided, carried, move }
}

const marks = (ref: string) => ({ figure: { ref, format: 'tkr' } })

/** The edition without KUN, whose amendment has to be moved: the figures in a text, and what became of them. */
async function withoutKun(boards: readonly string[]) {
  const built = await buildProposal()
  const { drafter, secretary, proposalId } = built
  const moved = []
  for (const _ of boards) moved.push(await buildAmendment(drafter, proposalId, frame('KUN', 1_000)))
  const carried = await buildAmendment(drafter, proposalId, frame('BUN', 50_000))
  const { sectionId } = valueOf(await addSection(drafter, proposalId, 'Kultur'))
  await write(drafter, sectionId, doc => {
    const block = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    text.insert(0, 'Kulturen får ', {})
    text.insert(13, figureCharacter, marks('frame.KUN.2025.change'))
    text.insert(14, ' och skolan ', {})
    text.insert(26, figureCharacter, marks('frame.BUN.2025.change'))
    block.insert(0, [text])
    doc.getXmlFragment('default').insert(0, [block])
  })
  const next = { ...october, boards: october.boards.filter(({ id }) => id !== 'KUN') }
  valueOf(await proposeEdition(secretary, proposalId, next))
  const draft = await loadDraft(secretary, proposalId)
  const decisions = new Map(
    moved.map(({ id }, i) => [id, { type: 'move' as const, board: boards[i] ?? '' }]),
  )
  const edition = frameworkHash(next)
  const seen = draft ? seenHash(draft) : ''
  valueOf(await rebaseProposal(secretary, { proposalId, edition, seen, decisions, now }))
  const refs = async () =>
    JSON.stringify(textOf(await docIn(drafter, sectionId), 0).toDelta()).match(/frame\.[A-Z]+/g)
  return { ...built, carried, refs }
}

test('the figures in a text go with the amendment that is moved to another board', async () => {
  const { refs, secretary, proposalId } = await withoutKun(['SN', 'SN'])
  expect(await refs()).toEqual(['frame.SN', 'frame.BUN'])
  const snapshot = await loadSnapshot(secretary, proposalId)
  expect(snapshot && checkSnapshot(snapshot).filter(({ id }) => id === 'C05')).toEqual([])
})

test('where its amendments go to several boards nothing is guessed, and C05 names the figure', async () => {
  const { refs, secretary, proposalId } = await withoutKun(['SN', 'VON'])
  expect(await refs()).toEqual(['frame.KUN', 'frame.BUN'])
  const snapshot = await loadSnapshot(secretary, proposalId)
  expect(snapshot && checkSnapshot(snapshot).filter(({ id }) => id === 'C05')).toMatchObject([
    { message: expect.stringContaining('Siffran ”KUN 2025, ändring” (tkr) finns inte') },
  ])
})

test('what carries over stays its author’s, and what is decided becomes the decider’s', async () => {
  const { carried, drafter, secretary, proposalId } = await withoutKun(['SN'])
  const rows = await db.amendment.findMany({ where: { proposalId }, orderBy: { number: 'asc' } })
  expect(rows.map(({ updatedById }) => updatedById)).toEqual([secretary.memberId, drafter.memberId])
  expect(rows[1]).toMatchObject({ id: carried.id, revision: 1 })
  expect(new Set(rows.map(({ baseHash }) => baseHash)).size).toBe(1)
})

test('what is kept on a line that changed is a save of its own, so that who saw the old base is told', async () => {
  const { collided, drafter, secretary, proposalId, move } = await withEdition()
  valueOf(await rebaseProposal(secretary, move({ type: 'change' })))
  const cell = { board: 'KUN', at: 0, amount: tkr(12_000) }
  const seen = { id: collided.id, revision: 1 }
  expect(await setFrameAmount(drafter, proposalId, seen, cell, now)).toMatchObject({
    ok: false,
    fault: { kind: 'stale' },
  })
})

test('nothing moves before every collision is decided', async () => {
  const { secretary, proposalId, move } = await withEdition()
  const refused = await rebaseProposal(secretary, move(null))
  expect(refused).toMatchObject({ ok: false, fault: { message: expect.stringContaining('Ä1') } })
  const draft = await loadDraft(secretary, proposalId)
  expect(draft).toMatchObject({ framework: { edition: 1 } })
  expect(await db.version.count({ where: { proposalId } })).toBe(0)
})

test('the proposal moves whole: amendments, base and checks, and the old state is a version', async () => {
  const { secretary, proposalId, collided, move } = await withEdition()
  const { versionId } = valueOf(await rebaseProposal(secretary, move({ type: 'result' })))
  const draft = await loadDraft(secretary, proposalId)
  expect(draft?.framework).toEqual(october)
  expect(draft?.amendments).toMatchObject([
    { number: 1, change: { recurrence: 'permanent', amounts: [6000, 300, 309] } },
    { number: 2, change: frame('BUN', 50_000) },
  ])
  const snapshot = await loadSnapshot(secretary, proposalId)
  expect(snapshot && checkSnapshot(snapshot).filter(({ id }) => id === 'C01')).toEqual([])
  const version = valueOf(await loadVersion(secretary, proposalId, versionId))
  expect(version.name).toBe('Före Kommunstyrelsens förslag')
  expect(version.snapshot.framework.edition).toBe(1)
  expect(version.snapshot.amendments[0]?.change).toEqual(frame('KUN', 10_000))
  expect(await db.rebase.findMany({ where: { proposalId } })).toMatchObject([
    { decidedById: secretary.memberId, decisions: [{ id: collided.id, fate: 'collided' }] },
  ])
})

test('another’s proposal that was typed in keeps its base, and so its frames, at a move', async () => {
  const { secretary, drafter, proposalId, move } = await withEdition()
  const heading = { name: 'Majoriteten', source: 'Protokollet', datedOn: null }
  const typed = { 'frame.KUN.0': '1 000' }
  const { id } = valueOf(
    await editRivals(drafter, proposalId, { type: 'add', ...heading, typed }, now),
  )
  const kept = async () => {
    const page = await loadRivalsPage(drafter, proposalId, false)
    const rival = page?.rivals[0]
    if (!page || !rival) throw new Error('nothing loaded')
    const { boards } = statementOf(baseOf(rival, page.framework), rival.amendments)
    return { rival, frames: boards.map(({ proposed }) => proposed) }
  }
  const before = await kept()
  valueOf(await rebaseProposal(secretary, move({ type: 'change' })))
  const after = await kept()
  expect(after.frames).toEqual(before.frames)
  expect(after.rival).toMatchObject({ typed: true, framework: demoFramework })
  const again = { type: 'change' as const, id, revision: 1, ...heading, typed }
  valueOf(await editRivals(drafter, proposalId, again, now))
  expect((await kept()).frames).toEqual(before.frames)
})

test('an amendment that somebody changed meanwhile is decided anew', async () => {
  const { secretary, drafter, proposalId, collided, move } = await withEdition()
  const cell = { board: 'KUN', at: 0, amount: tkr(12_000) }
  valueOf(await setFrameAmount(drafter, proposalId, { id: collided.id, revision: 1 }, cell, now))
  const refused = await rebaseProposal(secretary, move({ type: 'change' }))
  expect(refused).toMatchObject({ ok: false, fault: { kind: 'invalid' } })
  expect((await loadDraft(secretary, proposalId))?.framework.edition).toBe(1)
})

test('two who decide at once move the proposal once', async () => {
  const { secretary, proposalId, move } = await withEdition()
  const answers = await Promise.all(
    [1, 2].map(() => rebaseProposal(secretary, move({ type: 'change' }))),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.version.count({ where: { proposalId } })).toBe(1)
})

test('an edition that is the base already, or another municipality’s, is refused', async () => {
  const { secretary, proposalId } = await buildProposal()
  const same = await proposeEdition(secretary, proposalId, demoFramework)
  expect(same).toMatchObject({ ok: false, fault: { field: 'file' } })
  const foreign = { ...october, municipality: { id: '1265', name: 'Sjöbo' } }
  const other = await proposeEdition(secretary, proposalId, foreign)
  expect(other).toMatchObject({ ok: false, fault: { message: expect.stringContaining('Sjöbo') } })
})

test('an edition that is forgotten leaves nothing behind', async () => {
  const { secretary, proposalId, move } = await withEdition()
  valueOf(await proposeEdition(secretary, proposalId, { ...october, edition: 3 }))
  valueOf(await dropEdition(secretary, proposalId))
  const { groupId } = secretary
  expect(await db.framework.count({ where: { groupId } })).toBe(1)
  expect(await rebaseProposal(secretary, move({ type: 'change' }))).toMatchObject({ ok: false })
})

test('a drafter neither reads an edition in nor moves the proposal', async () => {
  const { drafter, proposalId, move } = await withEdition()
  const fault = { kind: 'forbidden' }
  expect(await proposeEdition(drafter, proposalId, october)).toMatchObject({ ok: false, fault })
  expect(await rebaseProposal(drafter, move({ type: 'change' }))).toMatchObject({
    ok: false,
    fault,
  })
})
