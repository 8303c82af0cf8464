import type { Page } from '@playwright/test'
import { pastedCases } from '../fixtures/pasted/cases'
import { demoProposal, expect, test } from './app'

/** What stands in the text, without what the editor adds for itself. */
const written = (page: Page) =>
  page.locator('.ProseMirror').evaluate(element => {
    const text = element.cloneNode(true)
    if (!(text instanceof Element)) return ''
    for (const own of text.querySelectorAll(
      '.caret, .fold, .ProseMirror-trailingBreak, .ProseMirror-separator',
    ))
      own.remove()
    for (const part of text.querySelectorAll('*'))
      for (const name of part.getAttributeNames()) if (name !== 'href') part.removeAttribute(name)
    return text.innerHTML
  })

function paste(page: Page, html: string) {
  return page.locator('.ProseMirror').evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    clipboardData.setData('text/plain', 'text')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, html)
}

test('what is copied from other programs keeps its structure and drops the rest', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  await karin.goto(`${await demoProposal(karin)}/sections`)
  await karin.getByLabel('Nytt avsnitt').fill('Inklistrat')
  await karin.getByRole('button', { name: 'Lägg till avsnitt' }).click()
  await expect(karin.getByRole('heading', { level: 1 })).toContainText('Inklistrat')
  await expect(karin.locator('.save')).toContainText('Sparat')
  await karin.locator('.ProseMirror').click()
  for (const { name, html, text, said } of pastedCases) {
    await test.step(name, async () => {
      await paste(karin, html)
      await expect.poll(() => written(karin)).toBe(text)
      const told = karin.getByRole('status').filter({ hasText: 'följde inte med' })
      if (said) await expect(told).toHaveText(said)
      else await expect(told).toHaveCount(0)
      await karin.keyboard.press('ControlOrMeta+a')
      await expect
        .poll(() => karin.evaluate(() => String(getSelection()).length))
        .toBeGreaterThan(3)
      await karin.keyboard.press('Delete')
      await expect.poll(() => written(karin)).toBe('<p></p>')
    })
  }
})
