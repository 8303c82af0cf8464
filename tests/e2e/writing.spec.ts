import type { Locator, Page } from '@playwright/test'
import { demoProposal, expect, openSection, test } from './app'

const school = (proposal: string) => `${proposal}/sections/skola`

/** Where a link leads, in full. */
const addressOf = (link: Locator): Promise<string> =>
  link.evaluate(element => (element instanceof HTMLAnchorElement ? element.href : ''))

async function openEditor(page: Page, path: string) {
  await page.goto(path)
  await expect(page.locator('.ProseMirror')).toBeVisible()
  await expect(page.locator('.save')).toContainText('Sparat')
}

test('what one drafter writes stands with the other, and a figure follows its row in both', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  for (const page of [karin, johan]) await openEditor(page, school(proposal))
  await karin.locator('.ProseMirror p').first().click()
  await karin.keyboard.press('End')
  await karin.keyboard.type(' Skrivet tillsammans.')
  await expect(johan.locator('.ProseMirror')).toContainText('Skrivet tillsammans.')
  await expect(karin.locator('.save')).toContainText(/Sparat \d\d:\d\d/)

  await expect(johan.locator('.ProseMirror')).toContainText('50 miljoner kronor')
  await karin.goto(`${proposal}/budget`)
  await karin.getByRole('button', { name: /Barn- och ungdomsnämnden, ändring 2025/ }).click()
  await karin.keyboard.press('ControlOrMeta+a')
  await karin.keyboard.type('49 mnkr')
  await karin.keyboard.press('Enter')
  await expect(johan.locator('.ProseMirror')).toContainText('49 miljoner kronor')
  await expect(johan.locator('.sum')).toContainText('86 000')
  await karin.reload()
  await karin.getByRole('button', { name: /Barn- och ungdomsnämnden, ändring 2025/ }).click()
  await karin.keyboard.press('ControlOrMeta+a')
  await karin.keyboard.type('50000')
  await karin.keyboard.press('Enter')
  await expect(johan.locator('.ProseMirror')).toContainText('50 miljoner kronor')
})

test('a reviewer reads and suggests, and does not write', async ({ enter }) => {
  const amina = await enter('reviewer')
  const karin = await enter('drafter')
  const proposal = await demoProposal(amina)
  await openEditor(karin, school(proposal))
  await amina.goto(school(proposal))
  const text = amina.locator('.ProseMirror')
  await expect(text).toBeVisible()
  await expect(amina.locator('.save')).toContainText('Sparat')
  const before = await text.innerText()
  await text.locator('p').first().click()
  await amina.keyboard.type('Smyg')
  await expect(karin.locator('.ProseMirror ins')).toHaveText('Smyg')
  await amina.keyboard.press('ControlOrMeta+z')
  await expect(karin.locator('.ProseMirror ins')).toHaveCount(0)
  expect(await text.innerText()).toBe(before)
  await amina.goto(`${proposal}/budget`)
  await expect(amina.getByRole('table').first()).toContainText('1 120 511')
  await expect(amina.getByRole('button', { name: 'Lägg till ändring' })).toHaveCount(0)
  const refused = await amina.request.post(`${proposal}/goals`, {
    form: { type: 'add-goal', title: 'Smyg' },
    headers: { origin: new URL(amina.url()).origin },
  })
  expect(refused.status()).toBe(403)
})

test('a write from another origin is refused', async ({ enter }) => {
  const karin = await enter('drafter')
  const proposal = await demoProposal(karin)
  const answer = await karin.request.post(`${proposal}/goals`, {
    form: { type: 'add-goal', title: 'Utifrån' },
    headers: { origin: 'https://elsewhere.example' },
  })
  expect(answer.status()).toBe(403)
})

test('the secretary freezes a version, and its PDF and JSON can be fetched', async ({ enter }) => {
  const eva = await enter('secretary')
  const proposal = await demoProposal(eva)
  await eva.goto(`${proposal}/versions`)
  await eva
    .getByRole('link', { name: 'Frys en version' })
    .or(eva.getByText('Frys en version'))
    .first()
    .click()
  await eva.getByLabel('Versionens namn').fill('Inför fullmäktige')
  await eva.getByRole('button', { name: 'Frys', exact: true }).click()
  await eva.getByRole('link', { name: 'Exportera Inför fullmäktige' }).click()
  await eva.getByRole('button', { name: 'Skapa PDF: Förslaget som PDF' }).click()
  const pdf = eva.getByRole('link', { name: 'Ladda ner PDF' }).first()
  await expect(pdf).toBeVisible({ timeout: 30_000 })
  const file = await eva.request.get(await addressOf(pdf))
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const json = await addressOf(eva.getByRole('link', { name: 'Ladda ner JSON' }))
  const snapshot = await (await eva.request.get(json)).json()
  expect(snapshot.version.name).toBe('Inför fullmäktige')
})

test('the full stop after a figure stands on its line, however wide the text is', async ({
  enter,
}) => {
  const page = await enter('drafter')
  await openSection(page, `${await demoProposal(page)}/sections/klimat`)
  await expect(page.locator('.ProseMirror .fig').first()).toBeVisible()
  const torn = await page.locator('.section-body .paper').evaluate(paper => {
    const found: number[] = []
    for (let width = 260; width < 640; width += 3) {
      paper.setAttribute('style', `flex: 0 0 ${width}px`)
      for (const figure of paper.querySelectorAll('.fig')) {
        const after = figure.closest('.figure-place')?.nextSibling
        const at = after?.textContent?.search(/[.,]/) ?? -1
        if (!after || at < 0 || at > 1) continue
        const stop = document.createRange()
        stop.setStart(after, at)
        stop.setEnd(after, at + 1)
        const below = stop.getBoundingClientRect().top - figure.getBoundingClientRect().top
        if (below > 12) found.push(width)
      }
    }
    return found
  })
  expect(torn).toEqual([])
})
