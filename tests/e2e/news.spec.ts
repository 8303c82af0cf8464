import { changeCell, demoProposal, expect, expectAccessible, openSection, test } from './app'

test.describe.configure({ timeout: 240_000 })

for (const colorScheme of ['light', 'dark'] as const)
  test(`a phone tells what others did, and marks it as read, ${colorScheme}`, async ({ enter }) => {
    const options = { colorScheme, viewport: { width: 390, height: 844 } }
    const reader = await enter('reviewer', 0, options)
    const proposal = await demoProposal(reader)
    await reader.goto(`${proposal}/news`)
    if (await reader.getByRole('button', { name: 'Markera allt som läst' }).isVisible())
      await reader.getByRole('button', { name: 'Markera allt som läst' }).click()
    await expect(reader.getByRole('heading', { name: 'Inget nytt' })).toBeVisible()

    const writer = await enter('drafter')
    await openSection(writer, `${proposal}/sections/skola`)
    await writer.locator('.ProseMirror p').last().click()
    await writer.keyboard.press('End')
    await writer.keyboard.type(' Sex alldeles nya ord står här.')
    await expect(writer.locator('.save')).toContainText('Sparat')
    await writer.goto(`${proposal}/budget`)
    await changeCell(
      writer,
      /Överförmyndarnämnden, ändring 2025/,
      colorScheme === 'light' ? '120' : '130',
    )
    await expect(writer.locator('.save')).toContainText('Sparat')
    await writer.goto(`${proposal}/goals`)
    await writer
      .getByRole('link', { name: /^Komment(era|arer om) / })
      .first()
      .click()
    const beside = writer.getByRole('complementary', { name: /^Kommentarer/ })
    await expect(beside).toBeVisible()
    if (await beside.getByRole('button', { name: 'Ny tråd' }).isVisible())
      await beside.getByRole('button', { name: 'Ny tråd' }).click()
    await beside.getByRole('textbox', { name: 'Kommentar' }).fill('Är målet rimligt?')
    await beside.getByRole('button', { name: 'Kommentera' }).click()
    await expect(beside.getByText('Är målet rimligt?').last()).toBeVisible()
    await reader.reload()
    const row = reader.getByRole('listitem').filter({ hasText: '6 nya ord' })
    await expect(row).toBeVisible()
    await row.getByText('Visa orden').click()
    await expect(row.locator('ins').first()).toContainText('alldeles nya')
    await expect(reader.getByText(/\+1[23]0, 0, 0 tkr/).first()).toBeVisible()
    const text = reader.getByRole('textbox', { name: /klistra in/ })
    await expect(text).toHaveValue(/• .*Skola.*: 6 nya ord/)
    const onGoal = reader.getByRole('listitem').filter({ hasText: '1 ny tråd' })
    await expect(onGoal).toBeVisible()
    await expect(reader.getByRole('heading', { name: 'Mål', exact: true })).toBeVisible()
    await expect(text).toHaveValue(/\n\nMål\n• .*: 1 ny tråd/)
    await expectAccessible(reader)
    const wide = await reader.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(wide).toBeLessThanOrEqual(0)
    await reader.getByText('Innehåll', { exact: true }).click()
    await expect(
      reader.locator('.menu-panel').getByRole('link', { name: /Nytt sedan sist 3/ }),
    ).toBeVisible()
    await reader.keyboard.press('Escape')
    await reader.reload()
    await row.getByRole('button', { name: /Markera som läst/ }).click()
    await expect(row).toHaveCount(0)
    await onGoal.getByRole('button', { name: /Markera som läst/ }).click()
    await expect(onGoal).toHaveCount(0)
    await expect(reader.getByText(/\+1[23]0, 0, 0 tkr/).first()).toBeVisible()
    await reader.getByRole('button', { name: 'Markera allt som läst' }).click()
    await expect(reader.getByRole('heading', { name: 'Inget nytt' })).toBeVisible()
  })
