import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './app'

const framework = readFileSync(new URL('../fixtures/demo-framework.json', import.meta.url), 'utf8')

/** A proposal of the test's own on the demo's framework, with 10 000 tkr to KUN and 1 000 tkr to the OFN. */
async function ownProposal(page: Page): Promise<string> {
  const headers = { origin: new URL(page.url()).origin }
  const form = { way: 'file', intent: 'create', title: 'Ombaserat', file: framework }
  const created = await page.request.post('/proposals/new', { form, headers, maxRedirects: 0 })
  const proposal = (created.headers().location ?? '').replace(/\/budget$/, '')
  for (const [board, amount0] of Object.entries({ KUN: '10 000', OFN: '1 000' })) {
    const amendment = { type: 'frame', board, recurrence: 'indexed', motivation: 'Behövs.' }
    const amounts = { amount0, amount1: '0', amount2: '0' }
    const sent = { intent: 'add', ...amendment, ...amounts, section: '' }
    await page.request.post(`${proposal}/budget`, { form: sent, headers })
  }
  return proposal
}

test('a newer edition lies beside the base until each collision is decided', async ({ enter }) => {
  const eva = await enter('secretary')
  const proposal = await ownProposal(eva)
  await eva.goto(`${proposal}/rebase`)
  await expectAccessible(eva)

  const october = JSON.parse(framework)
  october.name = 'Kommunstyrelsens förslag'
  october.edition = 2
  october.boards[2].frames = october.boards[2].frames.map((frame: number) => frame + 4000)
  october.boards.splice(7, 1)
  const buffer = Buffer.from(JSON.stringify(october))
  await eva
    .getByLabel('Den nya ramen')
    .setInputFiles({ name: 'oktober.json', mimeType: 'application/json', buffer })
  await eva.getByRole('button', { name: 'Läs in' }).click()

  const kun = eva.getByRole('region', { name: 'Kultur- och utbildningsnämnden' })
  await expect(kun.getByRole('row', { name: /2025/ })).toContainText('+4 000')
  await expectAccessible(eva)
  await kun.getByRole('radio', { name: /Behåll resultatet/ }).check()
  await eva.getByLabel('Vad händer med Ä2?').selectOption('withdraw')
  await eva.getByRole('button', { name: 'Byt till Kommunstyrelsens förslag' }).click()

  await eva.waitForURL(/\/budget$/)
  const row = eva.getByRole('row', { name: /Kultur- och utbildningsnämnden/ }).first()
  await expect(row).toContainText('369 622')
  await eva.goto(`${proposal}/versions`)
  await expect(eva.getByText('Före Kommunstyrelsens förslag').first()).toBeVisible()
})
