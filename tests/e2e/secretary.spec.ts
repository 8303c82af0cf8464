import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { changeCell, demoProposal, expect, expectAccessible, openSection, test } from './app'

const framework = readFileSync(new URL('../fixtures/demo-framework.json', import.meta.url), 'utf8')
const file = (text: string) => ({
  name: 'ram.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})

async function freeze(page: Page, proposal: string, name: string) {
  await page.goto(`${proposal}/versions`)
  await page.getByRole('link', { name: 'Frys en version' }).click()
  await page.getByLabel('Versionens namn').fill(name)
  await page.getByRole('button', { name: 'Frys', exact: true }).click()
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
}

test('a base is read from a file, and a bad file is refused in one line', async ({ enter }) => {
  const eva = await enter('secretary')
  await eva.goto('/proposals/new')
  await eva.getByLabel('Förslagets namn').fill('Förslag ur fil')
  const bad: [string, RegExp][] = [
    ['{ inte json', /JSON/],
    [framework.replace('"edition":1', '"edition":"ett"'), /edition/],
    [framework.replace('"id":"BUN"', '"id":""'), /boards/],
  ]
  for (const [text, says] of bad) {
    await eva.getByLabel('Fil med budgetramen').setInputFiles(file(text))
    await eva.getByRole('button', { name: 'Läs in och jämför' }).click()
    await expect(eva.getByRole('alert').first()).toContainText(says)
  }
  await eva.getByLabel('Fil med budgetramen').setInputFiles(file(framework))
  await eva.getByRole('button', { name: 'Läs in och jämför' }).click()
  const compared = eva.getByRole('region', { name: 'Tryckta summor' }).first()
  await expect(compared).toContainText('2 898 410')
  await eva.getByRole('button', { name: 'Skapa förslaget' }).click()
  await expect(eva.getByRole('heading', { name: 'Inga ändringar än' })).toBeVisible()
  await expect(eva.getByRole('row', { name: /^Summa ramar/ })).toContainText('2 898 410')
  await eva.goto('/proposals')
  await expect(eva.getByRole('link', { name: 'Förslag ur fil' })).toHaveCount(1)
})

/** Holds back what the page sends until `act` is through. */
async function heldBack(page: Page, act: () => Promise<void>) {
  let through = Promise.resolve()
  await page.route('**/*', async route => {
    if (route.request().method() === 'POST') await through
    await route.continue()
  })
  through = act()
  await through
}

test('a base is typed into tables, and the faults stand beside their fields', async ({ enter }) => {
  const eva = await enter('secretary')
  await eva.goto('/proposals/new')
  await eva.getByLabel('Förslagets namn').fill('Förslag för hand')
  await eva.getByRole('radio', { name: 'Skriv in i tabeller' }).check()
  await eva.getByRole('button', { name: 'Räkna och jämför' }).click()
  await expect(eva.getByRole('alert').first()).toContainText('Inget är sparat än.')
  await eva.getByLabel('Budgetramens namn').fill('Liten ram')
  await eva.getByLabel('Kommun', { exact: true }).fill('Exempelby')
  await eva.getByLabel('Kommunkod').fill('1489')
  await eva.getByLabel('Budgetår').fill('2025')
  await eva.getByLabel('Skattesats').fill('21:36')
  await eva.getByLabel('Källa').fill('Egen')
  await eva.getByLabel('Nämnd 1, förkortning').fill('KS')
  await eva.getByLabel('Nämnd 1, namn').fill('Kommunstyrelsen')
  for (const [row, amounts] of [
    ['Nämnd 1, ram', ['100 mnkr', '101 000', '102 000']],
    ['Finansförvaltning', ['0', '0', '0']],
    ['Skatteunderlag', ['500 000', '510 000', '520 000']],
  ] as const)
    for (const [at, amount] of amounts.entries())
      await eva.getByLabel(new RegExp(`^${row}.*(${2025 + at}|År ${at + 1})`)).fill(amount)
  const code = eva.getByLabel('Kommunkod')
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  const grant = (year: number) =>
    eva.getByLabel(new RegExp(`^Bidrag 1, (${year}|År ${year - 2024})`))
  await heldBack(eva, async () => {
    await eva.getByRole('button', { name: 'Räkna och jämför' }).click()
    await eva.getByLabel('Bidrag 1, namn').fill('Inkomstutjämning')
    await grant(2025).fill('20 000')
  })
  await expect(code).not.toHaveAttribute('aria-invalid', 'true')
  await expect(eva.getByText('Skriv de generella bidragen')).toBeVisible()
  await expect(eva.getByRole('button', { name: 'Skapa förslaget' })).toBeDisabled()
  for (const year of [2026, 2027]) await grant(year).fill('20 000')
  await eva.getByRole('button', { name: 'Räkna och jämför' }).click()
  await eva.getByRole('button', { name: 'Skapa förslaget' }).click()
  await expect(eva.getByRole('row', { name: /^Kommunstyrelsen/ })).toContainText('100 000')
})

test('goals are edited in their table, and two versions compared in words and figures', async ({
  enter,
}) => {
  const eva = await enter('secretary')
  const proposal = await demoProposal(eva)
  await freeze(eva, proposal, 'Före mötet')
  await eva.goto(`${proposal}/goals`)
  const row = eva.getByRole('row', { name: /Växthusgasutsläpp/ })
  await row.getByRole('link', { name: /Ändra/ }).click()
  await eva.getByLabel('Mål', { exact: true }).fill('45 000')
  await eva.getByRole('button', { name: 'Spara' }).click()
  await expect(row).toContainText('45 000')
  await eva.goto(`${proposal}/budget`)
  await changeCell(eva, /Miljöskyddsnämnden, ändring 2025/, '25')
  await expect(eva.getByRole('button', { name: /Miljöskyddsnämnden, ändring 2025/ })).toHaveText(
    '+25',
  )
  await openSection(eva, `${proposal}/sections/demokrati`)
  await eva.locator('.ProseMirror p').first().click()
  await eva.keyboard.press('Home')
  await eva.keyboard.type('Nyskrivet. ')
  await expect(eva.locator('.save')).toHaveText(/Sparat \d\d:\d\d/)
  await freeze(eva, proposal, 'Efter mötet')
  await eva.getByLabel('Från').selectOption({ label: await labelOf(eva, 'Före mötet') })
  await eva
    .getByLabel('Till', { exact: true })
    .selectOption({ label: await labelOf(eva, 'Efter mötet') })
  await eva.getByRole('button', { name: 'Jämför' }).click()
  const main = eva.getByRole('main')
  await expect(eva.getByRole('table', { name: 'Siffror som skiljer, tkr' })).toContainText(
    'Miljöskyddsnämnden',
  )
  await expect(main.locator('ins').filter({ hasText: 'Nyskrivet.' })).toBeVisible()
  await expect(main).toContainText('45 000')
  await expect(main).not.toContainText('"type"')
  const who = main.getByRole('table', { name: 'Vem ändrade vad' })
  await expect(who.getByRole('row', { name: /demokrati/i })).toBeVisible()
  await expect(who.getByRole('row', { name: /^Miljöskyddsnämnden \(Ä\d+\)/ })).toBeVisible()
  await expectAccessible(eva)
})

const labelOf = async (page: Page, name: string): Promise<string> =>
  (await page.getByLabel('Från').locator('option').filter({ hasText: name }).textContent()) ?? ''

test('a blocking check refuses the export, names its cause and leads to its place', async ({
  enter,
}) => {
  const eva = await enter('secretary')
  const proposal = await demoProposal(eva)
  await openSection(eva, `${proposal}/sections/budget`)
  await eva.locator('.ProseMirror p').first().click()
  await eva.keyboard.press('Home')
  const faults = eva.getByRole('banner').getByRole('link', { name: /^\d+ fel$/ })
  const before = Number.parseInt((await faults.allTextContents()).join(''), 10) || 0
  const loose = 'Det kostar 77 miljoner kronor. '
  await eva.keyboard.type(loose)
  await expect(faults).toHaveText(new RegExp(`^${before + 1} fel`), { timeout: 15_000 })
  await faults.click()
  const finding = eva.getByRole('row', { name: /C05/ }).filter({ hasText: '77' })
  await expect(finding).toBeVisible()
  await freeze(eva, proposal, 'Med ett fel')
  await eva.getByRole('link', { name: 'Exportera Med ett fel' }).click()
  await expect(eva.getByRole('alert').first()).toContainText('kan inte exporteras')
  await expect(eva.getByRole('button', { name: /Förslaget som PDF/ })).toHaveCount(0)
  await eva.getByRole('row', { name: /C05/ }).getByRole('link').click()
  await expect(eva).toHaveURL(/sections\/budget/)
  await expect(eva.locator('.ProseMirror')).toContainText(loose.trim())
  await eva.locator('.ProseMirror p').first().click()
  await eva.keyboard.press('Home')
  for (let i = 0; i < loose.length; i++) await eva.keyboard.press('Delete')
  await expect(faults).toHaveText(before ? [`${before} fel`] : [], { timeout: 15_000 })
})

test('a version is read, and its check report made as a PDF of its own', async ({ enter }) => {
  const eva = await enter('secretary')
  const proposal = await demoProposal(eva)
  await freeze(eva, proposal, 'Att läsa')
  await eva.getByRole('link', { name: 'Att läsa', exact: true }).click()
  await expect(eva.getByRole('heading', { level: 1 })).toHaveText('Att läsa')
  await expect(eva.getByRole('main').getByRole('textbox')).toHaveCount(0)
  await expect(eva.getByRole('main')).toContainText('att fastställa skattesatsen')
  await eva.getByRole('link', { name: 'Exportera' }).click()
  await eva.getByRole('button', { name: /Kontrollrapporten som PDF/ }).click()
  await expect(eva.getByRole('link', { name: 'Ladda ner PDF' })).toBeVisible({ timeout: 30_000 })
  await eva.goto(`${proposal}/clauses`)
  await expect(eva.getByRole('main')).toContainText('att fastställa resultatmålet')
})
