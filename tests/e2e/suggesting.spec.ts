import type { Locator, Page } from '@playwright/test'
import {
  demoProposal,
  expect,
  expectAccessible,
  openSection,
  saved,
  selectionSettled,
  test,
} from './app'

/** A section of the test's own, with one paragraph in it. */
async function sectionWith(page: Page, title: string, words: string): Promise<string> {
  const proposal = await demoProposal(page)
  await page.goto(`${proposal}/sections`)
  await page.getByLabel('Nytt avsnitt').fill(title)
  await page.getByRole('button', { name: 'Lägg till avsnitt' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await openSection(page, page.url())
  await page.locator('.ProseMirror').click()
  await saved(page, () => page.keyboard.type(words))
  return new URL(page.url()).pathname
}

const textOf = (page: Page) => page.locator('.ProseMirror')
/** What is read in a part of the text, without the names at others' carets. */
const wordsIn = (page: Page, part = '.ProseMirror') =>
  page.evaluate(selector => {
    const text = document.querySelector(selector)?.cloneNode(true)
    if (!(text instanceof Element)) return null
    text.querySelectorAll('.caret').forEach(caret => caret.remove())
    return text.textContent?.replaceAll('\u2060', '')
  }, part)
/** What has just come counts as read after a moment. */
const read = (page: Page) => page.waitForTimeout(1300)
/** Puts the caret first in the text. */
async function atStart(page: Page) {
  await textOf(page)
    .locator('p')
    .first()
    .click({ position: { x: 4, y: 8 } })
  await page.keyboard.press('Home')
  await selectionSettled(page)
}
const topOf = async (part: Locator) => (await part.boundingBox())?.y
const figures = (page: Page) => textOf(page).locator('.fig')
const narrow = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const noteOf = (page: Page, words: RegExp) => page.getByRole('region', { name: words })

test('a reviewer suggests, and a drafter accepts and rejects', async ({ enter }) => {
  const karin = await enter('drafter')
  const amina = await enter('reviewer')
  const path = await sectionWith(karin, 'Förslag prövas', 'Vi vill satsa på skolan.')
  await openSection(amina, path)
  await expect(amina.getByText('Det du skriver blir förslag')).toBeVisible()
  await atStart(amina)
  await amina.keyboard.press('End')
  await selectionSettled(amina)
  await saved(amina, () => amina.keyboard.type(' Och på vården.'))
  await expect.poll(() => wordsIn(karin, '.ProseMirror ins')).toBe(' Och på vården.')
  const added = noteOf(karin, /^Ändringsförslag av .*: Lägg till/)
  await read(karin)
  await added.getByRole('button', { name: 'Godta' }).click()
  await expect(textOf(karin).locator('ins')).toHaveCount(0)
  await expect.poll(() => wordsIn(amina)).toBe('Vi vill satsa på skolan. Och på vården.')

  // the paragraph is split, and words are taken away and put back by undoing
  await atStart(amina)
  await amina.keyboard.press('Enter')
  await expect(noteOf(karin, /Dela stycket/)).toBeVisible()
  await amina.keyboard.press('Control+z')
  await expect(noteOf(karin, /Dela stycket/)).toHaveCount(0)
  await atStart(amina)
  for (let i = 0; i < 3; i++) await amina.keyboard.press('Shift+ArrowRight')
  await selectionSettled(amina)
  await amina.keyboard.press('Delete')
  await expect.poll(() => wordsIn(karin, '.ProseMirror del')).toBe('Vi ')
  await read(karin)
  await noteOf(karin, /Ta bort ”Vi”/)
    .getByRole('button', { name: 'Avslå' })
    .click()
  await expect(textOf(amina).locator('del')).toHaveCount(0)
  await expect.poll(() => wordsIn(amina)).toBe('Vi vill satsa på skolan. Och på vården.')
})

test('what somebody has just typed inside is asked about again', async ({ enter }) => {
  const karin = await enter('drafter')
  const amina = await enter('reviewer')
  const path = await sectionWith(karin, 'Skrivet emellan', 'Vi vill.')
  await openSection(amina, path)
  await atStart(amina)
  await amina.keyboard.press('End')
  await selectionSettled(amina)
  await amina.keyboard.type(' Mer')
  const note = noteOf(karin, /Lägg till/)
  await expect(note).toContainText('Mer')
  await read(karin)
  // time stands still for the reader: what comes now is not read yet
  await karin.clock.install()
  await karin.clock.pauseAt(Date.now() + 60_000)
  await amina.keyboard.type(' pengar')
  await expect(note).toContainText('Mer pengar')
  await note.getByRole('button', { name: 'Godta' }).click()
  await expect(note.getByRole('alert')).toContainText('Någon har skrivit i förslaget')
  await expect.poll(() => wordsIn(karin, '.ProseMirror ins')).toBe(' Mer pengar')
  await karin.clock.resume()
  await karin.clock.runFor(2000)
  await note.getByRole('button', { name: 'Godta' }).click()
  await expect(textOf(karin).locator('ins')).toHaveCount(0)
  await expect.poll(() => wordsIn(amina)).toBe('Vi vill. Mer pengar')
})

test('a drafter suggests too, and all of one person is settled at once', async ({ enter }) => {
  const karin = await enter('drafter')
  await sectionWith(karin, 'Alla på en gång', 'Ett två tre.')
  await karin.getByRole('button', { name: 'Föreslå', exact: true }).click()
  await expect(karin.getByRole('button', { name: 'Lista', exact: true })).toHaveCount(0)
  await karin.keyboard.press('End')
  await selectionSettled(karin)
  await karin.keyboard.type(' Fyra.')
  await karin.keyboard.press('Home')
  await selectionSettled(karin)
  for (let i = 0; i < 4; i++) await karin.keyboard.press('Shift+ArrowRight')
  await karin.getByRole('button', { name: 'Fet' }).click()
  await expect.poll(() => wordsIn(karin, '.ProseMirror .suggested-format')).toBe('Ett ')
  await karin.getByText('2 ändringsförslag i texten').click()
  for (const scheme of ['light', 'dark'] as const) {
    await karin.emulateMedia({ colorScheme: scheme })
    await expectAccessible(karin)
  }
  await karin.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(karin)
  await read(karin)
  await karin.getByRole('button', { name: /^Godta alla förslag av / }).click()
  await expect(karin.getByText(/ändringsförslag i texten/)).toHaveCount(0)
  await expect.poll(() => wordsIn(karin, '.ProseMirror strong')).toBe('Ett ')
  await expect.poll(() => wordsIn(karin)).toBe('Ett två tre. Fyra.')
  await karin.reload()
  await expect.poll(() => wordsIn(karin)).toBe('Ett två tre. Fyra.')
})

test('a figure is changed and taken away by suggestion', async ({ enter }) => {
  const karin = await enter('drafter')
  const amina = await enter('reviewer')
  const path = await sectionWith(karin, 'Siffran prövas', 'Skolan får ')
  await karin.keyboard.type('#')
  await karin.getByRole('combobox', { name: 'Sök en siffra ur budgeten' }).fill('barn 2025')
  await karin.keyboard.press('Enter')
  await expect(figures(karin)).toHaveText(['50\u00a0000\u00a0tkr'])
  await openSection(amina, path)

  // the last format that is chosen is what is suggested
  await figures(amina).click()
  const chosen = amina.getByRole('complementary', { name: 'Vald siffra' })
  await chosen.getByRole('button', { name: 'Visa i mnkr' }).click()
  await chosen.getByRole('button', { name: 'Visa i miljoner kronor' }).click()
  const change = noteOf(karin, /Byt ”50\s000\stkr” mot ”50\smiljoner kronor”$/)
  await expect(change).toBeVisible()
  // what is on its way out is not written otherwise
  await figures(amina).first().click()
  await expect(chosen.getByRole('link', { name: 'Gå till raden' })).toBeVisible()
  await expect(chosen.getByRole('button')).toHaveCount(0)
  await read(karin)
  await change.getByRole('button', { name: 'Godta' }).click()
  await expect(figures(amina)).toHaveText(['50\u00a0miljoner kronor'])
  const johan = await enter('drafter', 1, narrow)
  await openSection(johan, path)
  await figures(johan).tap()
  await expect(johan.getByRole('button', { name: 'Stäng anteckningarna' })).toBeVisible()
  await expect(johan.getByRole('complementary', { name: 'Vald siffra' })).toBeInViewport()

  await figures(amina).click()
  await amina.keyboard.press('Delete')
  await expect(figures(karin)).toHaveClass(/gone/)
  await read(karin)
  await noteOf(karin, /Ta bort ”50/)
    .getByRole('button', { name: 'Avslå' })
    .click()
  await expect(figures(amina)).not.toHaveClass(/gone/)
  await expect(figures(amina)).toHaveText(['50\u00a0miljoner kronor'])
})

const added = (page: Page) => noteOf(page, /Lägg till ”Nu!”/)
const thread = (page: Page) => page.getByRole('article', { name: /^Kommentarer/ })

test('words that are pressed lead to their note, beside them or in a sheet', async ({ enter }) => {
  const karin = await enter('drafter')
  const amina = await enter('reviewer')
  const path = await sectionWith(karin, 'Till noten', 'Vi vill satsa.')
  await karin.keyboard.press('Enter')
  await saved(karin, () => karin.keyboard.insertText('Mer av det som alla vet. '.repeat(60)))
  await openSection(amina, path)
  await atStart(amina)
  await amina.keyboard.press('End')
  await selectionSettled(amina)
  await amina.keyboard.type(' Nu!')
  await expect(added(karin)).toBeVisible()
  await textOf(karin)
    .locator('p')
    .first()
    .dblclick({ position: { x: 60, y: 10 } })
  await selectionSettled(karin)
  await karin.getByRole('button', { name: 'Kommentera', exact: true }).click()
  const form = karin.getByRole('region', { name: 'Ny kommentar' })
  await form.getByRole('textbox', { name: 'Kommentar' }).fill('Säg hur.')
  await form.getByRole('button', { name: 'Kommentera' }).click()
  await expect(textOf(karin).locator('.anchor')).toHaveCount(1)
  await expect(thread(karin)).toContainText('Säg hur.')

  // the thread stands above it, and gives way
  const ins = textOf(karin).locator('ins')
  const off = async () => ((await topOf(added(karin))) ?? 0) - ((await topOf(ins)) ?? 0)
  expect(await off()).toBeGreaterThan(40)
  await ins.click()
  await expect.poll(off).toBeLessThan(10)
  await karin.keyboard.press('Escape')
  await expect.poll(off).toBeGreaterThan(40)

  const johan = await enter('drafter', 1, narrow)
  await openSection(johan, path)
  await expect(added(johan)).not.toBeInViewport()
  await textOf(johan).locator('ins').tap()
  await expect(added(johan)).toBeInViewport()
  await expectAccessible(johan)
  await textOf(johan).locator('ins').tap()
  await expect(added(johan)).not.toBeInViewport()
  await expect(textOf(johan)).toBeFocused()
  await textOf(johan).locator('.anchor').tap()
  await expect(thread(johan)).toBeInViewport()
  await johan.getByRole('button', { name: 'Stäng anteckningarna' }).tap()
  await expect(thread(johan)).not.toBeInViewport()

  // a thread that the page was not given comes when its words are pressed
  await thread(karin).getByRole('button', { name: 'Markera som löst' }).click()
  await expect(thread(johan)).toHaveCount(0)
  await textOf(johan).locator('.anchor').tap()
  await expect(thread(johan)).toBeInViewport()
  await expect(thread(johan)).toContainText('Säg hur.')
})
