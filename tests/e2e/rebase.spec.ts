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

test('what a move between boards stands on is shown for both, also on a phone', async ({
  enter,
}) => {
  const eva = await enter('secretary', 0, { viewport: { width: 390, height: 844 } })
  const proposal = await ownProposal(eva)
  const headers = { origin: new URL(eva.url()).origin }
  const move = { type: 'reallocation', from: 'SBN', to: 'KUN', recurrence: 'one-off' }
  const amounts = { amount0: '700', amount1: '0', amount2: '0', motivation: 'Flytt.', section: '' }
  const sent = await eva.request.post(`${proposal}/budget`, {
    form: { intent: 'add', ...move, ...amounts },
    headers,
  })
  expect(sent.ok()).toBe(true)
  const october = JSON.parse(framework)
  october.edition = 2
  october.boards[2].frames = october.boards[2].frames.map((frame: number) => frame + 4000)
  october.boards.splice(7, 1)
  const buffer = Buffer.from(JSON.stringify(october))
  await eva.goto(`${proposal}/rebase`)
  await eva
    .getByLabel('Den nya ramen')
    .setInputFiles({ name: 'oktober.json', mimeType: 'application/json', buffer })
  await eva.getByRole('button', { name: 'Läs in' }).click()
  const moved = eva.getByRole('region', { name: /^Ä3 Från Samhällsbyggnadsnämnden/ })
  const [less, more] = ['−700', '+700'].map(amount =>
    moved.getByRole('row', { name: /^2025/ }).filter({ hasText: amount }),
  )
  await expect(less ?? moved).toContainText('78 984')
  await expect(more ?? moved).toContainText('+4 000')
  await expect(moved.getByRole('radio', { name: /Behåll resultatet/ })).toHaveCount(0)
  // a board that is gone: what it had, and what we did to it
  const gone = eva.getByRole('region', { name: 'Ä2 Överförmyndarnämnden' })
  await expect(gone.getByRole('row', { name: /2025/ })).toContainText(/5\s762.*\+1\s000/)
  await good(eva, 'edition-move')
})

test('what a split board was given is divided between its successors in one decision', async ({
  enter,
}) => {
  const eva = await enter('secretary', 0, { viewport: { width: 390, height: 844 } })
  const proposal = await ownProposal(eva)
  const october = JSON.parse(framework)
  october.edition = 2
  october.name = 'Delad nämnd'
  const [kun] = october.boards.splice(2, 1)
  october.boards.push(
    { ...kun, id: 'KN', name: 'Kulturnämnden' },
    { ...kun, id: 'UN', name: 'Utbildningsnämnden' },
  )
  const buffer = Buffer.from(JSON.stringify(october))
  await eva.goto(`${proposal}/rebase`)
  await eva
    .getByLabel('Den nya ramen')
    .setInputFiles({ name: 'oktober.json', mimeType: 'application/json', buffer })
  await eva.getByRole('button', { name: 'Läs in' }).click()
  const division = eva.getByRole('group', { name: /Dela Ä1/ })
  await expect(division).toHaveCount(0)
  await eva.getByLabel('Vad händer med Ä1?').selectOption('divide')
  await division.getByLabel('Det som blir över till').selectOption('UN')
  await division.getByLabel('Till', { exact: true }).selectOption('KN')
  await division.getByLabel('2025').fill('12 mnkr')
  await expect(division.getByRole('status')).toContainText('2025: −2 000')
  await eva.getByRole('button', { name: 'Byt till Delad nämnd' }).click()
  await expect(eva.getByText('Delarna är mer än hela beloppet')).toBeVisible()
  await division.getByLabel('2025').fill('4 mnkr')
  await expect(division.getByRole('status')).toContainText('2025: +6 000')
  await good(eva, 'edition-divide')
  await eva.getByRole('button', { name: 'Byt till Delad nämnd' }).click()
  await eva.waitForURL(/\/budget$/)
  await expect(eva.locator('#b-UN')).toContainText('+6 000')
  await expect(eva.locator('#b-KN')).toContainText('+4 000')
})

test('a newer edition is read from a spreadsheet’s table, step by step, and nothing moves before', async ({
  enter,
}) => {
  const eva = await enter('secretary')
  const proposal = await ownProposal(eva)
  const base = JSON.parse(framework)
  const rows = base.boards
    .filter(({ id }: { id: string }) => id !== 'OFN')
    .map(({ id, name, frames }: { id: string; name: string; frames: number[] }) =>
      [name, ...frames.map(frame => (id === 'KUN' ? frame + 4000 : frame))].join(';'),
    )
  const text = ['Nämnd;Budget 2025 tkr;Plan 2026 tkr;Plan 2027 tkr', ...rows].join('\n')
  await eva.goto(`${proposal}/rebase`)
  await eva.getByLabel('Den nya ramen').setInputFiles({
    name: 'oktober.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${text}\nSumma nämnder;2896648;1;1\n`),
  })
  await eva.getByRole('button', { name: 'Läs in' }).click()

  await expect(eva.getByRole('heading', { name: 'Läs in ny utgåva' })).toBeVisible()
  await expect(eva.getByLabel('Kommun', { exact: true })).toHaveValue('Alingsås kommun')
  await good(eva, 'edition-columns')
  await eva.getByRole('button', { name: 'Nästa: rader' }).click()
  await expect(eva.getByLabel('Förkortning för Kultur- och utbildningsnämnden')).toHaveValue('KUN')
  await good(eva, 'edition-rows')
  await eva.getByRole('button', { name: 'Nästa: kontroll' }).click()

  // the printed total beside the computed one, and what the base had
  const totals = eva.getByRole('region', { name: 'Tryckta summor', exact: true })
  await expect(totals).toContainText('2 av 3 tryckta summor stämmer inte')
  await expect(totals.getByRole('row', { name: /2025/ })).toContainText('2 896 648')
  const apart = eva.getByRole('region', { name: /Det här skiljer från/ })
  await expect(apart).toContainText('OFN, Överförmyndarnämnden')
  await good(eva, 'edition-preview')
  await eva.getByRole('button', { name: 'Lägg bredvid den gamla ramen' }).click()
  await expect(eva.locator('.fault').first()).toBeVisible()
  await eva.getByLabel('Budgetramens namn').fill('Kommunstyrelsens förslag')
  await eva.getByLabel('Skattesats').fill('21,36')
  await eva.getByRole('button', { name: 'Lägg bredvid den gamla ramen' }).click()

  await eva.waitForURL(/\/rebase$/)
  const kun = eva.getByRole('region', { name: 'Kultur- och utbildningsnämnden' })
  await expect(kun.getByRole('row', { name: /2025/ })).toContainText('+4 000')
  await kun.getByRole('radio', { name: /Behåll resultatet/ }).check()
  await eva.getByLabel('Vad händer med Ä2?').selectOption('withdraw')
  await eva.getByRole('button', { name: 'Byt till Kommunstyrelsens förslag' }).click()
  await eva.waitForURL(/\/budget$/)
  const row = eva.getByRole('row', { name: /Kultur- och utbildningsnämnden/ }).first()
  await expect(row).toContainText('369 622')
})

async function good(page: Page, name: string) {
  await expectAccessible(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  )
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}
