import { demoFramework } from '../../prisma/demo/framework'
import { changeCell, expect, expectAccessible, test } from './app'

test('a base in mnkr is shown and written in mnkr, and no digit of ours is rounded away', async ({
  enter,
}) => {
  const page = await enter('secretary')
  await page.goto('/proposals/new')
  await page.getByLabel('Förslagets namn').fill('I miljoner')
  await page.getByLabel('Fil med budgetramen').setInputFiles({
    name: 'ram.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...demoFramework, unit: 'mnkr' })),
  })
  await page.getByRole('button', { name: 'Läs in och jämför' }).click()
  await page.getByRole('button', { name: 'Skapa förslaget' }).click()
  await page.waitForURL(/\/budget$/)

  await changeCell(page, /^Socialnämnden, ändring 2025/, '1,25')
  const cell = page.getByRole('button', { name: /^Socialnämnden, ändring 2025: \+1,25 mnkr/ })
  await expect(cell).toBeVisible()
  await expect(page.locator('#andringar')).toContainText('+1,25')

  await page.getByRole('button', { name: /^Ändra Ä1/ }).click()
  const amount = page.getByRole('dialog').getByLabel('2025').first()
  await expect(amount).toHaveValue('1,25')
  await amount.fill('1 260 tkr')
  await page.getByRole('button', { name: 'Spara ändring' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(
    page.getByRole('button', { name: /^Socialnämnden, ändring 2025: \+1,26 mnkr/ }),
  ).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
})
