import type { Page } from '@playwright/test'
import { demoProposal, expect, expectAccessible, openSection, saved, savedLine, test } from './app'

const search = async (page: Page, words: string) => {
  await page.getByLabel('Sök i hela förslaget').fill(words)
  await page.getByRole('button', { name: 'Sök', exact: true }).click()
}

test('words are found in all sections, and the chosen ones replaced under open eyes', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  await openSection(johan, `${proposal}/sections/skola`)
  const text = johan.locator('.ProseMirror')
  const figures = await text.locator('.fig').allInnerTexts()
  await expect(text).toContainText('vikarierna')
  await karin.goto(`${proposal}/budget`)
  await karin.getByRole('link', { name: 'Sök och ersätt' }).first().click()
  await search(karin, 'vikarierna')
  const row = karin.getByRole('group', { name: /Skola och förskola/ })
  await expect(row.getByRole('checkbox')).toHaveCount(1)
  await expectAccessible(karin)
  await karin.getByLabel('Ersätt med').fill('de tillfälliga')
  await karin.getByRole('button', { name: 'Ersätt valda' }).click()
  await expect(karin.getByText(/1 träff ersatt\./)).toBeVisible()
  await expect(text).toContainText('de tillfälliga uteblir')
  await expect(text).not.toContainText('vikarierna')
  expect(await text.locator('.fig').allInnerTexts()).toEqual(figures)
  await karin.goto(`${proposal}/versions`)
  const version = { name: 'Före ersättning av ”vikarierna”', exact: true }
  await expect(karin.getByRole('link', version)).toBeVisible()
})

test('a reviewer only suggests, and what was written in since is named', async ({ enter }) => {
  const amina = await enter('reviewer')
  const karin = await enter('drafter')
  const proposal = await demoProposal(amina)
  await openSection(karin, `${proposal}/sections/omsorg`)
  const text = karin.locator('.ProseMirror')
  await text.locator('p').last().click()
  await karin.keyboard.press('End')
  await karin.keyboard.type(' Först kvarnhjul, sedan kvarnhjul.')
  await expect(karin.locator('.save')).toContainText(/Sparat \d\d:\d\d/)
  await amina.goto(`${proposal}/find`)
  await search(amina, 'kvarnhjul')
  await expect(amina.getByRole('checkbox', { name: /kvarnhjul/ })).toHaveCount(2)
  await expect(amina.getByRole('button', { name: 'Ersätt valda' })).toHaveCount(0)
  await amina.getByLabel('Ersätt med').fill('vindkraft')
  // the page has loaded before; what is written now it does not know
  for (let i = 0; i < 3; i++) await karin.keyboard.press('ArrowLeft')
  await saved(karin, () => karin.keyboard.type('X'))
  await amina.getByRole('button', { name: 'Föreslå valda' }).click()
  await expect(amina.getByRole('alert')).toContainText('”kvarnhjul” i Vård och omsorg')
  await expect(text.locator('del', { hasText: 'kvarnhjul' })).toHaveCount(1)
  await expect(text.locator('ins', { hasText: 'vindkraft' })).toHaveCount(1)
  await expect(text).toContainText('kvarnhjXul')
})

test('what a footnote says is found with its section, suggested and replaced', async ({
  enter,
}) => {
  const amina = await enter('reviewer')
  const karin = await enter('drafter')
  const proposal = await demoProposal(amina)
  await openSection(karin, `${proposal}/sections/skola`)
  await savedLine(karin)
  await karin.keyboard.type('Fler vuxna')
  await karin.keyboard.press('ControlOrMeta+Alt+f')
  await karin.getByLabel('Fotnotens text').fill('Enligt väderkvarnen, och en väderkvarn till.')
  await karin.getByRole('button', { name: 'Infoga fotnoten' }).click()
  const beside = karin.getByRole('complementary', { name: 'Fotnot 1' })
  await expect(beside).toContainText('väderkvarnen')
  await expect(karin.locator('.save')).toContainText(/Sparat \d\d:\d\d/)
  await karin.goto(`${proposal}/find`)
  await search(karin, 'väderkvarn')
  const row = karin.getByRole('group', { name: /Skola och förskola/ })
  await expect(row.getByRole('checkbox', { name: /^Fotnot 1: / })).toHaveCount(2)
  await expectAccessible(karin)
  await row.getByRole('checkbox').last().uncheck()
  await karin.getByLabel('Ersätt med').fill('vattenkvarn')
  await karin.getByRole('button', { name: 'Ersätt valda' }).click()
  await expect(karin.getByText(/1 träff ersatt\./)).toBeVisible()
  await amina.goto(`${proposal}/find`)
  await search(amina, 'väderkvarn')
  await amina.getByLabel('Ersätt med').fill('vindkraft')
  await amina.getByRole('button', { name: 'Föreslå valda' }).click()
  await expect(amina.getByText(/1 träff finns nu som ändringsförslag/)).toBeVisible()
  await openSection(karin, `${proposal}/sections/skola`)
  await expect(karin.getByRole('complementary', { name: 'Fotnot 1' })).toContainText(
    'Enligt vattenkvarnen, och en väderkvarn till.',
  )
  await expect(karin.locator('.ProseMirror ins .footnote, .ProseMirror .footnote ins')).toHaveCount(
    1,
  )
})
