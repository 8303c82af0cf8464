import { demoProposal, expect, expectAccessible, test, typeRival } from './app'

const snapshot = 'tests/fixtures/demo-snapshot.json'

test('the majority’s proposal is typed in, and one from a file stands beside ours', async ({
  enter,
}) => {
  const drafter = await enter('drafter')
  const proposal = await demoProposal(drafter)
  await drafter.goto(`${proposal}/rivals`)
  await expect(drafter.getByText('Inget att jämföra med än')).toBeVisible()
  await drafter.getByRole('link', { name: 'Skriv in ett förslag' }).click()
  await drafter.getByLabel('Vems förslaget är').fill('Majoriteten')
  await drafter.getByLabel('Var det är hämtat').fill('Protokollet, sidan 12')
  await drafter.getByLabel('Socialnämnden 2025').fill('mycket')
  await drafter.getByRole('button', { name: 'Spara' }).click()
  await expect(drafter.locator('.fault')).toBeVisible()
  await expectAccessible(drafter)
  await drafter.getByLabel('Socialnämnden 2025').fill('7 000')
  await drafter.getByLabel(/^Finansnetto.* 2025/).fill('2 500')
  await drafter.getByLabel('Ur resultatreserven 2025').fill('1 000')
  await drafter.getByLabel('Nya lån 2026').fill('8 mnkr')
  const project = drafter.getByRole('group', { name: 'Projekt 1' })
  await project.getByLabel('Projekt').fill('Simhall')
  await project.getByLabel('Nämnd').selectOption({ label: 'Kultur- och utbildningsnämnden' })
  await project.getByLabel('2026').fill('40 000')
  await drafter.getByRole('button', { name: 'Spara' }).click()
  await expect(project.locator('.fault')).toContainText('hur många år')
  await project.getByLabel('Används, år').fill('33')
  if (process.env.SHOTS)
    await drafter.screenshot({ path: `${process.env.SHOTS}/rival-form.png`, fullPage: true })
  await drafter.getByRole('button', { name: 'Spara' }).click()
  const result = drafter.getByRole('row', { name: /^Resultat, tkr/ }).first()
  await expect(result).toContainText('118 600')
  const requirement = drafter.getByRole('row', { name: /^Balanskravsresultat, tkr/ }).first()
  await expect(requirement).toContainText('119 600')
  const second = (name: RegExp) => drafter.getByRole('row', { name }).nth(1)
  await expect(second(/^Investeringar, tkr/)).toContainText('+40 000')
  await expect(second(/^Nya lån, tkr/)).toContainText('+8 000')
  const social = drafter.getByRole('row', { name: /^Socialnämnden/ }).first()
  await expect(social).toContainText('261 533')
  await expect(social).toContainText('+5 000')
  await expect(drafter.getByText(/Jämfört med/)).toContainText('Protokollet, sidan 12')

  const reader = await enter('reviewer')
  await reader.goto(`${proposal}/rivals`)
  await expect(reader.getByText(/Jämfört med/)).toContainText('Majoriteten')
  await expect(reader.getByRole('link', { name: /^Ändra|^Läs in/ })).toHaveCount(0)

  await drafter.getByRole('link', { name: 'Läs in en fil' }).click()
  await drafter.getByLabel('Det andra förslaget').setInputFiles({
    name: 'fel.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"annat"}'),
  })
  await drafter.getByRole('button', { name: 'Läs in' }).click()
  await expect(drafter.locator('.fault')).toContainText('skuggbudget-snapshot/1')
  await drafter.getByLabel('Det andra förslaget').setInputFiles(snapshot)
  await drafter.getByRole('button', { name: 'Läs in' }).click()
  await expect(drafter.getByText(/Jämfört med/)).toContainText('demo-snapshot.json')
  await drafter.getByRole('link', { name: 'Majoriteten', exact: true }).click()
  await expect(drafter.getByText(/Jämfört med/)).toContainText('Majoriteten')
  await drafter.getByRole('link', { name: 'Ta bort Majoriteten' }).click()
  await drafter.getByRole('button', { name: 'Ta bort' }).click()
  await expect(reader.getByText(/Jämfört med/)).toContainText('demo-snapshot.json')
})

test('a version is printed beside the proposals that are chosen', async ({ enter }) => {
  const page = await enter('secretary')
  const proposal = await demoProposal(page)
  const rival = ['De andra', 'Protokollet, sidan 12'] as const
  await typeRival(page, proposal, rival, ['Socialnämnden', '7 000'])
  await page.goto(`${proposal}/versions?freeze=1`)
  await page.getByLabel('Versionens namn').fill('Med bilaga')
  await page.getByRole('checkbox', { name: /De andra/ }).check()
  await expectAccessible(page)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/freeze.png` })
  await page.getByRole('button', { name: 'Frys', exact: true }).click()
  await page.getByRole('link', { name: 'Med bilaga', exact: true }).click()
  const annex = page.getByRole('region', { name: 'Bilaga: jämförelse med andra förslag' })
  await expect(annex.getByRole('row', { name: /^Socialnämnden/ }).first()).toContainText('261 533')
  await expect(annex.getByRole('row', { name: /^Investeringar/ }).first()).toContainText('340 000')
  await expectAccessible(page)
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    test(`the page of other proposals is accessible and fits, ${colorScheme}, ${width} px`, async ({
      enter,
    }) => {
      const page = await enter('drafter', 0, { colorScheme, viewport: { width, height: 900 } })
      const proposal = await demoProposal(page)
      await page.goto(`${proposal}/rivals?add=1`)
      await page.getByLabel('Vems förslaget är').fill(`Partiet ${width} ${colorScheme}`)
      await page.getByLabel('Var det är hämtat').fill('Deras budget')
      await page.getByLabel('Kommunstyrelsen 2025').fill('-4 000')
      await page.getByLabel('Ändrad skattesats, öre').fill('10')
      await good('rivals-form')
      await page.getByRole('button', { name: 'Spara' }).click()
      await expect(page.getByText(/Jämfört med/)).toContainText('Skillnad är det andra förslaget')
      await good('rivals')
      const hidden = await page
        .locator('.scrolled')
        .evaluateAll(tables => tables.filter(each => each.scrollWidth > each.clientWidth).length)
      expect(hidden, 'tables whose difference is out of sight').toBe(0)

      async function good(name: string) {
        await expectAccessible(page)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        )
        expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
        if (process.env.SHOTS) {
          const file = `${process.env.SHOTS}/${name}-${width}-${colorScheme}.png`
          await page.screenshot({ path: file, fullPage: true })
        }
      }
    })
