import type { Locator, Page } from '@playwright/test'
import { demoProposal, expect, expectAccessible, openSection, selectionSettled, test } from './app'

// each looks at many pages with axe
test.describe.configure({ timeout: 240_000 })

/** Nothing for axe to find, and nothing wider than the page, nor a figure than its column. */
async function expectGoodLook(page: Page) {
  await expectAccessible(page)
  const spilling = await page
    .locator('td.num:visible')
    .evaluateAll(cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).length)
  expect(spilling).toBe(0)
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

const views = [
  { width: 1280, height: 900, colorScheme: 'dark' as const },
  { width: 390, height: 844, colorScheme: 'light' as const },
]

for (const view of views)
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

for (const view of views)
  test(`threads on a heading, a line, a goal and a clause look well, ${view.width}`, async ({
    enter,
  }) => {
    const options = { viewport: view, colorScheme: view.colorScheme }
    const page = await enter('drafter', 0, options)
    const proposal = await demoProposal(page)
    const say = async (body: string) => {
      const form = page.getByRole('region', { name: 'Ny kommentar' })
      await form.getByRole('textbox', { name: 'Kommentar' }).fill(body)
      await expectGoodLook(page)
      await form.getByRole('button', { name: 'Kommentera' }).click()
      await expect(form).toHaveCount(0)
      await expect(page.getByText(body).last()).toBeVisible()
      await expectGoodLook(page)
    }
    await openSection(page, `${proposal}/sections/arbete`)
    const heading = page.locator('.ProseMirror :is(h2, h3)').first()
    const title = (await heading.textContent()) ?? ''
    await heading.click()
    await page.getByRole('button', { name: 'Kommentera' }).first().click()
    await say(`Är rubriken rätt? ${view.width}`)
    await expect(
      page.getByRole('article', { name: `Kommentarer, ”${title}”` }).last(),
    ).toBeVisible()

    for (const [path, about] of [
      ['budget?threads=line.frame.BUN', 'raden'],
      ['goals', 'målet'],
      ['clauses', 'att-satsen'],
    ] as const) {
      await page.goto(`${proposal}/${path}`)
      const beside = page.getByRole('complementary', { name: /^Kommentarer/ })
      if (!path.includes('?'))
        await page
          .getByRole('main')
          .getByRole('link', { name: /^Komment(era|arer om) / })
          .first()
          .click()
      await expect(beside).toBeVisible()
      const another = beside.getByRole('button', { name: 'Ny tråd' })
      if (await another.isVisible()) await another.click()
      await say(`Hur blev det med ${about}? ${view.width}`)
      await page.keyboard.press('Escape')
    }
    await page.goto(`${proposal}/comments`)
    await expect(
      page.getByRole('main').getByText(`Hur blev det med målet? ${view.width}`),
    ).toBeVisible()
    await expectGoodLook(page)
  })

for (const view of views)
  test(`what one writes a comment in is in sight when it opens, ${view.width}`, async ({
    enter,
  }) => {
    const page = await enter('reviewer', 0, { viewport: view })
    await openSection(page, `${await demoProposal(page)}/sections/skola`)
    await page.locator('.ProseMirror h2').first().click({ clickCount: 3 })
    await selectionSettled(page)
    await page.getByRole('toolbar').getByRole('button', { name: 'Kommentera' }).click()
    const form = page.locator('.comment-form')
    const bar = page.locator('.sum')
    const isAbove = async (what: Locator) => {
      const [box, below] = await Promise.all([what.boundingBox(), bar.boundingBox()])
      return box !== null && below !== null && box.y > 0 && box.y + box.height <= below.y
    }
    await expect.poll(() => isAbove(form.getByRole('button', { name: 'Avbryt' }))).toBe(true)
    await page.keyboard.type('@')
    await expect.poll(() => isAbove(form.getByRole('option').first())).toBe(true)
    await expect.poll(() => isAbove(form.getByRole('textbox'))).toBe(true)
  })
