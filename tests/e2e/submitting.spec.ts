import { demoProposal, expect, expectAccessible, test } from './app'

test('what is handed in is printed beside the proposals that are chosen at that moment', async ({
  enter,
}) => {
  const drafter = await enter('drafter')
  const proposal = await demoProposal(drafter)
  await drafter.goto(`${proposal}/rivals?add=1`)
  await drafter.getByLabel('Vems förslaget är').fill('Majoriteten vid inlämning')
  await drafter.getByLabel('Var det är hämtat').fill('Deras budget')
  await drafter.getByLabel('Kommunstyrelsen 2025').fill('-4 000')
  await drafter.getByRole('button', { name: 'Spara' }).click()
  await expect(drafter.getByText(/Jämfört med/)).toBeVisible()
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
