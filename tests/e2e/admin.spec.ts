import { demoProposal, expect, expectAccessible, openSection, test } from './app'

test('a one-time link makes a member, whose roles change at once and who can be removed', async ({
  enter,
  browser,
  app,
}) => {
  const per = await enter('admin')
  await per.goto('/members')
  await per.getByLabel('Namn').fill('Nora Ny')
  await per.getByLabel('E-postadress').fill('nora@partigruppen.example')
  await per.getByRole('button', { name: 'Gör en engångslänk' }).click()
  const link = await per.getByLabel('Engångslänk till Nora Ny').inputValue()

  const context = await browser.newContext({ baseURL: app.url })
  const nora = await context.newPage()
  // a link that is only looked at is not used up: mail programs do that
  for (let i = 0; i < 2; i++) expect((await nora.goto(link))?.status()).toBe(200)
  await nora.getByLabel('Välj ett lösenord').fill('hästen äter gröt')
  await nora.getByRole('button', { name: 'Bli medlem' }).click()
  await nora.waitForURL(/\/proposals/)
  expect((await per.request.get(link)).status()).toBe(404)

  const proposal = await demoProposal(nora)
  await openSection(nora, `${proposal}/sections/kultur`)
  await expect(nora.getByRole('button', { name: 'Fet' })).toBeVisible()
  await nora.locator('.ProseMirror p').last().scrollIntoViewIfNeeded()
  await per.goto('/members')
  await per.getByRole('button', { name: 'Ändra roller för Nora Ny' }).click()
  const dialog = per.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /Skribent/ }).uncheck()
  await dialog.getByRole('checkbox', { name: /Granskare/ }).check()
  await dialog.getByRole('button', { name: /Spara/ }).click()
  // on the open page, without reload
  await expect(nora.getByText('Det du skriver blir förslag')).toBeVisible()
  await expect(nora.getByRole('button', { name: 'Skriva' })).toHaveCount(0)
  const told = nora.getByText('Nu är du granskare.')
  await expect(told).toBeInViewport()
  await expectAccessible(nora)
  await nora.getByRole('button', { name: 'Jag förstår' }).click()
  await expect(told).toHaveCount(0)

  await per.getByRole('button', { name: 'Ta bort Nora Ny' }).click()
  await per
    .getByRole('dialog')
    .getByRole('button', { name: /Ta bort/ })
    .click()
  await expect(nora).toHaveURL(/\/login$/)
  await expect(nora.getByRole('alert')).toContainText('Du är inte med i gruppen längre.')
  // who comes to the browser after her reads nothing of it
  await nora.reload({ waitUntil: 'networkidle' })
  await expect(nora.getByRole('button', { name: 'Logga in' })).toBeVisible()
  await expect(nora.getByRole('alert')).toHaveCount(0)
  await nora.getByLabel('E-postadress').fill('nora@partigruppen.example')
  await nora.getByLabel('Lösenord').fill('hästen äter gröt')
  await nora.getByRole('button', { name: 'Logga in' }).click()
  await expect(nora.getByRole('alert')).toContainText('Det gick inte att logga in.')
  await context.close()
})
