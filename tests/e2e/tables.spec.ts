import { fileURLToPath } from 'node:url'
import { demoProposal, expect, expectAccessible, test } from './app'

const sjobo = fileURLToPath(new URL('../fixtures/sjobo-framework.json', import.meta.url))

for (const width of [1280, 390]) {
  test(`everything that follows from the budget stands in tables, ${width} px`, async ({
    enter,
  }) => {
    const page = await enter('reviewer', 0, { viewport: { width, height: 900 } })
    await page.goto(`${await demoProposal(page)}/tables`)
    await expect(page.locator('h1')).toHaveText('Tabeller')
    await expectAccessible(page)

    const change = page.getByRole('figure', { name: /^Ändring av nämndernas ramar 2025/ })
    await expect(change.getByRole('img')).toHaveCount(1)
    await expect(change.getByRole('img')).toHaveAccessibleDescription(/Socialnämnden: \+2\s000/)
    await change.getByText('Siffrorna som tabell').click()
    await expect(change.getByRole('row', { name: /^Alla nämnder/ })).toContainText('+92 298')
    await expectAccessible(page)
    const target = page.getByRole('figure', { name: /^Resultatet mot målet/ })
    await expect(target.locator('text:visible', { hasText: '2,3009' })).toBeVisible()

    const balance = page.getByRole('table', { name: /^Balansbudget/ })
    await expect(balance.getByRole('row', { name: /^Summa tillgångar/ })).toContainText('4 487 380')
    await expect(balance.getByRole('row', { name: /^Summa eget kapital/ })).toContainText(
      '4 487 380',
    )
    const cash = page.getByRole('table', { name: /^Kassaflödesbudget/ })
    await expect(cash.getByRole('row', { name: /vid årets slut/ })).toContainText('207 380')
    const chain = page.getByRole('table', { name: /^Så blir ramarna 2025/ })
    await expect(chain.getByRole('row', { name: /^Barn- och ungdomsnämnden/ })).toContainText(
      /1\s045\s200.*\+30\s311.*−9\s000.*\+4\s000.*\+50\s000.*1\s120\s511/,
    )
    await expect(page.getByRole('table', { name: /^Nyckeltal/ })).toContainText('+832')
    await expect(page.getByRole('table', { name: /^Ändringarna i proportion/ })).toContainText(
      '+4,67',
    )
  })

  test(`a real budget in mnkr is shown as it is printed, ${width} px`, async ({ enter }) => {
    const page = await enter('secretary', 0, { viewport: { width, height: 900 } })
    await page.goto('/proposals/new')
    await page.getByLabel('Förslagets namn').fill(`Sjöbo i ${width}`)
    await page.getByLabel('Fil med budgetramen').setInputFiles(sjobo)
    await page.getByRole('button', { name: 'Läs in och jämför' }).click()
    await page.getByRole('button', { name: 'Skapa förslaget' }).click()
    await page.waitForURL(/\/budget$/)

    const result = page.getByRole('table', { name: /^Resultatbudget/ })
    await expect(result.getByRole('row', { name: /^Årets resultat/ })).toContainText('−26,1')
    await expect(page.locator('h1').locator('..')).not.toContainText('Skattesats')
    await expectAccessible(page)

    await page.goto(page.url().replace('/budget', '/tables'))
    const requirement = page.getByRole('table', { name: /^Balanskravsutredning.*mnkr$/ }).first()
    await expect(requirement.getByRole('row', { name: /^Balanskravsresultat/ })).toContainText(
      '−18,6',
    )
    const printed = page.getByRole('table', { name: /^Balansbudget, som grunden trycker den/ })
    await expect(printed.getByRole('row', { name: /^Summa tillgångar/ })).toContainText(
      /1\s064,0.*1\s027,4.*1\s021,4.*1\s063,4.*1\s109,4.*1\s149,4/,
    )
    await expectAccessible(page)

    await page.goto(page.url().replace('/tables', '/checks'))
    await expect(page.locator('main')).toContainText('Summa eget kapital 2024: avviker +37,7')
    await expectAccessible(page)
  })
}
