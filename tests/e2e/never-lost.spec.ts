import type { Page, WebSocketRoute } from '@playwright/test'
import {
  changeCell,
  demoProposal,
  expect,
  expectAccessible,
  goOffline,
  keptIn,
  newLine,
  openSection,
  savedLine,
  test,
} from './app'

const text = (page: Page) => page.locator('.ProseMirror')
const save = (page: Page) => page.locator('.save')

async function signInAgain(page: Page, { email, password }: { email: string; password: string }) {
  const dialog = page.getByRole('dialog', { name: 'Logga in igen' })
  await dialog.getByLabel('E-post').fill(email)
  await dialog.getByLabel('Lösenord').fill(password)
  await dialog.getByRole('button', { name: 'Logga in', exact: true }).click()
  return dialog
}

/** Ends all of the member's sessions from another browser. */
async function signOutEverywhere(page: Page) {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Logga ut överallt' }).click()
  await page.waitForURL(/\/login/)
}

test('what was typed without network is sent when another tab opens, whichever page it shows', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const johan = await enter('drafter', 1)
  const proposal = await demoProposal(karin)
  for (const page of [karin, johan]) await openSection(page, `${proposal}/sections/klimat`)
  await savedLine(karin)
  await goOffline(karin)
  await karin.keyboard.type('Ur en stängd flik.')
  await expect(save(karin)).toHaveText('Offline, 18 ändringar väntar')
  await expect.poll(() => keptIn(karin)).toBe(18)
  await karin.close({ runBeforeUnload: false })
  await karin.context().setOffline(false)

  const again = await karin.context().newPage()
  await again.goto(`${proposal}/budget`)
  await expect(text(johan)).toContainText('Ur en stängd flik.')
  await expect.poll(() => keptIn(again)).toBe(0)
  await openSection(again, `${proposal}/sections/klimat`)
  await expect(text(again)).toContainText('Ur en stängd flik.')
})

test('who was signed out signs in again over the page, as the same member, and goes on', async ({
  enter,
  app,
}) => {
  const karin = await enter('drafter')
  const elsewhere = await enter('drafter')
  const [own, other] = app.signIns.filter(({ role }) => role === 'drafter')
  if (!own || !other) throw new Error('Two drafters are needed')
  const proposal = await demoProposal(karin)
  await openSection(karin, `${proposal}/sections/demokrati`)
  await karin.evaluate(() => document.body.setAttribute('data-same-page', ''))
  await newLine(karin)
  await signOutEverywhere(elsewhere)
  const dialog = karin.getByRole('dialog', { name: 'Logga in igen' })
  await expect(dialog).toContainText('Logga in som Karin Lindqvist')
  await expectAccessible(karin)
  // put off: one writes on, and it is kept
  await dialog.getByRole('button', { name: 'Vänta' }).click()
  await expect(karin.getByText('Du är utloggad.')).toBeVisible()
  await newLine(karin)
  await karin.keyboard.type('Skrivet som utloggad.')
  await expect(save(karin)).toHaveText(/Offline, \d+ ändringar väntar/)
  await karin.getByRole('button', { name: 'Logga in', exact: true }).click()
  await signInAgain(karin, other)
  await expect(dialog.getByRole('alert')).toContainText('ett annat konto')
  await signInAgain(karin, own)
  await expect(dialog).toHaveCount(0)
  await expect(save(karin)).toHaveText(/Sparat \d\d:\d\d/)
  await expect(karin.locator('body[data-same-page]')).toHaveCount(1)
  const johan = await enter('drafter', 1)
  await openSection(johan, `${proposal}/sections/demokrati`)
  await expect(text(johan)).toContainText('Skrivet som utloggad.')
})

test('an amount that is typed after the session ended waits for the sign-in', async ({
  enter,
  app,
}) => {
  const karin = await enter('drafter')
  const [own] = app.signIns.filter(({ role }) => role === 'drafter')
  if (!own) throw new Error('A drafter is needed')
  const culture = /Kultur- och utbildningsnämnden, ändring 2025/
  await karin.goto(`${await demoProposal(karin)}/budget`)
  await karin.getByRole('button', { name: culture }).click()
  await karin.getByRole('textbox', { name: culture }).fill('11 000')
  await karin.context().clearCookies()
  await karin.keyboard.press('Enter')
  const dialog = karin.getByRole('dialog', { name: 'Logga in igen' })
  await expect(dialog).toBeVisible()
  await signInAgain(karin, own)
  await expect(dialog).toHaveCount(0)
  await expect(karin.getByRole('button', { name: culture })).toHaveText('+11 000')
  await karin.reload()
  await expect(karin.getByRole('button', { name: culture })).toHaveText('+11 000')
  await changeCell(karin, culture, '10 000')
  await expect(save(karin)).toHaveText(/Sparat \d\d:\d\d/)
})

test('nobody sends another member’s words, and nobody finds them in the browser', async ({
  enter,
  app,
}) => {
  const karin = await enter('drafter')
  const [own, other] = app.signIns.filter(({ role }) => role === 'drafter')
  if (!own || !other) throw new Error('Two drafters are needed')
  const proposal = await demoProposal(karin)
  await openSection(karin, `${proposal}/sections/skola`)
  await savedLine(karin)
  await goOffline(karin)
  await karin.keyboard.type('Karins egna ord.')
  await karin.context().setOffline(false)
  await karin.context().setOffline(true)
  await karin.context().clearCookies()
  await karin.context().setOffline(false)
  const dialog = karin.getByRole('dialog', { name: 'Logga in igen' })
  await expect(dialog).toBeVisible()
  const second = await karin.context().newPage()
  await second.goto('/login')
  await second.getByLabel('E-post').fill(other.email)
  await second.getByLabel('Lösenord').fill(other.password)
  await second.getByRole('button', { name: 'Logga in' }).click()
  await second.waitForURL(/\/proposals/)
  await expect.poll(() => keptIn(second)).toBe(0)
  await openSection(second, `${proposal}/sections/skola`)
  await expect(text(second)).not.toContainText('Karins egna ord.')
  // the first page comes back under the second one's cookie, and is turned away
  await karin.context().setOffline(true)
  await karin.context().setOffline(false)
  await expect(dialog).toContainText('Någon annan har loggat in')
  await expect(text(second)).not.toContainText('Karins egna ord.')
  await signInAgain(karin, own)
  await expect(save(karin)).toHaveText(/Sparat \d\d:\d\d/)
  const johan = await enter('drafter', 1)
  await openSection(johan, `${proposal}/sections/skola`)
  await expect(text(johan)).toContainText('Karins egna ord.')
})

test('signing out asks about what is not sent, and leaves nothing in the browser', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const proposal = await demoProposal(karin)
  await openSection(karin, `${proposal}/sections/klimat`)
  await savedLine(karin)
  await goOffline(karin)
  await karin.keyboard.type('Slängs.')
  await expect.poll(() => keptIn(karin)).toBe(7)
  await karin.close({ runBeforeUnload: false })
  const again = await karin.context().newPage()
  // as if the room did not answer
  await again.routeWebSocket(/\/collab/, () => undefined)
  await karin.context().setOffline(false)
  await again.goto('/account')
  await again.getByRole('button', { name: 'Logga ut', exact: true }).first().click()
  const question = again.getByRole('dialog', { name: 'Allt du har skrivit är inte skickat' })
  await expect(question).toContainText('7 ändringar')
  await question.getByRole('button', { name: 'Logga ut och släng det' }).click()
  await again.waitForURL(/\/login/)
  await expect.poll(() => keptIn(again)).toBe(0)
})

/** Stands between the page and the rooms: lets through, shuts, or makes the page say an older schema at the door. */
async function doorman(page: Page) {
  const open = new Set<WebSocketRoute>()
  const door = {
    mode: 'through' as 'through' | 'shut' | 'old',
    async set(mode: 'through' | 'shut' | 'old') {
      door.mode = mode
      await Promise.all([...open].map(line => line.close({ code: 1013 })))
      open.clear()
    },
  }
  await page.routeWebSocket(/\/collab/, line => {
    if (door.mode === 'shut') return void line.close({ code: 1013 })
    open.add(line)
    const server = line.connectToServer()
    line.onMessage(frame =>
      server.send(door.mode === 'old' && typeof frame !== 'string' ? older(frame) : frame),
    )
  })
  return door
}

/** The frame with which a page enters, as a page with an older editor would send it. */
function older(frame: Buffer): Buffer {
  const said = frame.toString('latin1')
  // oxlint-disable-next-line no-control-regex -- the frame's kind and the length of what it says
  return Buffer.from(said.replace(/(\x02\x00.)\d (?=[\w-])/s, '$10 '), 'latin1')
}

test('an old page is asked to load anew, cannot write, and loses nothing by it', async ({
  enter,
}) => {
  const karin = await enter('drafter')
  const proposal = await demoProposal(karin)
  const door = await doorman(karin)
  // too low for what is said above the text to be seen from its end
  await karin.setViewportSize({ width: 1280, height: 500 })
  await openSection(karin, `${proposal}/sections/kultur`)
  await savedLine(karin)
  await door.set('shut')
  await karin.keyboard.type('Före uppdateringen.')
  await expect.poll(() => keptIn(karin)).toBe(19)
  await door.set('old')
  // comes back at once, however long it had waited between its tries
  await karin.evaluate(() => window.dispatchEvent(new Event('online')))
  const banner = karin.locator('.bannerline', { hasText: 'Sidan är äldre än servern' })
  await expect(banner).toContainText('19 ändringar väntar', { timeout: 20_000 })
  await expect(banner).toBeInViewport()
  await newLine(karin)
  await karin.keyboard.type('Skrivs inte.')
  await expect(text(karin)).not.toContainText('Skrivs inte.')
  await expectAccessible(karin)
  await door.set('through')
  await banner.getByRole('button', { name: 'Ladda om' }).click()
  await expect(text(karin)).toContainText('Före uppdateringen.')
  await expect(save(karin)).toHaveText(/Sparat/)
  await expect.poll(() => keptIn(karin)).toBe(0)
})

test('words that a locked text takes no more are shown to be copied, in the open tab and in a later one', async ({
  enter,
}) => {
  const johan = await enter('drafter', 1)
  const admin = await enter('admin')
  const proposal = await demoProposal(johan)
  await admin.goto('/members')
  await admin.getByRole('button', { name: 'Ändra roller för Johan Berg' }).click()
  const memberId = await admin.locator('dialog[open] [name=memberId]').getAttribute('value')
  const setRole = async (role: string) => {
    const answer = await admin.request.post('/members', {
      form: { intent: 'roles', memberId: memberId ?? '', roles: role },
      headers: { origin: new URL(admin.url()).origin },
    })
    expect(answer.ok()).toBe(true)
  }
  // too low for what is said above the text to be seen from its end
  await johan.setViewportSize({ width: 1280, height: 500 })
  await openSection(johan, `${proposal}/sections/arbete`)
  await savedLine(johan)
  await goOffline(johan)
  await johan.keyboard.type('Hann inte fram.')
  await expect(save(johan)).toHaveText(/^Offline, \d+ ändringar väntar$/)
  await setRole('reviewer')
  await johan.context().setOffline(false)
  const left = johan.getByRole('region', { name: 'Det här blev inte sparat' })
  await expect(left).toBeInViewport()
  await expect(left).toContainText('Hann inte fram.')
  await expect(text(johan)).not.toContainText('Hann inte fram.')
  await expectAccessible(johan)
  await johan.reload()
  await expect(left).toContainText('Hann inte fram.')
  // with the role back it goes into the text after all
  await setRole('drafter')
  await expect(text(johan)).toContainText('Hann inte fram.')
  await expect(left).toHaveCount(0)
  await expect.poll(() => keptIn(johan)).toBe(0)
})
