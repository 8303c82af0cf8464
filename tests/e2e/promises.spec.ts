import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, openSection, test } from './app'

const framework = readFileSync(new URL('../fixtures/demo-framework.json', import.meta.url), 'utf8')

/** A proposal of the test's own, with four park workers in the board that has the parks. */
async function withMeasure(page: Page): Promise<string> {
  const headers = { origin: new URL(page.url()).origin }
  const form = { way: 'file', intent: 'create', title: 'Löften', file: framework }
  const created = await page.request.post('/proposals/new', { form, headers, maxRedirects: 0 })
  const budget = created.headers().location ?? ''
  await page.goto(budget)
  await page.getByRole('button', { name: 'Lägg till ändring' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Vad ändras').selectOption({ label: 'En nämnds ram' })
  await dialog.getByLabel('Nämnd').selectOption('SBN')
  await dialog.locator('[name="amount0"]').fill('1 000')
  await dialog.getByText('Dela upp i åtgärder').click()
  await dialog.locator('[name="m0.name"]').fill('Parkarbetare')
  await dialog.locator('[name="m0.quantity"]').fill('4')
  await dialog.locator('[name="m0.price"]').fill('162,5')
  await dialog.locator('[name="m0.amount0"]').fill('650')
  await dialog.getByRole('button', { name: 'Spara ändring' }).click()
  await expect(dialog).toHaveCount(0)
  return budget.split('/').slice(0, 3).join('/')
}

async function openNewSection(page: Page, proposal: string): Promise<string> {
  await page.goto(`${proposal}/sections`)
  await page.getByLabel('Nytt avsnitt').fill('Parkerna')
  await page.getByRole('button', { name: 'Lägg till avsnitt' }).click()
  const link = page.getByRole('link', { name: 'Parkerna' }).first()
  const path = (await link.getAttribute('href')) ?? ''
  await openSection(page, path)
  return path
}

test('a promise is bound to the measure that pays for it, and says when it no longer does', async ({
  enter,
}) => {
  test.setTimeout(120_000)
  const page = await enter('secretary')
  const proposal = await withMeasure(page)
  const section = await openNewSection(page, proposal)
  await page.locator('.ProseMirror').click()
  await page.keyboard.type('Vi anställer fler i parkerna. Vi öppnar toaletterna.')
  await page.getByRole('button', { name: 'Märk som löfte' }).click()
  await page.getByRole('combobox', { name: 'Sök vad löftet betalas med' }).fill('inom')
  await page.keyboard.press('Enter')
  const marked = page.locator('.ProseMirror .promise')
  await expect(marked).toHaveText(['Vi öppnar toaletterna.'])
  const note = page.getByRole('complementary', { name: 'Löfte' })
  await expect(note).toContainText('Inom ram')

  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.locator('.ProseMirror p').click({ position: { x: 12, y: 10 } })
  await expect(note).toHaveCount(0)
  await page.getByRole('button', { name: 'Märk som löfte' }).click()
  await page.getByRole('option', { name: /Parkarbetare, Ä1 Samhällsbyggnadsnämnden/ }).click()
  await expect(marked).toHaveText(['Vi anställer fler i parkerna.', 'Vi öppnar toaletterna.'])
  await expect(note).toContainText('+650')
  await expect(note).toContainText('4 × 162,5 tkr')
  await expect(page.locator('.save')).toContainText(/Sparat \d\d:\d\d/)
  await expectAccessible(page)

  await page.goto(`${proposal}/checks`)
  await expect(page.locator('main')).not.toContainText('ett löfte utan pengar')
  const other = await enter('drafter')
  await openSection(other, section)
  await expect(other.locator('.ProseMirror .promise')).toHaveCount(2)
  await page.goto(`${proposal}/budget`)
  await page.getByRole('button', { name: /^Dra tillbaka Ä1/ }).click()
  await expect(page.getByRole('button', { name: /^Dra tillbaka Ä1/ })).toHaveCount(0)

  // the other member's page tells it without a reload
  const lost = other.getByRole('complementary', { name: 'Löfte' })
  await expect(lost.filter({ hasText: 'Löftet har inga pengar' })).toContainText(
    'Ä1 är tillbakadragen.',
  )
  const stale = other.locator('.ProseMirror .lost-promise')
  await expect(stale).toHaveText(['Vi anställer fler i parkerna.'])
  await expect(stale).toHaveAttribute('title', 'Löftet har inga pengar. Ä1 är tillbakadragen.')
  await page.goto(`${proposal}/checks`)
  await expect(page.locator('main')).toContainText('Ä1 är tillbakadragen.')

  await lost.filter({ hasText: 'tillbakadragen' }).getByRole('button', { name: 'Ta bort' }).click()
  await expect(other.locator('.ProseMirror .promise')).toHaveText(['Vi öppnar toaletterna.'])
})
