import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { pool } from '~/db.server'
import { editGoals } from '~/proposal/edit-goals.server'
import { buildProposal, valueOf } from '../factories'

test('a change waits for those before it, also when they take long', async () => {
  const { drafter, proposalId } = await buildProposal()
  const before = await pool.connect()
  try {
    await before.query('begin')
    await before.query('select 1 from "Proposal" where id = $1 for update', [proposalId])
    const waiting = editGoals(drafter, proposalId, { type: 'add-goal', title: 'Välfärd' })
    await sleep(6000)
    await before.query('commit')
    expect(valueOf(await waiting).id).toMatch(/^[\w-]+$/)
  } finally {
    before.release()
  }
}, 30_000)
