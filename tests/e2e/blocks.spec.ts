import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { jpegFrom, pngOf } from '../images'
import { demoProposal, expect, openSection, savedLine, selectionSettled, test } from './app'

const school = (proposal: string) => `${proposal}/sections/skola`

const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Textverktyg' }).getByRole('button', { name, exact: true })

/** Chooses a tool that stands under a name in the toolbar. */
async function pick(page: Page, menu: string, name: string) {
  await tool(page, menu).click()
  await page.getByRole('menu', { name: menu }).getByRole('menuitem', { name, exact: true }).click()
}

/** Presses a button. @returns whether the text has the keys before the browser has drawn anything. */
const pressed = (button: Locator): Promise<boolean> =>
  button.evaluate(element => {
    if (element instanceof HTMLElement) element.click()
    return document.activeElement?.classList.contains('ProseMirror') ?? false
  })

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
  await pick(karin, 'Infoga', 'Tabell')
  for (const words of ['Enhet', 'Platser', 'Förskola', '120', 'Fritidshem', '40']) {
    if (words !== 'Enhet') await karin.keyboard.press('Tab')
    await karin.keyboard.type(words)
  }
  await karin.keyboard.press('Tab')
  await karin.keyboard.type('Öppen förskola')
  const table = johan.locator('.ProseMirror table')
  await expect(table.locator('th')).toHaveText(['Enhet', 'Platser'])
  await expect(table.locator('tr')).toHaveCount(4)
  await pick(karin, 'Tabell', 'Kolumn efter')
  await expect(table.locator('th')).toHaveCount(3)
  await karin.keyboard.press('Tab')
  await pick(karin, 'Tabell', 'Ta bort kolumnen')
  await expect(table.locator('th')).toHaveText(['Enhet', 'Platser'])
  await pick(karin, 'Tabell', 'Ta bort raden')
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
  await pick(karin, 'Tabell', 'Ta bort tabellen')
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
  await karin.keyboard.press('ControlOrMeta+Alt+f')
  await karin.getByRole('button', { name: 'Infoga fotnoten' }).click()
  await expect(karin.getByRole('alert')).toHaveText('Skriv vad fotnoten ska säga.')
  await karin.getByLabel('Fotnotens text').fill('Enligt kommunens egen prognos.')
  // what is typed at the very next moment goes into the text
  expect(await pressed(karin.getByRole('button', { name: 'Infoga fotnoten' }))).toBe(true)
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

test('an image comes with what it shows, and no other group sees it', async ({ enter }) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  for (const page of [karin, johan]) await openSection(page, school(proposal))
  await savedLine(karin)
  await pick(karin, 'Infoga', 'Bild')
  const file = karin.getByLabel(/^Bild \(PNG/)
  const insert = karin.getByRole('button', { name: 'Infoga bilden' })
  await file.setInputFiles({
    name: 'bild.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  })
  await insert.click()
  await expect(karin.getByText('Beskriv vad bilden visar')).toBeVisible()
  await karin.getByLabel('Vad bilden visar').fill('Skolgården i maj')
  await insert.click()
  await expect(karin.getByRole('alert')).toContainText('ingen bild av slaget')
  await file.setInputFiles({ name: 'g.png', mimeType: 'image/png', buffer: pngOf(300, 160) })
  expect(await findings(karin)).toEqual([])
  await insert.click()
  const image = johan.getByRole('img', { name: 'Skolgården i maj' })
  await expect(image).toBeVisible()
  await expect
    .poll(() => image.evaluate(one => one instanceof HTMLImageElement && one.naturalWidth))
    .toBe(300)
  await expect(karin.locator('.save')).toContainText('Sparat')

  await image.click()
  await johan.getByRole('button', { name: 'Ändra texterna' }).click()
  await johan.getByLabel('Vad bilden visar').fill('Skolgården i juni')
  await johan.getByLabel('Bildtext').fill('Foto: Johan')
  await johan.getByRole('button', { name: 'Spara texterna' }).click()
  await expect(karin.getByRole('img', { name: 'Skolgården i juni' })).toBeVisible()
  await expect(karin.locator('.prose figcaption')).toHaveText('Foto: Johan')
  for (const width of [1280, 390]) {
    await karin.setViewportSize({ width, height: 900 })
    await noSidewaysScrolling(karin)
    expect(await findings(karin)).toEqual([])
  }

  const address = await image
    .or(johan.getByRole('img', { name: 'Skolgården i juni' }))
    .getAttribute('src')
  const rival = await enter('leader')
  const answers = [await johan.request.get(address ?? ''), await rival.request.get(address ?? '')]
  expect(answers.map(one => one.status())).toEqual([200, 404])
  const sent = await johan.request.post(`${proposal}/images`, {
    form: { image: jpegFrom('N57 E12', 6).toString('base64') },
    headers: { origin: new URL(johan.url()).origin },
  })
  const { value } = await sent.json()
  const kept = await (await johan.request.get(`/images/${value.sha256}`)).body()
  expect(kept.toString('latin1')).not.toContain('N57')

  await karin.getByRole('img', { name: 'Skolgården i juni' }).click()
  await karin.getByRole('button', { name: 'Ta bort bilden' }).click()
  await expect(johan.getByRole('img', { name: 'Skolgården i juni' })).toHaveCount(0)
})

/** Lets go of a file over the text, or pastes it, as the browser would. */
const bring = (page: Page, how: 'paste' | 'drop', html = '') =>
  page.locator('.ProseMirror').evaluate(
    (text, { event, base64, words }) => {
      const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0))
      const carried = new DataTransfer()
      carried.items.add(new File([bytes], 'skolgard.png', { type: 'image/png' }))
      if (words) carried.setData('text/html', words)
      const { x, y } = text.querySelector('p')?.getBoundingClientRect() ?? { x: 0, y: 0 }
      const place = { bubbles: true, cancelable: true, clientX: x + 5, clientY: y + 5 }
      text.dispatchEvent(
        event === 'paste'
          ? new ClipboardEvent(event, { ...place, clipboardData: carried })
          : new DragEvent(event, { ...place, dataTransfer: carried }),
      )
    },
    { event: how, base64: pngOf(40, 30).toString('base64'), words: html },
  )

test('an image that is pasted or dropped is taken in once it is described', async ({ enter }) => {
  const karin = await enter('drafter')
  const proposal = await demoProposal(karin)
  await openSection(karin, school(proposal))
  await savedLine(karin)
  const coming = karin.getByRole('complementary', { name: 'Ny bild' })
  for (const how of ['paste', 'drop'] as const) {
    await bring(karin, how)
    await expect(coming).toContainText('skolgard.png')
    expect(await findings(karin)).toEqual([])
    await coming.getByRole('button', { name: 'Infoga bilden' }).click()
    await expect(coming).toContainText('Beskriv vad bilden visar')
    await coming.getByLabel('Vad bilden visar').fill(`Skolgården, ${how}`)
    await coming.getByRole('button', { name: 'Infoga bilden' }).click()
    await expect(karin.getByRole('img', { name: `Skolgården, ${how}` })).toBeVisible()
    await expect(coming).toHaveCount(0)
  }
  // beside words it is only how another program shows the same
  await bring(karin, 'paste', '<p>Ur ett annat program</p>')
  await expect(karin.locator('.ProseMirror')).toContainText('Ur ett annat program')
  await expect(coming).toHaveCount(0)
  await expect(karin.locator('.save')).toContainText('Sparat')
  await karin.getByRole('button', { name: 'Föreslå' }).click()
  await bring(karin, 'paste')
  await expect(karin.getByText(/går inte att föreslå/)).toBeVisible()
  await expect(coming).toHaveCount(0)
})

test('the tools stand in one row, and what is seldom used is reached by the keys', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const proposal = await demoProposal(karin)
  await openSection(karin, school(proposal))
  await savedLine(karin)
  const bar = karin.getByRole('toolbar', { name: 'Textverktyg' })
  const height = () => bar.evaluate(one => one.getBoundingClientRect().height)
  const button = () => tool(karin, 'Fet').evaluate(one => one.getBoundingClientRect().height)
  // in a table there is one tool more
  await pick(karin, 'Infoga', 'Tabell')
  await karin.keyboard.type('Enhet')
  await karin.keyboard.press('Tab')
  await karin.keyboard.type('Platser')
  await expect(tool(karin, 'Tabell')).toBeVisible()
  for (const width of [1280, 390]) {
    await karin.setViewportSize({ width, height: 900 })
    expect(await height()).toBeLessThan(1.5 * (await button()))
    await tool(karin, 'Stycke').click()
    const menu = karin.getByRole('menu', { name: 'Stycke' })
    await expect(menu).toBeInViewport({ ratio: 1 })
    expect(await findings(karin)).toEqual([])
    await noSidewaysScrolling(karin)
    await karin.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    await expect(tool(karin, 'Stycke')).toBeFocused()
  }
  await karin.locator('.ProseMirror > p').first().click()
  await selectionSettled(karin)
  await tool(karin, 'Stycke').focus()
  await karin.keyboard.press('ArrowLeft')
  await expect(tool(karin, 'Lista')).toBeFocused()
  await karin.keyboard.press('ArrowRight')
  await karin.keyboard.press('ArrowDown')
  await karin.keyboard.press('ArrowDown')
  await karin.keyboard.press('ArrowDown')
  await expect(karin.getByRole('menuitemcheckbox', { name: 'Citat' })).toBeFocused()
  await karin.keyboard.press('Enter')
  await expect(karin.locator('.ProseMirror')).toBeFocused()
  await karin.keyboard.type('som ett citat')
  const quote = karin.locator('.ProseMirror blockquote', { hasText: 'som ett citat' })
  await expect(quote).toBeVisible()
})
