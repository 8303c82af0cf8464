import { demoProposal, expect, expectAccessible, test, typeRival } from './app'

test('what was said of refused days goes with the status, and what is typed stays', async ({
  enter,
}) => {
  const page = await enter('secretary')
  await page.goto(`${await demoProposal(page)}/status`)
  await page.getByLabel('Låst senast').fill('2026-10-20')
  await page.getByLabel('Inlämnad senast').fill('2026-10-10')
  await page.getByRole('button', { name: 'Spara dagarna' }).click()
  const refusal = page.getByText('ligger före steget innan')
  await expect(refusal).toBeVisible()
  await page.getByRole('button', { name: 'Börja granskningen' }).click()
  await expect(page.getByText('Granskning: gruppen läser')).toBeVisible()
  await expect(refusal).toHaveCount(0)
  await expect(page.getByLabel('Inlämnad senast')).toHaveValue('2026-10-10')
  await page.getByLabel('Inlämnad senast').fill('2026-10-30')
  await page.getByRole('button', { name: 'Spara dagarna' }).click()
  await expect(page.getByText('Dagarna är sparade.')).toBeVisible()
  await page.getByRole('button', { name: 'Tillbaka till utkast' }).click()
  await expect(page.getByText('Utkast: gruppen skriver.')).toBeVisible()
  await expect(page.getByText('Dagarna är sparade.')).toHaveCount(0)
  await expect(page.getByLabel('Inlämnad senast')).toHaveValue('2026-10-30')
})

test('what is handed in is printed beside the proposals that are chosen at that moment', async ({
  enter,
}) => {
  const drafter = await enter('drafter')
  const proposal = await demoProposal(drafter)
  const rival = ['Majoriteten vid inlämning', 'Deras budget'] as const
  await typeRival(drafter, proposal, rival, ['Kommunstyrelsen', '-4 000'])
  const page = await enter('secretary')
  await page.goto(`${proposal}/status`)
  await page.getByRole('button', { name: 'Börja granskningen' }).click()
  await page.getByRole('button', { name: 'Lås förslaget' }).click()
  await page.getByRole('button', { name: 'Markera som inlämnat' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /Majoriteten vid inlämning/ }).check()
  await expectAccessible(page)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/submit.png` })
  await dialog.getByRole('button', { name: 'Markera som inlämnat' }).click()
  await expect(page.getByText('Inlämnad: förslaget kan läsas')).toBeVisible()
  await page.goto(`${proposal}/versions`)
  await page.getByRole('link', { name: /^Inlämnad \d/ }).click()
  const annex = page.getByRole('region', { name: 'Bilaga: jämförelse med andra förslag' })
  await expect(annex).toContainText('Majoriteten vid inlämning')
})
