import type { Page } from '@playwright/test'
import { demoProposal, expect, openSection, test } from './app'

/** Marks some words of the section's first paragraph. */
async function selectWords(page: Page) {
  await page
    .locator('.ProseMirror p')
    .first()
    .click({ position: { x: 4, y: 4 } })
  await page.keyboard.press('Home')
  for (let i = 0; i < 12; i++) await page.keyboard.press('Shift+ArrowRight')
}

test('threads on words, a section and an amendment are answered, resolved and opened again', async ({
  enter,
}) => {
  const amina = await enter('reviewer')
  const karin = await enter('drafter')
  const proposal = await demoProposal(amina)
  for (const page of [amina, karin]) await openSection(page, `${proposal}/sections/arbete`)
  const comment = async (body: string) => {
    await amina.getByRole('button', { name: 'Kommentera' }).first().click()
    const form = amina.getByRole('region', { name: 'Ny kommentar' })
    await form.getByLabel('Kommentar').fill(body)
    await form.getByRole('button', { name: 'Kommentera' }).click()
    await expect(form).toHaveCount(0)
  }
  await selectWords(amina)
  await comment('Är det här rätt ord?')
  await expect(karin.getByText('Är det här rätt ord?')).toBeVisible()
  await amina.keyboard.press('ArrowRight')
  await amina.locator('.ProseMirror p').last().click()
  await comment('Avsnittet är för långt.')
  await expect(karin.getByText('Avsnittet är för långt.')).toBeVisible()

  const words = karin.getByRole('article', { name: /^Kommentarer, ”/ })
  await words.getByRole('button', { name: 'Svara' }).click()
  await words.getByLabel('Svar').fill('Ja, det är det.')
  await words.getByRole('button', { name: 'Svara' }).click()
  await expect(amina.getByText('Ja, det är det.')).toBeVisible()
  await expect(words.getByLabel('Svar')).toHaveCount(0)
  for (const more of ['Ett till.', 'Två till.', 'Tre till.']) {
    await words.getByRole('button', { name: 'Svara' }).click()
    await words.getByLabel('Svar').fill(more)
    await words.getByRole('button', { name: 'Svara' }).click()
    await expect(words.getByLabel('Svar')).toHaveCount(0)
    await expect(words.getByText(more)).toBeVisible()
  }
  await expect(words.getByText('Ja, det är det.')).toHaveCount(0)
  await words.getByRole('button', { name: 'Visa 2 svar till' }).click()
  await expect(words.locator('.say')).toHaveText([
    /Är det här rätt ord/,
    /Ja, det är det/,
    /Ett till/,
    /Två till/,
    /Tre till/,
  ])
  await words.getByRole('button', { name: 'Markera som löst' }).click()
  await expect(amina.getByText('1 löst tråd')).toBeVisible()
  await amina.getByText('1 löst tråd').click()
  await amina.getByRole('button', { name: 'Öppna igen' }).click()
  await expect(words).toBeVisible()

  await amina.goto(`${proposal}/budget`)
  await amina.getByRole('link', { name: /^Kommentera Ä6/ }).click()
  const form = amina.getByRole('region', { name: 'Ny kommentar' })
  await form.getByLabel('Kommentar').fill('Räcker två miljoner?')
  await form.getByRole('button', { name: 'Kommentera' }).click()
  await expect(form).toHaveCount(0)
  await expect(amina.getByRole('complementary', { name: /^Kommentarer/ })).toContainText(
    'Räcker två miljoner?',
  )
  await amina.goto(`${proposal}/comments`)
  const list = amina.getByRole('main')
  await expect(list).toContainText('Räcker två miljoner?')
  await list.getByRole('link', { name: /Ä6 Socialnämnden/ }).click()
  await expect(amina).toHaveURL(/budget\?threads=amendment\..*#t-/)
  await expect(amina.getByRole('complementary', { name: /^Kommentarer/ })).toContainText(
    'Räcker två miljoner?',
  )
  await amina.goto(`${proposal}/comments`)
  await amina
    .getByRole('listitem')
    .filter({ hasText: 'Avsnittet är för långt.' })
    .getByRole('link')
    .click()
  await expect(amina).toHaveURL(/sections\/arbete\?thread=.*#t-/)
  await expect(amina.getByText('Avsnittet är för långt.')).toBeInViewport()
})

test('a reviewer is refused by every command that changes text or figures', async ({ enter }) => {
  const amina = await enter('reviewer')
  const proposal = await demoProposal(amina)
  const headers = { origin: new URL(amina.url()).origin }
  const writes: [string, Record<string, string>][] = [
    ['budget', { intent: 'cell', board: 'KUN', at: '0', typed: '12000', id: '', revision: '0' }],
    ['budget', { intent: 'add', type: 'tax-rate', ore: '10', motivation: 'Smyg', section: '' }],
    ['goals', { type: 'add-goal', title: 'Smyg' }],
    ['sections?index', { intent: 'add', title: 'Smyg' }],
    ['versions?index', { name: 'Smyg' }],
  ]
  for (const [path, form] of writes) {
    const answer = await amina.request.post(`${proposal}/${path}`, { form, headers })
    expect(answer.status(), path).toBe(403)
  }
  await amina.goto(`${proposal}/sections/skola`)
  await expect(amina.getByText('Det du skriver blir förslag')).toBeVisible()
  await expect(amina.getByRole('button', { name: 'Skriva' })).toHaveCount(0)
})

test('a note keeps its place while one presses on it, whatever others write above', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const path = `${await demoProposal(karin)}/sections/demokrati`
  for (const page of [karin, johan]) await openSection(page, path)
  const last = karin.locator('.ProseMirror > p').last()
  await last.click({ position: { x: 4, y: 4 } })
  await karin.keyboard.press('Home')
  for (let i = 0; i < 8; i++) await karin.keyboard.press('Shift+ArrowRight')
  await karin.getByRole('button', { name: 'Kommentera' }).first().click()
  const form = karin.getByRole('region', { name: 'Ny kommentar' })
  await form.getByLabel('Kommentar').fill('Stämmer det?')
  await form.getByRole('button', { name: 'Kommentera' }).click()
  await expect(form).toHaveCount(0)

  const answer = karin
    .getByRole('article', { name: /^Kommentarer, ”/ })
    .getByRole('button', { name: 'Svara' })
  const topOf = async (of: typeof last) => (await of.boundingBox())?.y ?? 0
  const [note, words] = [await topOf(answer), await topOf(last)]
  await answer.hover()
  await karin.mouse.down()
  await johan
    .locator('.ProseMirror p')
    .first()
    .click({ position: { x: 4, y: 4 } })
  for (let i = 0; i < 5; i++) await johan.keyboard.press('Enter')
  await expect.poll(() => topOf(last)).toBeGreaterThan(words)
  expect(await topOf(answer)).toBe(note)
  await karin.mouse.up()
  await expect(karin.getByLabel('Svar', { exact: true })).toBeFocused()
  await expect.poll(() => topOf(karin.getByLabel('Svar', { exact: true }))).toBeGreaterThan(note)
})
