import type { Page } from '@playwright/test'
import {
  demoProposal,
  expect,
  expectAccessible,
  newLine,
  openSection,
  selectionSettled,
  test,
} from './app'

const text = (page: Page) => page.locator('.ProseMirror')

test('headings, lists, links, comments and suggesting go by the keys of other editors', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  await openSection(karin, `${await demoProposal(karin)}/sections/klimat`)
  const { keyboard } = karin
  await newLine(karin)
  await keyboard.type('Sol på taken')
  await keyboard.press('ControlOrMeta+Alt+1')
  await expect(text(karin).getByRole('heading', { level: 2, name: 'Sol på taken' })).toBeVisible()
  await keyboard.press('ControlOrMeta+Alt+2')
  await expect(text(karin).getByRole('heading', { level: 3, name: 'Sol på taken' })).toBeVisible()
  await keyboard.press('ControlOrMeta+Alt+0')
  await expect(text(karin).getByRole('heading', { name: 'Sol på taken' })).toHaveCount(0)
  await keyboard.press('ControlOrMeta+Shift+7')
  const list = (kind: 'ol' | 'ul') => text(karin).locator(kind, { hasText: 'Sol på taken' })
  await expect(list('ol')).toBeVisible()
  await keyboard.press('ControlOrMeta+Shift+8')
  await expect(list('ul')).toBeVisible()
  await keyboard.press('Shift+Home')
  await selectionSettled(karin)
  await keyboard.press('ControlOrMeta+k')
  await karin.getByLabel('Länkens adress').fill('https://example.org/sol')
  await keyboard.press('Enter')
  await expect(text(karin).getByRole('link', { name: 'Sol på taken' })).toBeVisible()
  await keyboard.press('ControlOrMeta+Alt+m')
  await expect(karin.getByRole('region', { name: 'Ny kommentar' })).toContainText('Sol på taken')
  await keyboard.press('Escape')
  await text(karin).locator('p').first().click()
  await keyboard.press('ControlOrMeta+Alt+Shift+x')
  await expect(karin.getByRole('button', { name: 'Föreslå' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await keyboard.press('ControlOrMeta+Alt+Shift+z')
  await expect(karin.getByRole('button', { name: 'Skriva' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('the sheet opens by ?, but not where one writes, and gives the focus back', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  await openSection(karin, `${await demoProposal(karin)}/sections/klimat`)
  const sheet = karin.getByRole('dialog', { name: 'Kortkommandon' })
  await newLine(karin)
  await karin.keyboard.type('Varför inte?')
  await expect(text(karin)).toContainText('Varför inte?')
  await expect(sheet).toHaveCount(0)
  const name = karin.getByRole('button', { name: /^Byt namn/ })
  await name.focus()
  await karin.keyboard.press('?')
  await expect(sheet).toContainText('Ctrl+Alt+M')
  await expectAccessible(karin)
  // after the last control the browser's own come, where the page has no focus
  for (let i = 0; i < 6; i++) {
    await karin.keyboard.press('Tab')
    const focus = await sheet.evaluate(
      one => document.activeElement === document.body || one.contains(document.activeElement),
    )
    expect(focus).toBe(true)
  }
  await karin.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(name).toBeFocused()

  await karin.getByRole('button', { name: 'Kortkommandon' }).first().click()
  await sheet.getByLabel('Tangenten ? öppnar listan').uncheck()
  await sheet.getByRole('button', { name: 'Stäng' }).click()
  await name.focus()
  await karin.keyboard.press('?')
  await expect(sheet).toHaveCount(0)
})
