import { demoProposal, expect, expectAccessible, test } from './app'

const inProposal = ['budget', 'goals', 'clauses', 'checks', 'versions']

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`every page is accessible and fits, ${colorScheme}, ${width} px`, async ({ enter }) => {
      const viewport = { width, height: 900 }
      const page = await enter('secretary', 0, { colorScheme, viewport })
      const proposal = await demoProposal(page)
      const paths = inProposal.map(name => `${proposal}/${name}`)
      for (const path of [...paths, '/proposals', '/proposals/new', '/account', '/nothing']) {
        await page.goto(path)
        await expect(page.locator('h1')).toBeVisible()
        await expectAccessible(page)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        )
        expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
      }
    })
  }
}

test('an address that does not exist, and one of another group, answer the same', async ({
  enter,
}) => {
  const own = await enter('drafter')
  const proposal = await demoProposal(own)
  const rival = await enter('drafter', 2)
  for (const path of [`${proposal}/budget`, '/proposals/nothing/budget']) {
    const answer = await rival.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(rival.locator('main, body').first()).not.toContainText('Mer till skola')
  }
})
