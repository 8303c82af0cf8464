import type { Page } from '@playwright/test'
import { demoProposal, expect, expectAccessible, test } from './app'

const cell = (page: Page, board: string, year: number) =>
  page.getByRole('button', { name: new RegExp(`^${board}, ändring ${year}:`) })

/** The whole name of the cell that has the keys. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

/** What the keys put on the clipboard. */
async function copied(page: Page): Promise<string> {
  await page.keyboard.press('ControlOrMeta+c')
  return page.evaluate(() => navigator.clipboard.readText())
}

const permissions = ['clipboard-read', 'clipboard-write']

test('the table is worked with the keyboard alone', async ({ enter }) => {
  const page = await enter('secretary', 0, { permissions })
  await page.goto(`${await demoProposal(page)}/budget`)
  const names = await page
    .locator('button[data-cell]')
    .evaluateAll(cells => cells.map(one => one.getAttribute('aria-label') ?? ''))
  const [first, second, third, nextRow] = names
  await page.locator('[data-cell="0.0"]').focus()
  await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toBe(second)
  await page.keyboard.press('End')
  expect(await focused(page)).toBe(third)
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe(nextRow)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Home')
  expect(await focused(page)).toBe(first)
  await page.keyboard.press('ControlOrMeta+End')
  expect(await focused(page)).toBe(names.at(-1))

  // a figure replaces what stands there; Esc undoes, Enter saves and goes down
  const last = cell(page, 'Miljöskyddsnämnden', 2025)
  await last.focus()
  const before = await focused(page)
  await page.keyboard.type('123')
  await page.keyboard.press('Escape')
  expect(await focused(page)).toBe(before)
  await page.keyboard.type('123')
  await page.keyboard.press('Enter')
  expect(await focused(page)).not.toContain('Miljöskyddsnämnden')
  await expect(last).toHaveAccessibleName(/: \+123 tkr/)
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('.gridline')).toContainText(/\+123 tkr\. Ä\d+, /)

  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.locator('.gridline')).toContainText('2 celler')
  expect(await copied(page)).toMatch(/^123\r?\n-?\d+\r?\n$/)
  await expectAccessible(page)
  await page.keyboard.press('ControlOrMeta+a')
  const whole = (await copied(page)).split(/\r?\n/)
  expect(whole[0]).toMatch(/^Nämnd\t2025 Ram\t2025 Ändring\t2025 Förslag\t/)
  expect(whole.at(-2)).toMatch(/^Summa ramar\t\d{6,}\t/)
})

test('who only reads moves and copies, and opens nothing', async ({ enter }) => {
  const page = await enter('reviewer', 0, { permissions })
  await page.goto(`${await demoProposal(page)}/budget`)
  await page.locator('[data-cell="0.0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await expect(page.locator('.cell-input')).toHaveCount(0)
  expect(await copied(page)).toMatch(/^-?\d+\r?\n$/)
  await expectAccessible(page)
})

/** As a spreadsheet puts a block on the clipboard, and Ctrl+V takes it from there. */
async function paste(page: Page, text: string) {
  await page.evaluate(block => navigator.clipboard.writeText(block), text)
  await page.keyboard.press('ControlOrMeta+v')
}

test('a block is pasted after a look at it, undone after a reload and made again', async ({
  enter,
}) => {
  const page = await enter('secretary', 0, { permissions })
  await page.goto(`${await demoProposal(page)}/budget`)
  const name = 'Miljöskyddsnämnden'
  await cell(page, name, 2025).focus()
  await paste(page, '1 500\t2 000\r\n1.200\t-40\r\n')
  const dialog = page.getByRole('dialog', { name: 'Klistra in belopp' })
  await expect(dialog.getByRole('row', { name: /Miljöskyddsnämnden 2025/ })).toContainText('+1 500')
  await expect(dialog.getByRole('row', { name: /rad 2, kolumn 1/ })).toContainText('två saker')
  await expect(cell(page, name, 2025)).not.toHaveAccessibleName(/\+1\s500/)
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  const hidden = dialog
    .locator('.paste')
    .evaluate(element => element.scrollWidth - element.clientWidth)
  expect(await hidden, 'what is pushed out of sight').toBe(0)
  await page.setViewportSize({ width: 1280, height: 900 })
  await dialog.getByRole('button', { name: /^Spara 3 belopp/ }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(cell(page, name, 2025)).toHaveAccessibleName(/\+1\s500 tkr/)
  await expect(cell(page, name, 2026)).toHaveAccessibleName(/\+2\s000 tkr/)
  await expect(cell(page, 'Överförmyndarnämnden', 2026)).toHaveAccessibleName(/−40 tkr/)

  await page.reload()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell(page, name, 2025)).not.toHaveAccessibleName(/\+1\s500/)
  await expect(cell(page, 'Överförmyndarnämnden', 2026)).toHaveAccessibleName(/: 0 tkr/)
  await page.getByRole('button', { name: /^Gör om/ }).press('Enter')
  await expect(cell(page, name, 2025)).toHaveAccessibleName(/\+1\s500 tkr/)
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
})

test('one sees who stands in which cell, and undo stops where somebody else has written', async ({
  enter,
}) => {
  const own = await enter('secretary')
  const other = await enter('drafter')
  const address = `${await demoProposal(own)}/budget`
  await Promise.all([own.goto(address), other.goto(address)])
  const name = 'Miljöskyddsnämnden'
  await cell(own, name, 2025).focus()
  await own.keyboard.type('77')
  await own.keyboard.press('Tab')
  await expect(cell(other, name, 2025)).toHaveAccessibleName(/\+77 tkr/)
  await expect(cell(other, name, 2026)).toHaveAccessibleName(/står här/)
  await expect(other.locator('.here')).toContainText('2026')
  await cell(other, name, 2025).focus()
  await other.keyboard.type('88')
  await expect(cell(own, name, 2025)).toHaveAccessibleName(/står här/)
  await other.keyboard.press('Enter')
  await expect(cell(own, name, 2025)).toHaveAccessibleName(/\+88 tkr/)
  await own.keyboard.press('ControlOrMeta+z')
  await expect(own.locator('.undobar [role=status]')).toContainText('Inget är ångrat')
  await expect(cell(own, name, 2025)).toHaveAccessibleName(/\+88 tkr/)
})

test('who writes on while an amount is saved never clashes with themselves', async ({ enter }) => {
  const page = await enter('secretary')
  await page.goto(`${await demoProposal(page)}/budget`)
  await page.route(/budget\.data/, async (route, request) => {
    if (request.method() === 'POST') await new Promise(done => setTimeout(done, 700))
    await route.continue()
  })
  const name = 'Överförmyndarnämnden'
  await cell(page, name, 2025).focus()
  await page.keyboard.type('61')
  await page.keyboard.press('Enter')
  await cell(page, name, 2025).focus()
  await page.keyboard.type('62')
  await page.keyboard.press('Enter')
  await cell(page, name, 2025).focus()
  await page.keyboard.type('63')
  await page.keyboard.press('Escape')
  await expect(cell(page, name, 2025)).toHaveAccessibleName(/\+62 tkr/)
  await expect(page.getByText(/^Sparat/).first()).toBeVisible()
  await expect(page.locator('.clashrow')).toHaveCount(0)
  await page.reload()
  await expect(cell(page, name, 2025)).toHaveAccessibleName(/\+62 tkr/)
})
