import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, test } from './app'

const framework = readFileSync(new URL('../fixtures/demo-framework.json', import.meta.url), 'utf8')

/** The budget page of a proposal of the test's own, on the demo's framework and without amendments. */
async function openBudget(page: Page): Promise<void> {
  const headers = { origin: new URL(page.url()).origin }
  const form = { way: 'file', intent: 'create', title: 'Alla slag', file: framework }
  const created = await page.request.post('/proposals/new', { form, headers, maxRedirects: 0 })
  await page.goto(created.headers().location ?? '')
}

type Fill = (form: Locator) => Promise<void>

const amounts =
  (first: string, name = 'amount'): Fill =>
  form =>
    form.locator(`[name="${name}0"]`).fill(first)

/** Every kind: what is chosen in the list, what is written, and how its row begins. */
const kinds: [kind: string, fill: Fill, row: RegExp][] = [
  [
    'Flytt mellan två nämnder',
    async form => {
      await form.getByLabel('Från nämnd').selectOption('KS')
      await form.getByLabel('Till nämnd').selectOption('SN')
      await amounts('1 000')(form)
    },
    /Från .* till .*\+1.000/,
  ],
  [
    'Uppräkning eller effektivisering',
    async form => {
      await form.getByLabel('Nämnder').selectOption('chosen')
      await form.getByLabel('Socialnämnden').check()
      await form.locator('[name="percent1"]').fill('0,5')
    },
    /Uppräkning, Socialnämnden/,
  ],
  [
    'Bidrag eller slutavräkning',
    async form => {
      await form.getByLabel('Intäktsrad').selectOption('settlement')
      await amounts('3 mnkr')(form)
      await form.getByLabel('Vad intäkten hänger på').fill('riksdagens beslut')
    },
    /Slutavräkning.*riksdagens beslut.*\+3.000/,
  ],
  ['Finansförvaltningen', amounts('-500'), /Finansförvaltning.*−500/],
  ['Finansnettot', amounts('250'), /Finansnetto.*\+250/],
  ['Resultatreserven', amounts('4 000'), /Resultatreserv.*\+4.000/],
  ['Låneram och nya lån', amounts('9 000', 'loan'), /Låneram.*9.000/],
]

async function openNew(page: Page, kind: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Lägg till ändring' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Vad ändras').selectOption({ label: kind })
  return form
}

async function save(page: Page, form: Locator): Promise<void> {
  await form.getByRole('button', { name: 'Spara ändring' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('every kind of change has a form of its own and a row in the list', async ({ enter }) => {
  test.setTimeout(120_000)
  const page = await enter('secretary')
  await openBudget(page)
  const list = page.locator('#andringar')
  for (const [kind, fill, row] of kinds) {
    const form = await openNew(page, kind)
    await fill(form)
    await expectAccessible(page)
    await save(page, form)
    await expect(list.getByRole('row').filter({ hasText: row })).toHaveCount(1)
  }
  await page.setViewportSize({ width: 390, height: 900 })
  await expectAccessible(page)
  const form = await openNew(page, 'Ett investeringsprojekt')
  await expectAccessible(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
  await form.getByRole('button', { name: 'Avbryt' }).click()
})

test('an investment offers its depreciation and interest, and one press makes the frame change', async ({
  enter,
}) => {
  const page = await enter('secretary')
  await openBudget(page)
  const form = await openNew(page, 'Ett investeringsprojekt')
  await form.getByLabel('Projekt').fill('Ny idrottshall')
  await form.getByLabel('Nämnd').selectOption('KUN')
  await form.locator('[name="amount0"]').fill('33 mnkr')
  await form.getByLabel('Används i').fill('33')
  await save(page, form)
  const row = page.locator('tr').filter({ hasText: 'Ny idrottshall' }).first()
  await expect(row).toContainText('Avskrivning och ränta')
  await row.getByRole('button', { name: /Lägg till drift/ }).click()
  await expect(row).toContainText(/Betalas av Ä\d+/)
  await expect(page.locator('#andringar')).toContainText(
    /Avskrivning och ränta för Ny idrottshall \(Ä\d+\)/,
  )
})

test('a frame change is split into measures whose product the server checks', async ({ enter }) => {
  const page = await enter('secretary')
  await openBudget(page)
  const form = await openNew(page, 'En nämnds ram')
  await form.getByLabel('Nämnd').selectOption('SBN')
  await form.locator('[name="amount0"]').fill('1 000')
  await form.getByText('Dela upp i åtgärder').click()
  await form.locator('[name="m0.name"]').fill('Parkarbetare')
  await form.locator('[name="m0.quantity"]').fill('4')
  await form.locator('[name="m0.price"]').fill('0,65')
  await expect(form.getByRole('status')).toHaveText(
    /Läses som 0,65.tkr, alltså 650.kronor. Gånger antalet blir det 3.tkr./,
  )
  await form.locator('[name="m0.price"]').fill('162 500 kr')
  await expect(form.getByRole('status')).toHaveText(/Läses som 162,5.tkr.*blir det 650.tkr/)
  await form.locator('[name="m0.amount0"]').fill('700')
  await form.getByText('Fråga till ekonomikontoret').first().click()
  await form.locator('[name="m0.question"]').fill('Stämmer priset?')
  await form.getByRole('button', { name: 'Spara ändring' }).click()
  await expect(form).toContainText('Antal gånger pris är 650')
  await form.locator('[name="m0.amount0"]').fill('650')
  await save(page, form)
  const row = page.locator('tr').filter({ hasText: 'Parkarbetare' })
  await expect(row).toContainText(/varav Parkarbetare \+650/)
  await expect(row).toContainText(/Ej specificerat \+350/)
  await expect(row).toContainText('Inte besvarad.')
  await row.getByRole('button', { name: /^Ändra Ä/ }).click()
  await form.locator('[name="amount0"]').fill('650')
  await save(page, form)
  await expect(row.first()).toContainText('+650')
  await expect(row.first()).not.toContainText('Ej specificerat')
})

test('two changes on one line are shown together and can be made one', async ({ enter }) => {
  const page = await enter('secretary')
  await openBudget(page)
  for (const amount of ['400', '600']) {
    const form = await openNew(page, 'En nämnds ram')
    await form.getByLabel('Nämnd').selectOption('MSN')
    await form.locator('[name="amount0"]').fill(amount)
    await save(page, form)
  }
  const shared = page.locator('.shared-line')
  await expect(shared).toContainText('De läggs ihop.')
  await shared.getByRole('button', { name: /^Slå ihop/ }).click()
  await expect(shared).toHaveCount(0)
  await expect(page.locator('#b-MSN')).toContainText('+1 000')
})

test('of several on one line the alike are found, and any can replace any', async ({ enter }) => {
  const page = await enter('secretary')
  await openBudget(page)
  for (const amount of ['100', '200', '300', '300']) {
    const form = await openNew(page, 'En nämnds ram')
    await form.getByLabel('Nämnd').selectOption('OFN')
    await form.locator('[name="amount0"]').fill(amount)
    await save(page, form)
  }
  const shared = page.locator('.shared-line')
  await shared.getByRole('button', { name: /är lika/ }).click()
  const choices = shared.getByLabel(/^Ä\d+ ersätter/)
  await expect(choices).toHaveCount(3)
  await expect(page.locator('#b-OFN')).toContainText('+900')
  // the last one, now of 600, takes the place of the first
  await choices.last().selectOption({ index: 0 })
  await shared
    .getByRole('button', { name: /ersätta den/ })
    .last()
    .click()
  await expect(page.locator('#b-OFN')).toContainText('+800')
  await expect(shared).toContainText(/ersätter Ä\d+/)
  await expectAccessible(page)
})

test('the form works without script', async ({ enter }) => {
  const page = await enter('secretary')
  await openBudget(page)
  const storage = await page.context().storageState()
  const context = await page
    .context()
    .browser()
    ?.newContext({ storageState: storage, javaScriptEnabled: false })
  const plain = await context?.newPage()
  if (!plain) throw new Error('no browser')
  await plain.goto(page.url())
  await plain.getByRole('button', { name: 'Lägg till ändring' }).click()
  await plain.getByLabel('Vad ändras').selectOption('financial-net')
  await plain.getByRole('button', { name: 'Visa fälten' }).click()
  await plain.locator('#redigera [name="amount0"]').fill('ett')
  await plain.locator('#redigera [name="motivation"]').fill('Lägre ränta')
  await plain.getByRole('button', { name: 'Spara ändring' }).click()
  await expect(plain.locator('#redigera')).toContainText('är inget tal')
  await expect(plain.locator('#redigera [name="motivation"]')).toHaveValue('Lägre ränta')
  await plain.locator('#redigera [name="amount0"]').fill('777')
  await plain.getByRole('button', { name: 'Spara ändring' }).click()
  await expect(plain.locator('#andringar')).toContainText('+777')
  const row = plain.locator('#andringar tr', { hasText: 'Lägre ränta' })
  await row.getByRole('button', { name: /^Dra tillbaka/ }).click()
  await expect(row).toContainText('Tillbakadragen')
  await context?.close()
})
