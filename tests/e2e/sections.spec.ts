import type { Locator, Page } from '@playwright/test'
import {
  demoProposal,
  expect,
  expectAccessible,
  goOffline,
  newLine,
  openSection,
  selectionSettled,
  test,
} from './app'

const standing = (page: Page) => page.getByRole('region', { name: 'Avsnittets läge' })

const heightOf = (part: Locator) => part.evaluate(one => one.getBoundingClientRect().height)

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
  await goOffline(johan)
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

test('an approval stands with its words, and lapses under the reader’s eyes', async ({ enter }) => {
  const karin = await enter('drafter')
  const amina = await enter('reviewer')
  const proposal = await demoProposal(karin)
  const path = `${proposal}/sections/stod`
  await openSection(karin, path)
  await openSection(amina, path)
  await standing(karin).getByRole('button', { name: 'Klar för granskning' }).click()
  await expect(standing(amina)).toContainText(/Klar för granskning enligt Karin/)
  await expect(standing(amina).getByRole('button', { name: 'Tillbaka till utkast' })).toHaveCount(0)
  await standing(amina).getByRole('button', { name: 'Godkänn', exact: true }).click()
  await expect(standing(karin)).toContainText(/Godkänd av Amina .* \d\d:\d\d/)
  await karin.getByLabel('Ansvarig').selectOption({ label: 'Johan Berg' })
  await expect(standing(amina)).toContainText('Ansvarig: Johan')

  const counted = async () => Number(/(\d+) ord/.exec(await standing(amina).innerText())?.[1])
  const before = await counted()
  await karin.locator('.ProseMirror p').first().click()
  await karin.keyboard.press('End')
  await karin.keyboard.type(' Ett tillägg till.')
  for (const page of [karin, amina])
    await expect(standing(page)).toContainText(/Ändrad sedan dess Amina .* godkände en tidigare/)
  expect(await counted()).toBe(before + 3)
  await expectAccessible(amina)
  await amina.goto(`${proposal}/sections`)
  const row = amina.getByRole('listitem').filter({ hasText: 'Stöd i rätt tid' })
  await expect(row.last()).toContainText(/Ändrad sedan dess.*Ansvarig: Johan/)
})

const words = (page: Page) => page.locator('.ProseMirror p', { hasText: 'få spela' })

test('a heading folds what stands under it, for one reader, until it is asked for', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  const path = `${proposal}/sections/kultur`
  await openSection(karin, path)
  await newLine(karin)
  await karin.keyboard.type('Mer musik')
  await karin.getByRole('button', { name: 'Rubrik', exact: true }).click()
  await karin.keyboard.press('End')
  await karin.keyboard.press('Enter')
  await karin.keyboard.type('Var och en ska få spela.')
  await expect(karin.locator('.save')).toContainText(/Sparat \d\d:\d\d/)
  await karin.setViewportSize({ width: 390, height: 844 })
  const alone = await heightOf(standing(karin))
  await openSection(johan, path)
  await words(johan).selectText()
  await selectionSettled(johan)
  await johan.getByRole('button', { name: 'Kommentera', exact: true }).click()
  const note = johan.getByRole('region', { name: 'Ny kommentar' })
  await note.getByRole('textbox', { name: 'Kommentar' }).fill('Bra rad.')
  await note.getByRole('button', { name: 'Kommentera' }).click()

  await expect(standing(karin)).toContainText('I avsnittet nu: Johan Berg vid ”Mer musik”')
  // who comes and goes moves no text, and is told whole by a press
  expect(await heightOf(standing(karin))).toBe(alone)
  const present = standing(karin).getByRole('button', { name: /^I avsnittet nu/ })
  await expect(present).toHaveAttribute('aria-expanded', 'false')
  await present.click()
  await expect(present).toHaveAttribute('aria-expanded', 'true')
  await karin.setViewportSize({ width: 1280, height: 900 })
  await expect(karin.getByText('Bra rad.')).toBeVisible()
  await karin.getByRole('button', { name: 'Fäll', exact: true }).click()
  await karin.getByRole('menuitem', { name: 'Fäll ihop', exact: true }).click()
  await expect(words(karin)).toBeHidden()
  await expect(words(johan)).toBeVisible()
  await expectAccessible(karin)
  await karin.reload()
  await expect(karin.locator('.ProseMirror .is-folded')).toContainText('Mer musik')
  await expect(words(karin)).toBeHidden()

  await karin.getByRole('button', { name: 'Visa texten under ”Mer musik”' }).click()
  await expect(words(karin)).toBeVisible()
  await karin.getByRole('button', { name: 'Fäll ihop Mer musik' }).click()
  await expect(words(karin)).toBeHidden()
  const thread = await karin.getByText('Bra rad.').evaluate(one => one.closest('.thread')?.id)
  await karin.evaluate(id => (window.location.hash = `#${id}`), thread)
  await expect(words(karin)).toBeVisible()

  await karin.goto(`${proposal}/sections`)
  const row = karin.getByRole('listitem').filter({ hasText: 'Kultur och lärande' }).last()
  await expect(row).toContainText('Här nu: Johan Berg vid ”Mer musik”')
})
