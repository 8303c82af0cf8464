import type { Page } from '@playwright/test'
import { demoProposal, expect, expectAccessible, test } from './app'

/** Nothing for axe to find, and nothing wider than the page. */
async function expectGoodLook(page: Page) {
  await expectAccessible(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
}

/** Opens a thread's form on the budget line and begins to write in it. */
async function beginOnLine(page: Page, proposal: string) {
  await page.goto(`${proposal}/budget?threads=line.result`)
  const beside = page.getByRole('complementary', { name: /^Kommentarer/ })
  await expect(beside).toBeVisible()
  const field = beside.getByRole('textbox', { name: 'Kommentar' })
  if (!(await field.isVisible())) await beside.getByRole('button', { name: 'Ny tråd' }).click()
  await expect(field).toBeFocused()
  return { beside, field }
}

for (const view of [
  { width: 1280, height: 900, colorScheme: 'dark' as const },
  { width: 390, height: 844, colorScheme: 'light' as const },
])
  test(`a member is named in a comment by the keys alone, ${view.width}`, async ({ enter }) => {
    const options = { viewport: view, colorScheme: view.colorScheme }
    const writer = await enter('reviewer', 0, options)
    const proposal = await demoProposal(writer)
    const { beside, field } = await beginOnLine(writer, proposal)
    await writer.keyboard.type('Kan du räkna på det, @')
    const list = beside.getByRole('listbox', { name: 'Nämn en medlem' })
    await expect(list.getByRole('option').nth(1)).toBeVisible()
    await writer.keyboard.press('ArrowDown')
    const second = list.getByRole('option').nth(1)
    await expect(second).toHaveAttribute('aria-selected', 'true')
    const id = (await second.getAttribute('id')) ?? ''
    await expect(field).toHaveAttribute('aria-activedescendant', id)
    await expectGoodLook(writer)
    await writer.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
    await expect(field).toHaveValue('Kan du räkna på det, @')

    await writer.keyboard.type(' eller @kar')
    await expect(list.getByRole('option')).toHaveCount(1)
    const name = (await list.getByRole('option').textContent()) ?? ''
    await writer.keyboard.press('Enter')
    await expect(field).toHaveValue(`Kan du räkna på det, @ eller @${name} `)
    await writer.keyboard.type('i kväll?')
    await beside.getByRole('button', { name: 'Kommentera' }).click()
    const said = beside
      .locator('.said')
      .filter({ hasText: `@${name} i kväll?` })
      .last()
    await expect(said.locator('.mention')).toHaveText(`@${name}`)

    const named = await enter('drafter', 0, options)
    await named.goto(`${proposal}/budget?threads=line.result`)
    await expect(named.locator('.said .mention.you').last()).toHaveText(`@${name}`)
    await expectGoodLook(named)
    await named.goto(`${proposal}/comments`)
    const filters = named.getByRole('navigation', { name: 'Vilka trådar som visas' })
    const answered = named.getByRole('listitem').filter({ hasText: 'i kväll?' })
    const others = named.getByRole('listitem').filter({ hasNotText: 'i kväll?' })
    await filters.getByRole('link', { name: 'Nämner mig' }).click()
    await expect(named).toHaveURL(/\?named=1$/)
    await expect(answered.first()).toBeVisible()
    await expect(others.filter({ has: named.locator('.thread') })).toHaveCount(0)
    await expectGoodLook(named)
    await filters.getByRole('link', { name: 'Mina' }).click()
    await expect(named).toHaveURL(/\?mine=1&named=1$/)
    await expect(named.getByRole('heading', { name: /^Ingen öppen tråd/ })).toBeVisible()
    await expectGoodLook(named)
    await named.getByRole('link', { name: 'Visa alla öppna trådar' }).click()
    await expect(answered.first()).toBeVisible()
    await filters.getByRole('link', { name: /^Lösta/ }).click()
    await expect(named).toHaveURL(/\?show=resolved$/)
    await expect(answered).toHaveCount(0)
  })
