import { rmSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { startCluster } from '~/boot/cluster.server'
import { startApp, stopApp, temporaryFolder, type App } from '../started-app'
import { changeCell, demoProposal, expect, expectAccessible, signIn, test } from './app'

const culture = /Kultur- och utbildningsnämnden, ändring 2025/

/** A line to the database that can be cut, and mended again. */
async function cuttable(url: string) {
  const to = new URL(url)
  const open = new Set<Socket>()
  let cut = false
  const line = createServer(from => {
    if (cut) return void from.destroy()
    const database = connect(Number(to.port), to.hostname)
    for (const socket of [from, database]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        from.destroy()
        database.destroy()
        open.delete(socket)
      })
    }
    from.pipe(database).pipe(from)
  })
  await new Promise<void>(resolve => line.listen(0, '127.0.0.1', resolve))
  const through = new URL(url)
  through.port = String((line.address() as AddressInfo).port)
  return {
    url: through.href,
    set(state: 'cut' | 'whole') {
      cut = state === 'cut'
      if (cut) open.forEach(socket => socket.destroy())
    },
    close: () => line.close(),
  }
}

type Line = Awaited<ReturnType<typeof cuttable>>

const base = test.extend<object, { away: { app: App; line: Line } }>({
  away: [
    // oxlint-disable-next-line no-empty-pattern -- the shape that Playwright asks for
    async ({}, use) => {
      const folder = temporaryFolder('away')
      const database = await startCluster(folder, false)
      const line = await cuttable(database.url)
      const app = await startApp(folder, { DATABASE_URL: line.url })
      await use({ app, line })
      line.set('whole')
      await stopApp(app)
      line.close()
      database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

base('while the database is away the page stays, and says so', async ({ browser, away }) => {
  const { app, line } = away
  const karin = await signIn(browser, app, 'drafter')
  const proposal = await demoProposal(karin)
  await karin.goto(`${proposal}/budget`)
  await expect(karin.getByRole('group', { name: 'Här nu' })).toContainText('du')
  line.set('cut')

  // what is saved meanwhile stays as it was typed
  await changeCell(karin, culture, '11 000')
  await expect(karin.getByRole('textbox', { name: culture })).toHaveValue('11 000')
  await expect(karin.getByText('Servern svarar inte, så det är inte sparat än.')).toBeVisible()

  // another page is waited for, on the one that is open
  await karin.getByRole('link', { name: 'Mål och indikatorer' }).first().click()
  const banner = karin.locator('.bannerline', {
    hasText: /Servern svarar inte|Ingen kontakt med servern/,
  })
  await expect(banner).toBeVisible()
  await expect(karin.getByRole('textbox', { name: culture })).toHaveValue('11 000')
  await expectAccessible(karin)
  line.set('whole')
  await expect(banner).toHaveCount(0)
  await karin.getByRole('link', { name: 'Mål och indikatorer' }).first().click()
  await expect(karin.getByRole('heading', { name: 'Mål och indikatorer', level: 1 })).toBeVisible()

  // a form keeps what stands in it
  await karin.goto(`${proposal}/goals?add-goal=1`)
  line.set('cut')
  const form = karin.locator('#formular')
  await form.getByLabel('Målets namn').fill('Kortare köer')
  await form.locator('button[type=submit]').first().click()
  await expect(form).toContainText('Servern svarar inte')
  await expect(form.getByLabel('Målets namn')).toHaveValue('Kortare köer')
  line.set('whole')
  await form.locator('button[type=submit]').first().click()
  await expect(karin.getByRole('main')).toContainText('Kortare köer')
  await expect(form).toHaveCount(0)
  await karin.context().close()
})

base(
  'a page that cannot be had comes by itself when the database is back',
  async ({ browser, away }) => {
    const { app, line } = away
    const karin = await signIn(browser, app, 'drafter')
    const proposal = await demoProposal(karin)
    line.set('cut')
    const answer = await karin.goto(`${proposal}/budget`)
    expect(answer?.status()).toBe(503)
    // a file has no page to say it on
    const image = await karin.request.get(`/images/${'a'.repeat(64)}`)
    expect(image.status()).toBe(503)
    expect(await image.text()).toMatch(/^Servern svarar inte just nu/)
    await expect(karin.getByRole('heading', { name: 'Servern svarar inte just nu' })).toBeVisible()
    await expectAccessible(karin)
    line.set('whole')
    await expect(karin.getByRole('button', { name: culture })).toBeVisible({ timeout: 20_000 })
    await karin.context().close()
  },
)
