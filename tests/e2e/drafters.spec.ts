import type { Page } from '@playwright/test'
import { changeCell, demoProposal, expect, goOffline, newLine, openSection, test } from './app'

const text = (page: Page) => page.locator('.ProseMirror')
const save = (page: Page) => page.locator('.save')
const social = /Socialnämnden, ändring 2025/
const culture = /Kultur- och utbildningsnämnden, ändring 2025/

test('the demo shows its figures, and one changed amount what is missing', async ({ enter }) => {
  const karin = await enter('drafter')
  await karin.goto(`${await demoProposal(karin)}/budget`)
  const years = karin.getByRole('table', { name: 'Kvar att finansiera och resultat per år' })
  await expect(years).toContainText('71 380')
  for (const figure of ['73 740', '76 022', '2,3009', '2,3048', '2,3055'])
    await expect(years).toContainText(figure)
  await expect(karin.getByRole('row', { name: /^Summa ramar/ })).toContainText('2 985 410')
  const margin = karin.getByRole('row', { name: /^Över resultatmålet/ })
  for (const figure of ['29', '154', '179']) await expect(margin).toContainText(figure)
  const gap = karin.getByRole('complementary', { name: 'Kvar att finansiera' }).locator('output')
  await expect(gap).toHaveText('0 tkr')
  await changeCell(karin, culture, '12 000')
  await expect(gap).toHaveText('1 971 tkr')
  await expect(save(karin)).toHaveText(/Sparat \d\d:\d\d/)
  await changeCell(karin, culture, '10 mnkr')
  await expect(gap).toHaveText('0 tkr')
})

test('names, cursors and a figure that follows its row in every open browser', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  for (const page of [karin, johan]) await openSection(page, `${proposal}/sections/stod`)
  await newLine(karin)
  await karin.keyboard.type('Fler fältare behövs: ')
  await expect(johan.locator('.caret')).toContainText('Karin Lindqvist')
  await expect(johan.getByRole('group', { name: 'Här nu' })).toContainText('Karin Lindqvist')
  await karin.keyboard.type('#')
  const search = karin.getByRole('combobox', { name: 'Sök en siffra ur budgeten' })
  await search.fill('socialnämnden ändring 2025')
  await karin
    .getByRole('option', { name: /Socialnämnden/ })
    .first()
    .waitFor()
  // what somebody writes before it meanwhile moves the place, and the figure with it
  await text(johan).locator('p').first().click()
  await johan.keyboard.press('Home')
  await johan.keyboard.type('Skrivet före. ')
  await expect(text(karin).locator('p').first()).toContainText('Skrivet före. ')
  await search.press('Enter')
  const last = text(johan).locator('p').last()
  await expect(last.locator('.fig')).toHaveText(/^2\s(000\stkr|miljoner\skronor)$/)
  await expect(last).toContainText('Fler fältare behövs')

  const eva = await enter('secretary')
  await eva.goto(`${proposal}/budget`)
  await changeCell(eva, social, '2 500')
  for (const page of [karin, johan])
    await expect(text(page).locator('p').last().locator('.fig')).toHaveText(
      /^2(\s500\stkr|,5\smiljoner\skronor)$/,
    )
  await changeCell(eva, social, '2 000')
  await expect(last.locator('.fig')).toHaveText(/^2\s(000\stkr|miljoner\skronor)$/)
  for (let i = 0; i < 24; i++) await karin.keyboard.press('Backspace')
})

test('a stale amount shows both values, and nothing is overwritten before the choice', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  for (const page of [karin, johan]) await page.goto(`${proposal}/budget`)
  for (const choice of ['keep', 'save'] as const) {
    await karin.getByRole('button', { name: social }).click()
    await karin.keyboard.press('ControlOrMeta+a')
    await karin.keyboard.type('3000')
    await changeCell(johan, social, '2 500')
    await expect(johan.getByRole('button', { name: social })).toHaveText('+2 500')
    // who saved, on the open page, without reload
    await expect(karin.getByRole('main')).toContainText('Johan Berg sparade')
    await karin.keyboard.press('Enter')
    const clash = karin.getByRole('group', { name: /Två värden för Socialnämnden/ })
    await expect(clash).toContainText('+2 500 tkr')
    await expect(clash).toContainText('Johan Berg')
    await expect(clash).toContainText('+3 000 tkr')
    const button = choice === 'keep' ? /^Behåll/ : /^Spara/
    await clash.getByRole('button', { name: button }).click()
    await expect(clash).toHaveCount(0)
    const stands = choice === 'keep' ? '+2 500' : '+3 000'
    for (const page of [karin, johan])
      await expect(page.getByRole('button', { name: social })).toHaveText(stands)
    await changeCell(johan, social, '2 000')
    await expect(karin.getByRole('button', { name: social })).toHaveText('+2 000')
  }
})

test('without contact one writes on, and nothing is lost when it is back', async ({ enter }) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  for (const page of [karin, johan]) await openSection(page, `${proposal}/sections/demokrati`)
  await newLine(karin)
  await goOffline(karin)
  await karin.keyboard.type('Skrivet utan nät.')
  await expect(save(karin)).toHaveText(/Offline, \d+ ändringar väntar/)
  await expect(karin.getByText('Ingen kontakt med servern.')).toBeVisible()
  // another page could not come, and leaving would lose what waits
  await karin.getByRole('link', { name: 'Versioner' }).first().click()
  await expect(text(karin)).toContainText('Skrivet utan nät.')
  await newLine(johan)
  await johan.keyboard.type('Skrivet med nät.')
  await karin.context().setOffline(false)
  await expect(save(karin)).toHaveText(/Sparat \d\d:\d\d/)
  for (const page of [karin, johan]) {
    await expect(text(page)).toContainText('Skrivet utan nät.')
    await expect(text(page)).toContainText('Skrivet med nät.')
  }
  await karin.reload()
  await expect(text(karin)).toContainText('Skrivet utan nät.')
})

/** Makes the line go in the middle of an answer once `cutNext` is called on the page that is opened then. */
async function cuttable(page: Page) {
  await page.addInitScript(() => {
    const whole = window.fetch.bind(window)
    window.fetch = async (...asked) => {
      const answer = await whole(...asked)
      if (!sessionStorage.getItem('cut')) return answer
      sessionStorage.removeItem('cut')
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const half = new ReadableStream({
        start: line => line.enqueue(bytes.slice(0, bytes.length / 2)),
        pull: line => line.error(new TypeError('network error')),
      })
      return new Response(half, answer)
    }
  })
  return {
    cutNext: () => page.evaluate(() => sessionStorage.setItem('cut', 'yes')),
    wasCut: () => page.evaluate(() => sessionStorage.getItem('cut') === null),
  }
}

test('an answer that is cut off on the way is asked for again, and the page stays', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const line = await cuttable(karin)
  const proposal = await demoProposal(karin)
  for (const page of [karin, johan]) await page.goto(`${proposal}/budget`)
  await expect(karin.getByRole('group', { name: 'Här nu' })).toContainText('du')
  await line.cutNext()
  await changeCell(johan, social, '2 300')
  await expect(karin.getByRole('button', { name: social })).toHaveText('+2 300')
  expect(await line.wasCut()).toBe(true)
  await changeCell(johan, social, '2 000')
  await expect(karin.getByRole('button', { name: social })).toHaveText('+2 000')
})

test('an amount typed without contact stays in its cell until the server has it', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  await karin.goto(`${await demoProposal(karin)}/budget`)
  await expect(karin.getByRole('group', { name: 'Här nu' })).toBeVisible()
  await karin.context().setOffline(true)
  await changeCell(karin, social, '2 400')
  await expect(karin.getByRole('alert')).toContainText('Servern svarar inte')
  await expect(karin.getByRole('textbox', { name: social })).toHaveValue('2 400')
  await karin.context().setOffline(false)
  await expect(karin.getByText('Ingen kontakt med servern.')).toHaveCount(0)
  await karin.getByRole('textbox', { name: social }).press('Enter')
  await expect(karin.getByRole('button', { name: social })).toHaveText('+2 400')
  await changeCell(karin, social, '2 000')
  await expect(karin.getByRole('button', { name: social })).toHaveText('+2 000')
})

test('sections are added, renamed, moved and removed', async ({ enter }) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  await johan.goto(`${proposal}/budget`)
  const parts = johan.getByRole('navigation', { name: 'Förslagets delar', exact: true })
  await karin.goto(`${proposal}/budget`)
  await karin.getByRole('link', { name: 'Lägg till eller ordna' }).first().click()
  await karin.getByLabel('Nytt avsnitt').fill('Idrott för alla')
  await karin.getByRole('button', { name: 'Lägg till avsnitt' }).click()
  await expect(karin.getByRole('heading', { level: 1 })).toContainText('9. Idrott för alla')
  await expect(parts).toContainText('Idrott för alla')
  await karin.getByRole('button', { name: 'Byt namn på Idrott för alla' }).click()
  await karin.getByLabel('Avsnittets rubrik').fill('Idrott nära alla')
  await karin.keyboard.press('Enter')
  await expect(karin.getByRole('heading', { level: 1 })).toContainText('Idrott nära alla')
  await karin.goto(`${proposal}/sections`)
  await karin.getByRole('button', { name: 'Flytta upp Idrott nära alla' }).click()
  await expect(parts.getByRole('link', { name: /8 ?Idrott nära alla/ })).toBeVisible()
  await expect(karin.locator('.section-list > li').nth(7)).toContainText('Idrott nära alla')
  await karin.getByRole('button', { name: 'Ta bort Idrott nära alla' }).click()
  await karin.getByRole('dialog').getByRole('button', { name: 'Ta bort avsnittet' }).click()
  await expect(parts).not.toContainText('Idrott')
})

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
<h2 style="color:blue">Rubrik ur Word</h2><p class="MsoNormal"><b>Fet</b> och <i>kursiv</i><o:p></o:p></p>
<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>  </span></span>Första punkten</p>
<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>  </span></span>Andra punkten</p></body></html>`
const fromWeb = `<div onclick="x()"><h3>Rubrik på webben</h3><blockquote><p>Ett citat</p></blockquote>
<ol><li>Ett steg</li></ol><p><a href="https://example.org/a" style="color:red">En länk</a> <a href="javascript:alert(1)">farlig</a>
<font color="red">röd</font><img src="x.png" alt=""><script>window.hit = 1</script></p><table><tr><td>Cell</td></tr></table></div>`

test('a paste keeps what the document knows, and drops the rest', async ({ enter }) => {
  const karin = await enter('drafter')
  await openSection(karin, `${await demoProposal(karin)}/sections/klimat`)
  for (const html of [fromWeb, fromWord]) {
    await newLine(karin)
    await text(karin).evaluate((element, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', pasted)
      clipboardData.setData('text/plain', 'text')
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, html)
  }
  const written = text(karin)
  await expect(written.getByRole('heading', { name: 'Rubrik ur Word' })).toBeVisible()
  await expect(written.getByRole('heading', { name: 'Rubrik på webben' })).toBeVisible()
  await expect(written.locator('strong').filter({ hasText: 'Fet' })).toBeVisible()
  await expect(written.locator('em').filter({ hasText: 'kursiv' })).toBeVisible()
  await expect(written.locator('ul li').filter({ hasText: 'Andra punkten' })).toBeVisible()
  await expect(written.locator('ol li').filter({ hasText: 'Ett steg' })).toBeVisible()
  await expect(written.locator('blockquote').filter({ hasText: 'Ett citat' })).toBeVisible()
  await expect(written.getByRole('link', { name: 'En länk' })).toHaveAttribute(
    'href',
    'https://example.org/a',
  )
  await expect(written).toContainText('farlig')
  for (const dropped of [
    'a[href^="javascript"]',
    'img',
    'table',
    'font',
    '[style*="red"]',
    'script',
  ])
    await expect(written.locator(dropped)).toHaveCount(0)
})

test('a loose amount is underlined, counted, and linked or marked free-standing', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  await openSection(karin, `${await demoProposal(karin)}/sections/omsorg`)
  await newLine(karin)
  await karin.keyboard.type('Vi ger 20 miljoner kronor och 7 miljoner kronor.')
  const notes = karin.getByRole('complementary', { name: 'Belopp utan koppling' })
  await expect(notes).toHaveCount(2)
  await expect(text(karin).locator('.loose')).toHaveCount(2)
  // the count in the header follows the typing
  const header = karin.getByRole('banner')
  await expect(header).toContainText('2 fel', { timeout: 15_000 })
  await notes
    .first()
    .getByRole('button', { name: /^Koppla till .*Vård/ })
    .click()
  await expect(notes).toHaveCount(1)
  await expect(text(karin).locator('p').last().locator('.fig')).toHaveText(/20\smiljoner\skronor/)
  await notes.first().getByRole('button', { name: 'Fristående' }).click()
  await expect(notes).toHaveCount(0)
  await expect(header).toContainText('1 varning', { timeout: 15_000 })
})
