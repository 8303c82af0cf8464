import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { demoProposal, expect, openSection, savedLine, test } from './app'

const school = (proposal: string) => `${proposal}/sections/skola`

const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Textverktyg' }).getByRole('button', { name, exact: true })

const noSidewaysScrolling = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0)

const findings = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html),
  ])

test('a table is made, filled by Tab, changed, and read by the other', async ({ enter }) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  for (const page of [karin, johan]) await openSection(page, school(proposal))
  await savedLine(karin)
  await tool(karin, 'Tabell').click()
  for (const words of ['Enhet', 'Platser', 'Förskola', '120', 'Fritidshem', '40']) {
    if (words !== 'Enhet') await karin.keyboard.press('Tab')
    await karin.keyboard.type(words)
  }
  await karin.keyboard.press('Tab')
  await karin.keyboard.type('Öppen förskola')
  const table = johan.locator('.ProseMirror table')
  await expect(table.locator('th')).toHaveText(['Enhet', 'Platser'])
  await expect(table.locator('tr')).toHaveCount(4)
  await tool(karin, 'Kolumn efter').click()
  await expect(table.locator('th')).toHaveCount(3)
  await karin.keyboard.press('Tab')
  await tool(karin, 'Ta bort kolumnen').click()
  await expect(table.locator('th')).toHaveText(['Enhet', 'Platser'])
  await tool(karin, 'Ta bort raden').click()
  await expect(table.locator('tr')).toHaveCount(3)
  await expect(karin.locator('.save')).toContainText('Sparat')
  expect(await findings(karin)).toEqual([])
  await karin.setViewportSize({ width: 390, height: 844 })
  await noSidewaysScrolling(karin)
  expect(await findings(karin)).toEqual([])

  await test.step('what is suggested in a cell works, and a row says that it does not', async () => {
    const amina = await enter('reviewer')
    await openSection(amina, school(proposal))
    await expect(tool(amina, 'Tabell')).toHaveCount(0)
    await amina.locator('.ProseMirror td', { hasText: 'Förskola' }).first().click()
    await amina.keyboard.press('End')
    await amina.keyboard.type('r')
    await expect(johan.locator('.ProseMirror td ins')).toHaveText('r')
    await amina.keyboard.press('Tab')
    await amina.keyboard.press('Tab')
    await amina.keyboard.press('Tab')
    await amina.keyboard.press('Tab')
    await expect(table.locator('tr')).toHaveCount(3)
    await amina.keyboard.press('ControlOrMeta+z')
  })

  await karin.setViewportSize({ width: 1280, height: 900 })
  await karin.locator('.ProseMirror td', { hasText: '120' }).click()
  await tool(karin, 'Ta bort tabellen').click()
  await expect(table).toHaveCount(0)
})

test('a footnote is numbered, stands in the margin, and follows what stands before it', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  for (const page of [karin, johan]) await openSection(page, school(proposal))
  await savedLine(karin)
  await karin.keyboard.type('Fler lärare')
  await tool(karin, 'Fotnot').click()
  await karin.getByRole('button', { name: 'Infoga fotnoten' }).click()
  await expect(karin.getByRole('alert')).toHaveText('Skriv vad fotnoten ska säga.')
  await karin.getByLabel('Fotnotens text').fill('Enligt kommunens egen prognos.')
  await karin.getByRole('button', { name: 'Infoga fotnoten' }).click()
  await karin.keyboard.type(' behövs.')
  await expect(johan.locator('.ProseMirror p', { hasText: 'behövs.' })).toContainText(
    'Fler lärare† behövs.',
  )
  const beside = johan.getByRole('complementary', { name: 'Fotnot 1' })
  await expect(beside).toContainText('Enligt kommunens egen prognos.')
  await beside.getByRole('button', { name: 'Ändra fotnoten' }).click()
  await johan.getByLabel('Fotnotens text').fill('Enligt regionens prognos.')
  await johan.getByRole('button', { name: 'Spara fotnoten' }).click()
  await expect(karin.getByRole('complementary', { name: 'Fotnot 1' })).toContainText('regionens')
  await expect(karin.locator('.save')).toContainText('Sparat')
  for (const width of [1280, 390]) {
    await karin.setViewportSize({ width, height: 900 })
    expect(await findings(karin)).toEqual([])
    await noSidewaysScrolling(karin)
  }
  await beside.getByRole('button', { name: 'Ta bort' }).click()
  await expect(karin.getByRole('complementary', { name: 'Fotnot 1' })).toHaveCount(0)
})
