import type { Page } from '@playwright/test'
import { demoProposal, expect, expectAccessible, openSection, test } from './app'

const bin = (page: Page) => page.getByRole('region', { name: 'Papperskorgen' })

test('a section goes to the bin and comes back, under the eyes of whoever writes in it', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  await openSection(johan, `${proposal}/sections/klimat`)
  const text = johan.locator('.ProseMirror')
  const before = await text.innerText()
  const title = await johan.getByRole('heading', { level: 1 }).innerText()
  const name = title.replace(/^\d+\. /, '')

  await karin.goto(`${proposal}/sections`)
  await karin.getByRole('button', { name: `Ta bort ${name}` }).click()
  await karin.getByRole('dialog').getByRole('button', { name: 'Ta bort avsnittet' }).click()
  await expect(bin(karin)).toContainText(/tog bort det \d+ \S+ \d\d:\d\d/)
  await expectAccessible(karin)

  const line = johan.locator('output').filter({ hasText: 'Avsnittet ligger i papperskorgen.' })
  await expect(line).toContainText(/Karin \S+ tog bort det/)
  await expect(text).toHaveAttribute('aria-readonly', 'true')
  await expect(johan.locator('.save')).toContainText('Skrivskyddat')
  await expectAccessible(johan)
  await johan.reload()
  await expect(johan.getByLabel('Avsnittets text')).toContainText(before.slice(0, 40))

  await bin(karin)
    .getByRole('button', { name: `Lägg tillbaka ${name}` })
    .click()
  await expect(bin(karin)).toHaveCount(0)
  await expect(johan.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(text).not.toHaveAttribute('aria-readonly', 'true')
  await text.locator('p').first().click()
  await johan.keyboard.press('End')
  await johan.keyboard.type(' Tillbaka.')
  await expect(johan.locator('.save')).toContainText(/Sparat \d\d:\d\d/)
  expect(await text.innerText()).toContain('Tillbaka.')
})

test('what was typed while the section was thrown away waits, and goes in when it is back', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  await openSection(johan, `${proposal}/sections/omsorg`)
  const name = (await johan.getByRole('heading', { level: 1 }).innerText()).replace(/^\d+\. /, '')
  await johan.context().setOffline(true)
  const text = johan.locator('.ProseMirror')
  await text.locator('p').first().click()
  await johan.keyboard.press('End')
  await johan.keyboard.type(' Skrivet utan nät.')
  await expect(johan.locator('.save')).toContainText('Offline')

  await karin.goto(`${proposal}/sections`)
  await karin.getByRole('button', { name: `Ta bort ${name}` }).click()
  await karin.getByRole('dialog').getByRole('button', { name: 'Ta bort avsnittet' }).click()
  await expect(bin(karin)).toContainText(name)
  await johan.context().setOffline(false)
  await expect(johan.getByLabel('Texten som blev kvar')).toContainText('Skrivet utan nät.')

  await bin(karin)
    .getByRole('button', { name: `Lägg tillbaka ${name}` })
    .click()
  await expect(johan.locator('.save')).toContainText('Sparat')
  await expect(johan.getByLabel('Texten som blev kvar')).toHaveCount(0)
  await openSection(karin, `${proposal}/sections/omsorg`)
  await expect(karin.locator('.ProseMirror')).toContainText('Skrivet utan nät.')
})
