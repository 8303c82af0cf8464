import { changeCell, demoProposal, expect, expectAccessible, test } from './app'

test('an alternative without the tax rise stands beside the proposal, and follows it live', async ({
  enter,
}) => {
  const drafter = await enter('drafter')
  const proposal = await demoProposal(drafter)
  await drafter.goto(`${proposal}/alternatives`)
  await expect(drafter.getByText('Inga alternativ än')).toBeVisible()
  await drafter.getByRole('link', { name: 'Lägg till alternativ' }).click()
  await drafter.getByRole('button', { name: 'Spara' }).click()
  await expect(drafter.getByText(/Skriv vad alternativet heter/)).toBeVisible()
  await drafter.getByLabel('Vad alternativet heter').fill('Utan skattehöjning')
  await drafter.getByRole('group', { name: /Ä1/ }).getByLabel('Av', { exact: true }).check()
  await drafter.getByRole('button', { name: 'Spara' }).click()
  await expect(drafter.getByRole('columnheader', { name: 'Utan skattehöjning' })).toHaveCount(3)
  const rate = drafter.getByRole('row', { name: /Alla år/ })
  await expect(rate).toContainText('21,66')
  await expect(rate).toContainText('21,36')
  await expect(rate).toContainText('−30 öre')
  await expect(drafter.getByRole('row', { name: /^Ä1/ })).toContainText('Av')

  const reader = await enter('reviewer')
  await reader.goto(`${proposal}/alternatives`)
  await expect(reader.getByRole('columnheader', { name: 'Utan skattehöjning' })).toHaveCount(3)
  await expect(reader.getByRole('link', { name: 'Lägg till alternativ' })).toHaveCount(0)
  await expect(reader.getByRole('link', { name: /^Ändra/ })).toHaveCount(0)

  const secretary = await enter('secretary')
  await secretary.goto(`${proposal}/budget`)
  await changeCell(secretary, /Socialnämnden, ändring 2025/, '3000')
  await expect(reader.getByRole('row', { name: /^Socialnämnden/ }).first()).toContainText('+3 000')
})

test('two who change the same alternative see each other, and nothing is overwritten in silence', async ({
  enter,
}) => {
  const one = await enter('drafter')
  const two = await enter('secretary')
  const proposal = await demoProposal(one)
  await one.goto(`${proposal}/alternatives?add=1`)
  await one.getByLabel('Vad alternativet heter').fill('Bara skolan')
  await one.getByRole('button', { name: 'Spara' }).click()
  await two.goto(`${proposal}/alternatives`)
  for (const page of [one, two]) await page.getByRole('link', { name: 'Ändra Bara skolan' }).click()
  await two.getByLabel('Vad alternativet heter').fill('Skolan och omsorgen')
  await two.getByRole('button', { name: 'Spara' }).click()
  await expect(one.getByText('Skolan och omsorgen').first()).toBeVisible()
  await one.getByLabel('Vad alternativet heter').fill('Mitt')
  await one.getByRole('button', { name: 'Spara' }).click()
  await expect(one.getByRole('alert')).toContainText('ändrade alternativet')
  await expect(one.getByText('Det här står nu')).toBeVisible()
  await expect(one.getByLabel('Vad alternativet heter')).toHaveValue('Mitt')
  await expectAccessible(one)
  await one.getByRole('button', { name: 'Spara' }).click()
  await expect(two.getByRole('columnheader', { name: 'Mitt' })).toHaveCount(3)
  await one.getByRole('link', { name: 'Ta bort Mitt' }).click()
  await one.getByRole('button', { name: 'Ta bort' }).click()
  await expect(two.getByRole('columnheader', { name: 'Mitt' })).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    test(`the page of alternatives is accessible and fits, ${colorScheme}, ${width} px`, async ({
      enter,
    }) => {
      const page = await enter('drafter', 0, { colorScheme, viewport: { width, height: 900 } })
      const proposal = await demoProposal(page)
      const good = async (name: string) => {
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
      await page.goto(`${proposal}/alternatives`)
      for (let made = await page.locator('.kept-list li').count(); made < 4; made++) {
        await page.goto(`${proposal}/alternatives?add=1`)
        await expect(page.getByLabel('Vad alternativet heter')).toBeVisible()
        await page.getByLabel('Vad alternativet heter').fill(`Utan skattehöjningen ${made + 1}`)
        await page
          .getByRole('group', { name: new RegExp(`Ä${made + 1} `) })
          .getByLabel('Av', { exact: true })
          .check()
        if (made === 3) await good('alternatives-form')
        await page.getByRole('button', { name: 'Spara' }).click()
        await expect(page.locator('.kept-list li')).toHaveCount(made + 1)
      }
      await expect(page.getByText('Fyra alternativ är det mesta')).toBeVisible()
      // all five stand side by side also where the table scrolls, in each of its tables
      for (const row of [/^Ä1/, /^Alla år/]) {
        const cells = page.getByRole('row', { name: row }).getByRole('cell')
        await expect(cells).toHaveCount(5)
        const tops = await cells.evaluateAll(all =>
          all.map(cell => cell.getBoundingClientRect().top),
        )
        expect(new Set(tops).size).toBe(1)
      }
      await good('alternatives')
    })
