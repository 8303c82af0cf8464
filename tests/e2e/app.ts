import { rmSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Browser, type Page } from '@playwright/test'
import type { Role } from '~/group/policy'
import { startApp, stopApp, temporaryFolder, type App } from '../started-app'

export type { Role }

/** Signs a member of the role in, in a browser context of their own. `at` picks among several of one role. */
export async function signIn(
  browser: Browser,
  app: App,
  role: Role,
  at = 0,
  options = {},
): Promise<Page> {
  const known = app.signIns.filter(candidate => candidate.role === role)[at]
  if (!known) throw new Error(`No ${role} number ${at + 1} in the demo`)
  const context = await browser.newContext({ baseURL: app.url, ...options })
  const page = await context.newPage()
  page.on('pageerror', error => {
    throw error
  })
  await page.goto('/login')
  await page.getByLabel('E-post').fill(known.email)
  await page.getByLabel('Lösenord').fill(known.password)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.waitForURL(/\/proposals/)
  return page
}

type Enter = (role: Role, at?: number, options?: object) => Promise<Page>

export const test = base.extend<{ enter: Enter }, { app: App }>({
  app: [
    // oxlint-disable-next-line no-empty-pattern -- the shape that Playwright asks for
    async ({}, use) => {
      const folder = temporaryFolder('app')
      const app = await startApp(folder)
      await use(app)
      await stopApp(app)
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  enter: async ({ browser, app }, use) => {
    const pages: Page[] = []
    await use(async (role, at, options) => {
      const page = await signIn(browser, app, role, at, options)
      pages.push(page)
      return page
    })
    await Promise.all(pages.map(page => page.context().close()))
  },
})

/** The address of the first group's demo proposal, without its last slash. */
export const demoProposal = (page: Page): Promise<string> =>
  addressOfProposal(page, 'Mer till skola och omsorg')

/** The same of the second group's, which has a leader. */
export const ledProposal = (page: Page): Promise<string> => addressOfProposal(page, 'Trygg vardag')

async function addressOfProposal(page: Page, title: string): Promise<string> {
  await page.goto('/proposals')
  const link = page.getByRole('link', { name: title }).first()
  const href = await link.getAttribute('href')
  return href?.split('/').slice(0, 3).join('/') ?? ''
}

/** Opens a section and waits until its text is live. */
export async function openSection(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.locator('.ProseMirror')).toBeVisible()
  // since when, it says once the server has answered what the page brought
  await expect(page.locator('.save')).toContainText(/Sparat \d\d:\d\d|Skrivskyddat/)
}

/** Waits until the editor has heard of what was selected or typed: the browser tells it a moment later, and no hand is as fast. */
export const selectionSettled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )

/** Puts the caret at the end of the open section, on a line of its own. */
export async function newLine(page: Page): Promise<void> {
  await page.locator('.ProseMirror').evaluate(element => {
    if (element instanceof HTMLElement) element.focus()
    getSelection()?.selectAllChildren(element)
    getSelection()?.collapseToEnd()
  })
  await selectionSettled(page)
  await page.keyboard.press('Enter')
}

/** The same, and waits until the server has acknowledged the line. */
export const savedLine = (page: Page): Promise<void> => saved(page, () => newLine(page))

/** Waits until the server has acknowledged what `write` writes: that all is saved, stood there before it too, but not since when. */
export async function saved(page: Page, write: () => Promise<unknown>): Promise<void> {
  await expect(page.locator('.save')).toContainText('Sparat')
  const before = await savedAt(page)
  await write()
  await expect.poll(() => savedAt(page)).toBeGreaterThan(before)
}

/** When the page says that everything on it was last saved; 0 while something is not, or nothing was written. */
const savedAt = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const said = document.querySelector('.save time')?.getAttribute('datetime')
    return said ? Date.parse(said) : 0
  })

/** Takes the open section's line away. The page hears of it a moment later, and sends what is typed until then. */
export async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await expect(page.locator('.save')).toContainText('Offline')
}

/** The number of changes that lie in the browser. */
export const keptIn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opened = indexedDB.open('skuggbudget', 1)
        opened.addEventListener('error', () => reject(opened.error))
        opened.addEventListener('success', () => {
          const stores = opened.result.objectStoreNames
          if (!stores.contains('unsent')) return resolve(0)
          const count = opened.result.transaction('unsent').objectStore('unsent').count()
          count.addEventListener('success', () => {
            opened.result.close()
            resolve(count.result)
          })
        })
      }),
  )

/** Types an amount into a cell of the board table and saves it. */
export async function changeCell(page: Page, cell: RegExp, typed: string): Promise<void> {
  await page.getByRole('button', { name: cell }).click()
  await page.getByRole('textbox', { name: cell }).fill(typed)
  await page.keyboard.press('Enter')
}

/** Types in another proposal, with an amount for one board in the budget year. */
export async function typeRival(
  page: Page,
  proposal: string,
  [name, source]: readonly [string, string],
  [board, amount]: readonly [string, string],
): Promise<void> {
  await page.goto(`${proposal}/rivals?add=1`)
  await page.getByLabel('Vems förslaget är').fill(name)
  await page.getByLabel('Var det är hämtat').fill(source)
  await page.getByLabel(`${board} 2025`).fill(amount)
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText(/Jämfört med/)).toBeVisible()
}

/** No finding of axe on the page, by WCAG 2.2 A and AA and the best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`),
  ).toEqual([])
}

export { expect }
