import type { Page } from '@playwright/test'
import { changeCell, demoProposal, expect, expectAccessible, openSection, saved, test } from './app'

async function freeze(page: Page, proposal: string, name: string) {
  await page.goto(`${proposal}/versions?freeze=1`)
  await page.getByLabel('Versionens namn').fill(name)
  await page.getByRole('button', { name: 'Frys', exact: true }).click()
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
}

async function firstSection(page: Page, proposal: string): Promise<string> {
  await page.goto(`${proposal}/sections`)
  const links = page.locator(`a[href^="${proposal}/sections/"]`)
  return (await links.first().getAttribute('href')) ?? ''
}

async function typeFirst(page: Page, words: string) {
  await page.locator('.ProseMirror').click()
  await page.keyboard.press('Control+Home')
  await saved(page, () => page.keyboard.type(words))
}

test('a section, a figure and the whole are had back, while somebody else writes on', async ({
  enter,
}) => {
  const eva = await enter('secretary')
  const anna = await enter('drafter')
  const proposal = await demoProposal(eva)
  await freeze(eva, proposal, 'Att gå tillbaka till')
  const version = await eva
    .getByRole('link', { name: 'Att gå tillbaka till', exact: true })
    .getAttribute('href')

  // both have the section open; one of them spoils it
  const section = await firstSection(anna, proposal)
  await openSection(anna, section)
  await openSection(eva, section)
  await typeFirst(anna, 'Slarv. ')
  await expect(eva.locator('.ProseMirror')).toContainText('Slarv.')

  await anna.goto(version ?? '')
  await expectAccessible(anna)
  const back = anna.getByRole('region', { name: 'Återställ från den här versionen' })
  await back.getByRole('link', { name: /^Återställ 1\. / }).click()
  const change = anna.getByRole('region', { name: 'Vad som ändras' })
  await expect(change.locator('.prose del')).toContainText('Slarv')
  await expectAccessible(anna)
  await anna.getByRole('button', { name: /^Återställ avsnittet/ }).click()
  await anna.waitForURL(/\/sections\//)
  await expect(anna.locator('.ProseMirror')).toBeVisible()
  await expect(anna.locator('.ProseMirror')).not.toContainText('Slarv.')
  // the other page follows without being loaded again, and writes on
  await expect(eva.locator('.ProseMirror')).not.toContainText('Slarv.')
  await typeFirst(eva, 'Eftertanke. ')
  await expect(anna.locator('.ProseMirror')).toContainText('Eftertanke.')

  // a figure
  await anna.goto(`${proposal}/budget`)
  await changeCell(anna, /Kultur.*2025/, '4 321')
  await expect(anna.getByText('4 321').first()).toBeVisible()
  await anna.goto(version ?? '')
  await back
    .getByRole('link', { name: /^Återställ Ä/ })
    .first()
    .click()
  await expect(change).toContainText('Siffror som skiljer')
  await anna.getByRole('button', { name: /^Återställ Ä/ }).click()
  await anna.waitForURL(/\/budget$/)
  await expect(anna.getByText('4 321')).toHaveCount(0)

  // the whole, by the secretary
  await eva.goto(`${proposal}/versions`)
  await expect(eva.getByText('automatisk').first()).toBeVisible()
  await expectAccessible(eva)
  await eva
    .getByRole('link', { name: 'Återställ hela förslaget till Att gå tillbaka till' })
    .click()
  await expect(eva.getByRole('region', { name: 'Vad som ändras' })).toContainText('Eftertanke')
  await eva.getByRole('button', { name: 'Återställ hela förslaget' }).click()
  await eva.waitForURL(/\/sections$/)
  await eva.goto(`${version}/restore?part=all`)
  await expect(eva.getByText('Det finns inget att återställa')).toBeVisible()
})

test('a section is compared with a version, and any two on paper', async ({ enter }) => {
  const eva = await enter('secretary')
  const proposal = await demoProposal(eva)
  await freeze(eva, proposal, 'Att jämföra med')
  const section = await firstSection(eva, proposal)
  await openSection(eva, section)
  await typeFirst(eva, 'Nytt i dag. ')
  await eva.getByRole('link', { name: 'Jämför med en version' }).click()
  await expect(eva.locator('.prose ins')).toContainText('Nytt i dag.')
  await expect(eva.getByText('Siffror som skiljer')).toHaveCount(0)
  await expectAccessible(eva)
  await eva.emulateMedia({ media: 'print' })
  await expect(eva.getByRole('button', { name: 'Skriv ut' })).toBeHidden()
  await expect(eva.getByLabel('Från')).toBeHidden()
  await expect(eva.getByRole('navigation').first()).toBeHidden()
  const sides = eva.locator('.sides')
  await expect(sides).toContainText('Att jämföra med, fryst')
  await expect(sides).toContainText(/Kontrollsumma [0-9a-f]{64}/)
  await expect(sides).toContainText('Just nu, inte fryst')
})

test('at 390 a version names its checksum, and what can be done with it stands under its name', async ({
  enter,
}) => {
  const eva = await enter('secretary', 0, { viewport: { width: 390, height: 844 } })
  const proposal = await demoProposal(eva)
  await freeze(eva, proposal, 'Läst i telefonen')
  const row = eva.getByRole('row', { name: /Läst i telefonen/ })
  const labelled = await row
    .getByRole('cell', { name: /[0-9a-f]{4} [0-9a-f]{4}$/ })
    .evaluate(cell => getComputedStyle(cell, '::before').content)
  expect(labelled).toBe('"Kontrollsumma"')
  const leftOf = async (name: string) =>
    (await row.getByRole('link', { name, exact: true }).boundingBox())?.x
  expect(await leftOf('Öppna Läst i telefonen')).toBe(await leftOf('Läst i telefonen'))
  const rightOf = (cell: number) =>
    row
      .getByRole('cell')
      .nth(cell)
      .evaluate(element => {
        const words = document.createRange()
        words.selectNodeContents(element)
        return Math.round(words.getBoundingClientRect().right)
      })
  expect(await rightOf(0)).toBe(await rightOf(2))
})

const look = (element: Element): string[] => {
  const { backgroundColor, textDecorationColor } = getComputedStyle(element)
  return [backgroundColor, textDecorationColor]
}

test('what came and went looks as the page says, and a long word stays on a phone’s page', async ({
  enter,
}) => {
  const eva = await enter('secretary')
  const proposal = await demoProposal(eva)
  await freeze(eva, proposal, 'Före återställning av hela förslaget, med ett långt ord')
  await openSection(eva, await firstSection(eva, proposal))
  await typeFirst(eva, `${'lång'.repeat(30)} `)
  await eva.setViewportSize({ width: 390, height: 844 })
  await eva.getByRole('link', { name: 'Jämför med en version' }).click()
  await expect(eva.locator('.prose ins')).toContainText('långlång')
  const wide = () => eva.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await expect.poll(wide).toBeLessThanOrEqual(0)
  const shown = await eva.locator('.prose ins').evaluate(look)
  expect(shown).toEqual(await eva.getByText('Understruket').evaluate(look))

  // and so does the long name of what is compared, above each of its figures
  await eva.setViewportSize({ width: 1280, height: 900 })
  await eva.goto(`${proposal}/budget`)
  await changeCell(eva, /Kultur.*2025/, '5 432')
  await expect(eva.getByText('5 432').first()).toBeVisible()
  await eva.setViewportSize({ width: 390, height: 844 })
  await eva.goto(`${proposal}/versions/compare`)
  await eva.getByLabel('Från').selectOption('Just nu')
  await eva.getByLabel('Till', { exact: true }).selectOption({ index: 1 })
  await eva.getByRole('button', { name: 'Jämför' }).click()
  await eva.waitForURL(/from=now&to=/)
  await expect(eva.getByRole('table', { name: /Siffror som skiljer/ })).toBeVisible()
  await expect.poll(wide).toBeLessThanOrEqual(0)
})
