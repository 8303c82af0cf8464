import { writeXlsx } from 'hucre'
import { demoProposal, expect, expectAccessible, test } from './app'

const rows = [
  ['Driftbudget per nämnd, mnkr'],
  ['', 'Budget', 'Budget', 'Plan', 'Plan'],
  ['Nämnd', 2026, 2027, 2028, 2029],
  ['Barn- och ungdomsnämnden', 1045.2, 1070.5, 1090.6, 1111.3],
  ['Vård- och omsorgsnämnden', 939.3, 986.5, 1031.1, 1078.1],
  ['Kommunstyrelsen', 119.8, '1 282,3', 129, 132.9],
  ['Reserven', 1, 2, 2, 2],
  ['Summa nämnder', 2105.3, 2341.3, 2252.7, 2324.3],
  ['Skatteunderlag', null, 11_760, 12_250, 12_740],
]

const workbook = async () => ({
  name: 'ramar.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(await writeXlsx({ sheets: [{ name: 'Blad1', rows }] })),
})

test('a workbook becomes a proposal: mapped, compared, its suspect cell named, and saved', async ({
  enter,
}) => {
  const page = await enter('secretary')
  await page.goto('/proposals/new')
  await page.getByLabel('Förslagets namn').fill('Läst ur Excel')
  await page.getByLabel('Fil med budgetramen').setInputFiles(await workbook())
  await page.getByRole('button', { name: 'Läs in och jämför' }).click()

  await expect(page.getByLabel('Budgetår')).toHaveValue('2027')
  await page.getByLabel('Kommun', { exact: true }).fill('Exempelby')
  await page.getByRole('button', { name: 'Nästa: rader' }).click()
  await expect(page.getByRole('alert')).toContainText('Skriv kommunens kod')
  await expect(page.getByLabel('Kommun', { exact: true })).toHaveValue('Exempelby')
  await page.getByLabel('Kommunkod').fill('9999')
  await page.getByRole('button', { name: 'Nästa: rader' }).click()

  await expect(page.getByLabel('Miljoner kronor (mnkr)')).toBeChecked()
  await page.getByRole('button', { name: 'Nästa: kontroll' }).click()
  await expect(page.getByRole('alert')).toContainText('välj vad raden ”Reserven” är')
  await page.getByLabel('Vad Reserven är').selectOption('Nämnd')
  await page.getByLabel('Förkortning för Reserven').fill('RES')
  await page.getByRole('button', { name: 'Nästa: kontroll' }).click()

  await expect(page.getByText('Blad1!C6 kan vara not 1')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Blad1!C8' })).toBeVisible()
  await page.getByLabel('Budgetramens namn').fill('Ramverk juni')
  await page.getByRole('button', { name: 'Läs Blad1!C6 som 282,3' }).click()
  await expect(page.getByText('Alla 3 tryckta summor stämmer')).toBeVisible()
  await page.getByRole('button', { name: 'Skapa förslaget' }).click()
  await expect(page.getByRole('alert')).toContainText('Skriv skattesatsen')
  await page.getByLabel('Skattesats').fill('21,36')
  await page.getByRole('button', { name: 'Skapa förslaget' }).click()
  await expect(page.getByRole('alert')).toContainText('Skriv de generella bidragen')
  for (const year of [2027, 2028, 2029])
    await page.getByLabel(`Generella bidrag och utjämning, ${year}`).fill('545')
  await page.getByRole('button', { name: 'Skapa förslaget' }).click()
  await page.waitForURL(/\/budget$/)
  await expect(page.locator('body')).toContainText('Kommunstyrelsen')
})

test('what cannot be read is said at the file, and the name that was typed stays', async ({
  enter,
}) => {
  const page = await enter('secretary')
  await page.goto('/proposals/new')
  await page.getByLabel('Förslagets namn').fill('Blir inget')
  const buffer = Buffer.from('<!DOCTYPE html><table><tr><td>1</td></tr></table>')
  await page
    .getByLabel('Fil med budgetramen')
    .setInputFiles({ name: 'ramar.xlsx', mimeType: 'text/html', buffer })
  await page.getByRole('button', { name: 'Läs in och jämför' }).click()
  await expect(page.getByRole('alert')).toContainText('Filen är en webbsida (HTML)')
  await expect(page.getByLabel('Förslagets namn')).toHaveValue('Blir inget')
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`each step is accessible and fits, ${colorScheme}, ${width} px`, async ({ enter }) => {
      test.setTimeout(120_000)
      const page = await enter('secretary', 0, { colorScheme, viewport: { width, height: 900 } })
      await page.goto('/proposals/new')
      await page.getByLabel('Fil med budgetramen').setInputFiles(await workbook())
      await page.getByRole('button', { name: 'Läs in och jämför' }).click()
      const address = (await page.waitForURL(/\/imports\//), new URL(page.url()).pathname)
      await page.getByLabel('Kommun', { exact: true }).fill('Exempelby')
      await page.getByLabel('Kommunkod').fill('9998')
      await page.getByRole('button', { name: 'Nästa: rader' }).click()
      await page.waitForURL(/\/rows$/)
      await page.getByLabel('Vad Reserven är').selectOption('Används inte')
      await page.getByRole('button', { name: 'Nästa: kontroll' }).click()
      await page.waitForURL(/\/preview$/)
      for (const step of ['', '/rows', '/preview']) {
        await page.goto(address + step)
        await expect(page.locator('h1')).toBeVisible()
        await expectAccessible(page)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        )
        expect(overflow, `${step} scrolls sideways`).toBeLessThanOrEqual(0)
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/${colorScheme}-${width}${step.replace('/', '-')}.png`,
            fullPage: true,
          })
      }
    })
  }
}

test('a figure of the base is corrected in place, with its trace, and the budget follows', async ({
  enter,
}) => {
  const page = await enter('secretary')
  const proposal = await demoProposal(page)
  await page.goto(`${proposal}/framework`)
  const frame = page.getByLabel('Barn- och ungdomsnämnden, ram 2025', { exact: true })
  const before = await frame.inputValue()
  await frame.fill('en del')
  await page.getByRole('button', { name: 'Spara rättelserna' }).click()
  await expect(page.getByRole('alert')).toContainText('är inget tal')
  await expect(frame).toHaveValue('en del')
  await frame.fill('1 070 512')
  await page.getByRole('button', { name: 'Spara rättelserna' }).click()
  await expect(page.getByText(`ram 2025: ${before} → 1 070 512`)).toBeVisible()
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/framework.png`, fullPage: true })
  await page.goto(`${proposal}/budget`)
  await expect(page.locator('main')).toContainText('1 070 512')
})
