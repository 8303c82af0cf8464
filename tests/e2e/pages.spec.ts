import type { Page } from '@playwright/test'
import { changeCell, demoProposal, expect, expectAccessible, openSection, test } from './app'

const inProposal = [
  'budget',
  'remedies',
  'tables',
  'framework',
  'goals',
  'clauses',
  'checks',
  'comments',
  'news',
  'sections',
  'find?q=skola',
  'versions',
]

/** Accessible, no wider than the window, and nothing in its head lies over anything else. */
async function expectGood(page: Page, what: string) {
  await expectAccessible(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  )
  expect(overflow, `${what} scrolls sideways`).toBeLessThanOrEqual(0)
  const over = await page.evaluate(() =>
    [...document.querySelectorAll('.head, .head-end, .head .save')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ className }) => className),
  )
  expect(over, `the head of ${what} is too narrow`).toEqual([])
}

async function expectGoodPages(page: Page, paths: readonly string[]) {
  for (const path of paths) {
    await page.goto(path)
    await expect(page.locator('h1')).toBeVisible()
    await expectGood(page, path)
  }
}

// axe reads each page for a second or two
test.describe.configure({ timeout: 240_000 })

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    const options = { colorScheme, viewport: { width, height: 900 } }
    const name = `${colorScheme}, ${width} px`

    test(`the secretary's pages are accessible and fit, ${name}`, async ({ enter }) => {
      const page = await enter('secretary', 0, options)
      const proposal = await demoProposal(page)
      const paths = inProposal.map(part => `${proposal}/${part}`)
      await expectGoodPages(page, [...paths, '/proposals', '/proposals/new', '/account'])
      await page.getByRole('link', { name: 'Skuggbudget' }).click()
      await page.goto(`${proposal}/versions?freeze=1`)
      await page.getByLabel('Versionens namn').fill(`Granskad ${name}`)
      await expectGood(page, 'freezing')
      await page.getByRole('button', { name: 'Frys', exact: true }).click()
      const version = page.getByRole('link', { name: `Granskad ${name}`, exact: true })
      const path = `${proposal}/versions/${(await version.getAttribute('href'))?.split('/').at(-1)}`
      await expectGoodPages(page, [path, `${path}/export`, `${proposal}/versions/compare`])
    })

    test(`section, dialogs and faults are accessible and fit, ${name}`, async ({ enter }) => {
      const page = await enter('drafter', 0, options)
      const proposal = await demoProposal(page)
      await openSection(page, `${proposal}/sections/skola`)
      await page.locator('.ProseMirror .fig').first().click()
      await expectGood(page, 'section')
      await page.goto(`${proposal}/budget`)
      await changeCell(page, /Överförmyndarnämnden, ändring 2025/, 'tolv')
      await expect(page.getByRole('alert')).toContainText('tolv')
      await expectGood(page, 'a fault in a cell')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Lägg till ändring' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectGood(page, 'the form of an amendment')
      await page.goto(`${proposal}/sections`)
      await page.getByRole('button', { name: /^Ta bort En budget/ }).click()
      await expectGood(page, 'a question')
      await expectGoodPages(page, ['/members', '/nothing'])
    })

    test(`the ways in, and the reader's pages, are accessible and fit, ${name}`, async ({
      enter,
      browser,
      app,
    }) => {
      const per = await enter('admin', 0, options)
      await expectGoodPages(per, ['/members'])
      await per
        .getByRole('button', { name: /Ändra roller/ })
        .first()
        .click()
      await expectGood(per, 'roles')
      const email = `granskad.${colorScheme}.${width}@partigruppen.example`
      await per.goto('/members')
      await per.getByLabel('Namn').fill('Ny Medlem')
      await per.getByLabel('E-postadress').fill(email)
      await per.getByRole('button', { name: 'Gör en engångslänk' }).click()
      const link = await per.getByLabel(/Engångslänk till/).inputValue()
      await expectGood(per, 'the one-time link')
      const amina = await enter('reviewer', 0, options)
      const proposal = await demoProposal(amina)
      await openSection(amina, `${proposal}/sections/skola`)
      await expectGood(amina, 'section, read')
      await expectGoodPages(amina, [`${proposal}/budget`, `${proposal}/comments`])
      await amina.context().setOffline(true)
      await expect(amina.getByText('Ingen kontakt med servern.')).toBeVisible()
      await expectGood(amina, 'offline')
      const setupLink = /\/setup\/\S+/.exec(app.said())?.[0] ?? ''
      const context = await browser.newContext({ baseURL: app.url, ...options })
      const page = await context.newPage()
      await expectGoodPages(page, ['/login', link, setupLink, '/invitation/nothing'])
      await context.close()
    })
  }
}

test('a phone shows one year at a time, in both tables', async ({ enter }) => {
  const page = await enter('drafter', 0, { viewport: { width: 390, height: 844 } })
  await page.goto(`${await demoProposal(page)}/budget`)
  const social = page.getByRole('row', { name: /^Socialnämnden/ })
  await expect(social).toContainText('256 533')
  await expect(page.getByText('264 229')).toBeHidden()
  await page.getByText('2026', { exact: true }).first().click()
  await expect(page.getByText('264 229')).toBeVisible()
  await expect(page.getByText('256 533')).toBeHidden()
  await expect(page.getByRole('cell', { name: '73 740' }).first()).toBeVisible()
})

test('an address that does not exist, and one of another group, answer the same', async ({
  enter,
}) => {
  const own = await enter('drafter')
  const proposal = await demoProposal(own)
  const rival = await enter('drafter', 2)
  for (const path of [`${proposal}/budget`, '/proposals/nothing/budget']) {
    const answer = await rival.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(rival.locator('main, body').first()).not.toContainText('Mer till skola')
  }
})
