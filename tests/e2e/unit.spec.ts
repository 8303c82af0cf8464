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
  await expect(page.getByRole('table', { name: /räknade, mnkr$/ })).toContainText('2 898,41')
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

  // no page of the proposal falls back on tkr
  const proposal = new URL(page.url()).pathname.replace(/\/budget$/, '')
  await page.goto(`${proposal}/versions?freeze=1`)
  await page.getByLabel('Versionens namn').fill('Före')
  await page.getByRole('button', { name: 'Frys', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Före', exact: true })).toBeVisible()
  await page.goto(`${proposal}/budget`)
  await changeCell(page, /^Socialnämnden, ändring 2025/, '2,345')
  const october = {
    ...demoFramework,
    unit: 'mnkr',
    name: 'Oktoberramen',
    boards: demoFramework.boards.map(board =>
      board.id === 'SN' ? { ...board, frames: board.frames.map(frame => frame + 500) } : board,
    ),
  }
  await page.goto(`${proposal}/rebase`)
  await page.getByLabel('Den nya ramen').setInputFiles({
    name: 'oktober.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(october)),
  })
  await page.getByRole('button', { name: 'Läs in' }).click()
  await expect(page.getByRole('button', { name: 'Byt till Oktoberramen' })).toBeVisible()
  const pages = [
    'rebase',
    'remedies',
    'meeting',
    'tables',
    'versions',
    'versions/compare',
    'clauses',
    'alternatives',
    'rivals?add=1',
    'news',
    'checks',
    'framework',
    'budget',
  ]
  for (const path of pages) {
    await page.goto(`${proposal}/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.soft(page.getByRole('main'), path).not.toContainText(/\d\s*tkr/)
    await expect.soft(page.getByRole('main'), path).not.toContainText(/[,(] ?tkr/)
  }
  await page.goto(`${proposal}/versions/compare`)
  await expect(page.getByText('+1,085').first()).toBeVisible()
  await page.goto(`${proposal}/rebase`)
  await expect(page.getByRole('region', { name: 'Socialnämnden' })).toContainText('+2,345 mnkr')
})
