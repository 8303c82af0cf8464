import type { Locator, Page } from '@playwright/test'
import { changeCell, demoProposal, expect, expectAccessible, test } from './app'

const kun = /Kultur- och utbildningsnämnden, ändring 2025/

/** Two million more to KUN than the demo has: 1 971 tkr are missing in the budget year. */
async function openGap(page: Page) {
  const proposal = await demoProposal(page)
  await page.goto(`${proposal}/budget`)
  await changeCell(page, kun, '12000')
  await expect(page.locator('.sum-value')).toHaveAttribute('data-gap', '1971')
  return proposal
}

async function closeGap(page: Page, proposal: string) {
  await page.goto(`${proposal}/budget`)
  await changeCell(page, kun, '10000')
  await expect(page.locator('.sum-value')).toHaveAttribute('data-gap', '0')
}

/** Takes the suggestion back, which is listed first: the other journeys share this proposal. */
async function withdraw(page: Page, name: RegExp) {
  const press = page.getByRole('button', {
    name: new RegExp(`^Dra tillbaka Ä\\d+${name.source}`),
  })
  const before = await press.count()
  await press.first().click()
  await expect(press).toHaveCount(before - 1)
}

test('from the gap to a suggestion that closes it, and live to nothing needed', async ({
  enter,
}) => {
  const page = await enter('drafter')
  const proposal = await openGap(page)
  await page.locator('.sum').getByRole('link', { name: 'Vad krävs?' }).click()
  await expect(page.getByRole('heading', { name: /^2\söre högre skatt/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Resultatmålet 2,236/ })).toBeVisible()
  await page.getByLabel('Mindre till nämnden').selectOption({ label: 'Socialnämnden' })
  await page.getByRole('button', { name: 'Räkna' }).click()
  await expect(page.getByRole('heading', { name: /^1\s971\stkr mindre till Soc/ })).toBeVisible()

  await page.getByRole('button', { name: /^Lägg som förslag: 2\söre/ }).click()
  const tax = page.locator('#tax-rate')
  await expect(tax).toContainText('Sparat som förslag')
  await expect(tax.getByRole('link', { name: /^Ä\d+$/ })).toBeVisible()
  await expect(tax.getByRole('button')).toHaveCount(0)
  await expect(page.locator('.sum-value')).toHaveAttribute('data-gap', '1971')
  await tax.getByRole('link', { name: 'Visa med föreslagna' }).click()
  await expect(page.getByText('Inget krävs.')).toBeVisible()
  await expect(page.locator('.sum-value')).toHaveAttribute('data-gap', '0')

  // what another member saves is on the page without a reload
  await page.goto(`${proposal}/remedies`)
  await expect(page.locator('#board')).toBeVisible()
  const other = await enter('secretary')
  await closeGap(other, proposal)
  await expect(page.getByText('Inget krävs.')).toBeVisible()
  await expect(page.locator('main')).toContainText('29 tkr')
  await withdraw(other, /, Skattesats$/)
})

/** A table's rows by name, each with its amounts of three years. */
const amountsIn = (table: Locator): Promise<[string, number[]][]> =>
  table
    .locator('tbody tr')
    .evaluateAll(rows =>
      rows.map(row => [
        row.querySelector('th')?.textContent?.trim() ?? '',
        [...row.querySelectorAll('td')]
          .slice(0, 3)
          .map(cell =>
            Number((cell.textContent ?? '').replace('\u2212', '-').replace(/[^\d-]/g, '')),
          ),
      ]),
    )

const added = (rows: readonly [string, number[]][]) =>
  [0, 1, 2].map(year => rows.reduce((sum, [, amounts]) => sum + (amounts[year] ?? 0), 0))

test('what pays and what is left are what is added, and the parts of an even cut what it gives', async ({
  enter,
}) => {
  const page = await enter('drafter')
  const proposal = await openGap(page)
  const [additions, ...paid] = await amountsIn(page.locator('#finansiering table'))
  expect(additions?.[0]).toContain('Satsningar')
  expect(paid.at(-1)?.[1][0]).toBe(1971)
  expect(added(paid)).toEqual(additions?.[1])
  await page.goto(`${proposal}/remedies`)
  const even = await amountsIn(page.locator('#even table'))
  const at = even.findIndex(([name]) => name === 'Bättre resultat')
  expect(at).toBeGreaterThan(1)
  expect(added(even.slice(0, at))).toEqual(even[at]?.[1].map(amount => -amount))
  await closeGap(page, proposal)
})

test('without script, a stale page is told and a fresh press suggests', async ({ enter }) => {
  const other = await enter('drafter')
  const proposal = await openGap(other)
  const page = await enter('secretary', 0, { javaScriptEnabled: false })
  await page.goto(`${proposal}/remedies?board=SN`)
  await changeCell(other, kun, '13000')
  await expect(other.locator('.sum-value')).not.toHaveAttribute('data-gap', '1971')
  await page.getByRole('button', { name: /^Lägg som förslag: .* Socialnämnden/ }).click()
  await expect(page.locator('#board').getByRole('alert')).toContainText('nya siffrorna')
  await page.getByRole('button', { name: /^Lägg som förslag: .* Socialnämnden/ }).click()
  await expect(page.locator('#board')).toContainText(/Föreslaget som Ä\d+/)
  await page.goto(`${proposal}/checks`)
  await page.locator('#fel').getByRole('link', { name: 'Vad krävs?' }).first().click()
  await expect(page.locator('h1')).toHaveText('Vad krävs?')
  await closeGap(other, proposal)
  await withdraw(other, /, Socialnämnden$/)
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    test(`a reviewer reads the alternatives, ${colorScheme}, ${width} px`, async ({ enter }) => {
      const writer = await enter('drafter')
      const proposal = await openGap(writer)
      const page = await enter('reviewer', 0, { colorScheme, viewport: { width, height: 900 } })
      await page.goto(`${proposal}/remedies`)
      await expect(page.locator('#even')).toBeVisible()
      await expect(page.getByRole('button', { name: /^Lägg som förslag/ })).toHaveCount(0)
      await expect(page.locator('main')).toContainText('Du kan läsa alternativen')
      await expectAccessible(page)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      )
      expect(overflow).toBeLessThanOrEqual(0)
      await closeGap(writer, proposal)
    })
