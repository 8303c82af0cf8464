import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Browser, type Page } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Role = 'drafter' | 'reviewer' | 'secretary' | 'leader' | 'admin'
type SignIn = { group: string; role: Role; email: string; password: string }

/** The built app, started as a user starts it, on a port and a data folder of its own. */
export type App = {
  readonly url: string
  /** The first group's sign-ins, then the rival group's. */
  readonly signIns: readonly SignIn[]
  readonly process: ChildProcess
}

// the machine's own settings would lead the app to somebody else's database or address
const { DATABASE_URL: _url, PUBLIC_ORIGIN: _origin, HOST: _host, ...environment } = process.env

async function startApp(folder: string): Promise<App> {
  const started = spawn(process.execPath, ['app/boot/start.mjs', '--data', folder], {
    cwd: root,
    env: { ...environment, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await addressOf(started)
  const signIns = JSON.parse(
    readFileSync(path.join(folder, 'demo-sign-ins.json'), 'utf8'),
  ) as SignIn[]
  return { url, signIns, process: started }
}

function addressOf(started: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += String(text)
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url) resolve(url)
    }
    started.stdout?.on('data', hear)
    started.stderr?.on('data', hear)
    started.on('exit', () => reject(new Error(`The app did not start:\n${said}`)))
  })
}

/** Signs a member of the role in, in a browser context of their own. `at` picks among several of one role. */
async function signIn(browser: Browser, app: App, role: Role, at = 0, options = {}): Promise<Page> {
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
      const cache = path.join(root, 'node_modules', '.cache')
      mkdirSync(cache, { recursive: true })
      const folder = mkdtempSync(path.join(cache, 'app-'))
      const app = await startApp(folder)
      await use(app)
      const ended = once(app.process, 'exit')
      app.process.kill('SIGTERM')
      await ended
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
export async function demoProposal(page: Page): Promise<string> {
  await page.goto('/proposals')
  const link = page.getByRole('link', { name: 'Mer till skola och omsorg' }).first()
  const href = await link.getAttribute('href')
  return href?.split('/').slice(0, 3).join('/') ?? ''
}

/** No finding of axe on the page, by WCAG 2.2 A and AA and the best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`),
  ).toEqual([])
}

export { expect }
