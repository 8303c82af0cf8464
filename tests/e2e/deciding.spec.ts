import { expect, expectAccessible, ledProposal, test } from './app'

// the second group has a leader, one drafter and one secretary
const second = 2

test('a drafter suggests, the meeting decides, and the decision stands on a dated list', async ({
  enter,
}) => {
  const lars = await enter('drafter', second)
  const ingrid = await enter('leader')
  const proposal = await ledProposal(lars)
  await lars.goto(`${proposal}/budget`)
  await ingrid.goto(`${proposal}/meeting`)
  await lars.getByRole('button', { name: /Kommunstyrelsen, ändring 2025/ }).click()
  await lars.keyboard.press('ControlOrMeta+a')
  await lars.keyboard.type('-5000')
  await lars.keyboard.press('Enter')
  await expect(lars.getByText(/Sparat som förslag Ä6/)).toBeVisible()
  await expect(lars.getByRole('button', { name: /Kommunstyrelsen, ändring 2025/ })).toContainText(
    '3 000',
  )
  await expect(lars.locator('#andringar').getByRole('button', { name: /^Anta Ä/ })).toHaveCount(0)

  const gap = ingrid.locator('.meeting [data-gap]')
  await expect(ingrid.getByRole('switch', { name: /Ä6/ })).toBeVisible()
  await expect(gap).toHaveAttribute('data-gap', '0')
  await ingrid.getByRole('button', { name: 'Besluta: anta 0' }).click()
  await expect(ingrid.getByRole('alert')).toContainText('Inget är beslutat')
  await ingrid.getByRole('switch', { name: /Ä3/ }).check()
  await expect(ingrid.getByRole('alert')).toHaveCount(0)
  await expect(gap).not.toHaveAttribute('data-gap', '0')
  await ingrid.getByRole('button', { name: 'Flytta upp Ä6' }).click()
  await expect(ingrid.locator('.meeting-t tbody tr').nth(2)).toContainText('Ä6')
  await ingrid.getByRole('switch', { name: /Ä3/ }).uncheck()
  await ingrid.getByRole('switch', { name: /Ä4/ }).focus()
  await ingrid.keyboard.press('Space')
  await ingrid.getByLabel('skjuts upp').check()
  await ingrid.getByRole('button', { name: 'Besluta: anta 1, skjut upp 3' }).click()
  await expect(ingrid.getByRole('heading', { name: 'Beslutslista 1' })).toBeVisible()
  await expect(ingrid.getByRole('row', { name: /Ä4/ })).toContainText('Antas')
  await ingrid.emulateMedia({ media: 'print' })
  await expect(ingrid.getByRole('button', { name: 'Skriv ut' })).toBeHidden()
  await ingrid.emulateMedia({ media: 'screen' })
  await expect(ingrid.getByRole('row', { name: /Ä3/ })).toContainText('Skjuts upp')
  await expect(lars.locator('#andringar')).toContainText('Uppskjutna')
  await expect(lars.getByRole('row', { name: /^Ä4/ })).toContainText('Antagen')

  // what is adopted is not the drafter's to take away: that is suggested, and the meeting decides it
  await lars.getByRole('button', { name: /^Föreslå dra tillbaka Ä4/ }).click()
  await expect(lars.getByRole('row', { name: /^Ä4/ })).toContainText(
    'föreslår att den dras tillbaka',
  )
  await expectAccessible(lars)
  await ingrid.goto(`${proposal}/meeting`)
  await ingrid.getByRole('switch', { name: /Ä4, Dra tillbaka/ }).check()
  await expectAccessible(ingrid)
  if (process.env.SHOTS)
    await ingrid.screenshot({ path: `${process.env.SHOTS}/withdrawal.png`, fullPage: true })
  await ingrid.getByRole('button', { name: 'Besluta: dra tillbaka 1' }).click()
  await expect(ingrid.getByRole('heading', { name: 'Beslutslista 2' })).toBeVisible()
  await expect(ingrid.getByRole('row', { name: /Ä4/ })).toContainText('Dras tillbaka')
  await expect(lars.getByRole('row', { name: /^Ä4/ })).toContainText('Tillbakadragen')
})

test('a press in the list that did not reach the server says so in its row, and can be made again', async ({
  enter,
}) => {
  const ingrid = await enter('leader')
  await ingrid.goto(`${await ledProposal(ingrid)}/budget`)
  await expect(ingrid.getByText(/^Sparat/).first()).toBeVisible()
  const press = () => ingrid.getByRole('button', { name: /^Skjut upp Ä[12],/ })
  const fault = ingrid.locator('#andringar').getByRole('alert')
  await ingrid.context().setOffline(true)
  await press().nth(0).click()
  await press().nth(1).click()
  await expect(fault).toHaveCount(2)
  await expect(ingrid.getByRole('row', { name: /^Ä2/ }).getByRole('alert')).toContainText(
    'Inte sparat.',
  )
  await ingrid.context().setOffline(false)
  await press().nth(1).click()
  await expect(ingrid.getByRole('row', { name: /^Ä2/ })).toContainText('Uppskjuten')
  await expect(fault).toHaveCount(1)
  await press().click()
  await expect(ingrid.getByRole('row', { name: /^Ä1/ })).toContainText('Uppskjuten')
  await expect(fault).toHaveCount(0)
})

test('one switch shows everything with what is suggested, and every page says so', async ({
  enter,
}) => {
  const lars = await enter('drafter', second)
  const proposal = await ledProposal(lars)
  await lars.goto(`${proposal}/budget`)
  await lars.getByRole('button', { name: 'Föreslå igen' }).or(lars.locator('h1')).first().waitFor()
  const again = lars.getByRole('button', { name: /^Föreslå igen/ })
  if ((await again.count()) > 0) await again.first().click()
  await lars.getByRole('link', { name: /Visa med föreslagna/ }).click()
  await expect(lars).toHaveURL(/with=suggested/)
  await expect(lars.locator('.sum .label')).toContainText('med föreslagna')
  await expect(lars.getByRole('heading', { name: /Nämndernas ramar/ })).toContainText(
    'med föreslagna',
  )
  await lars.getByRole('link', { name: /^Kontroller/ }).click()
  await expect(lars.locator('.bannerline')).toContainText('Med föreslagna')
  await lars.getByRole('link', { name: 'Visa bara antagna' }).first().click()
  await expect(lars.locator('.sum .label')).not.toContainText('med föreslagna')
})

test('a locked proposal is read-only for everybody at once, and unlocking is logged', async ({
  enter,
}) => {
  const lars = await enter('drafter', second)
  const ingrid = await enter('leader')
  const proposal = await ledProposal(lars)
  await lars.goto(`${proposal}/sections/dagverksamhet`)
  await expect(lars.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'true')
  await ingrid.goto(`${proposal}/status`)
  await ingrid.getByRole('button', { name: 'Börja granskningen' }).click()
  await ingrid.getByRole('button', { name: 'Lås förslaget' }).click()
  await expect(ingrid.getByRole('button', { name: 'Lås upp' })).toBeVisible()
  await expect(lars.locator('.folio.status')).toContainText('Låst')
  const text = lars.locator('.ProseMirror')
  const before = await text.innerText()
  await text.locator('p').first().click()
  await lars.keyboard.type('Smyg')
  await expect(lars.locator('.save')).toContainText('Skrivskyddat')
  expect(await text.innerText()).toBe(before)

  await ingrid.getByRole('button', { name: 'Lås upp' }).click()
  await ingrid.getByRole('dialog').getByRole('button', { name: 'Lås upp' }).click()
  await expect(ingrid.getByRole('dialog')).toContainText('Skriv varför')
  await ingrid.getByLabel('Varför').fill('En siffra ska rättas.')
  await ingrid.getByRole('dialog').getByRole('button', { name: 'Lås upp' }).click()
  await expect(ingrid.getByRole('row', { name: /Upplåst/ })).toContainText('En siffra ska rättas.')
  await expect(lars.locator('.folio.status')).toContainText('Granskning')
  await expect(text).not.toHaveAttribute('aria-readonly')
  await expect(lars.locator('.save')).toContainText('Sparat')
  await text.locator('p').first().click()
  await lars.keyboard.press('End')
  await lars.keyboard.type(' Rättat.')
  await expect(lars.locator('.save')).toContainText(/Sparat/)
  await ingrid.goto(`${proposal}/sections/dagverksamhet`)
  await expect(ingrid.locator('.ProseMirror')).toContainText('Rättat.')
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    test(`the pages of deciding are accessible and fit, ${colorScheme}, ${width} px`, async ({
      enter,
    }, info) => {
      const page = await enter('leader', 0, { colorScheme, viewport: { width, height: 900 } })
      const proposal = await ledProposal(page)
      for (const name of ['meeting', 'status', 'budget', 'budget?with=suggested', 'checks']) {
        await page.goto(`${proposal}/${name}`)
        await expect(page.locator('h1')).toBeVisible()
        await expectAccessible(page)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        )
        expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
        if (process.env.SHOTS) {
          const file = `${process.env.SHOTS}/${name.replace(/\W/g, '-')}-${width}-${colorScheme}.png`
          await page.screenshot({ path: file, fullPage: true })
        }
      }
      expect(info.errors).toEqual([])
    })
