import type { Page } from '@playwright/test'
import { randomFrom, type Random } from '../../process/random'
import { expect, goOffline, keptIn, openSection, selectionSettled } from '../app'
import {
  beginComment,
  breakLine,
  deleteSome,
  missingFrom,
  placeCaret,
  pressSettle,
} from './editor-page'
import type { Ledger } from './ledger'

const save = (page: Page) => page.locator('.save')

/** What a member may happen to do, and how often beside the rest. */
const habits: Record<'drafter' | 'reviewer' | 'secretary', [Deed, number][]> = {
  drafter: [
    ['type', 9],
    ['delete', 2],
    ['break', 1],
    ['mode', 1],
    ['comment', 1],
    ['settle', 2],
    ['away', 1],
    ['leave', 1],
  ],
  reviewer: [
    ['type', 9],
    ['delete', 2],
    ['comment', 1],
    ['away', 1],
    ['leave', 1],
  ],
  secretary: [
    ['type', 5],
    ['settle', 1],
    ['away', 1],
    ['restore', 1],
  ],
}

export type Deed =
  'type' | 'delete' | 'break' | 'mode' | 'comment' | 'settle' | 'away' | 'leave' | 'restore'

/** What is common to all who take part. */
export type Together = {
  readonly ledger: Ledger
  /** How often each thing was done, and a comment refused since its words were gone. */
  readonly done: Map<Deed | 'refused', number>
  /**
   * Does this while no other does. A restore takes away the blocks that came since, with all that somebody types in them
   * at that moment: none come meanwhile, by a broken line or one that is accepted, so that all the rest has to be there.
   */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>
}

/** A member in a browser of their own, who does things in one section at random. */
export class RandomMember {
  readonly #random: Random
  #ahead: Deed[] = []

  constructor(
    private page: Page,
    readonly role: keyof typeof habits,
    private readonly path: string,
    private readonly together: Together,
    seed: number,
  ) {
    this.#random = randomFrom(seed)
  }

  get currentPage(): Page {
    return this.page
  }

  open(): Promise<void> {
    return openSection(this.page, this.path)
  }

  /** Does one thing after the other while it goes on, and ends on line with all saved. */
  async work(goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      const deed = this.#choose()
      if (await this.#do(deed)) count(this.together.done, deed)
    }
    await this.#saved()
  }

  /** All that the member is wont to do in an order of chance, and then all again: so each is done however short it is. */
  #choose(): Deed {
    if (this.#ahead.length === 0)
      this.#ahead = habits[this.role].flatMap(([deed, often]) =>
        Array.from({ length: often }, () => deed),
      )
    const [deed = 'type'] = this.#ahead.splice(this.#random(this.#ahead.length), 1)
    return deed
  }

  #do(deed: Deed): Promise<boolean> {
    switch (deed) {
      case 'type':
        return this.#type()
      case 'delete':
        return this.#delete()
      case 'break':
        return this.#break()
      case 'mode':
        return this.#changeMode()
      case 'comment':
        return this.#comment()
      case 'settle':
        return this.#settle()
      case 'away':
        return this.#goAway(false)
      case 'leave':
        return this.#goAway(true)
      case 'restore':
        return this.#restore()
    }
  }

  #anywhere = () => ({
    block: this.#random(1000),
    at: this.#random(10_000),
    length: 1 + this.#random(6),
  })

  /** What was typed since the line went. */
  #unsent: string[] = []

  async #type(): Promise<boolean> {
    if (!(await placeCaret(this.page, this.#anywhere()))) return false
    const signs = this.together.ledger.newSigns(1 + this.#random(4))
    // the ones in between go the way of an ordinary keyboard
    const word = signs.join(this.#random(2) === 0 ? 'e' : '') + (this.#random(3) === 0 ? ' ' : '')
    await this.page.keyboard.type(word, { delay: this.#random(30) })
    await selectionSettled(this.page)
    this.#unsent.push(...signs)
    return true
  }

  async #delete(): Promise<boolean> {
    const gone = await deleteSome(this.page, this.#anywhere())
    this.together.ledger.loosen(gone ?? '')
    return gone !== null
  }

  #break = (): Promise<boolean> =>
    this.together.alone(async () => {
      const broken = await breakLine(this.page, this.#anywhere())
      await this.#saved()
      return broken
    })

  /** From writing to suggesting, and back. */
  async #changeMode(): Promise<boolean> {
    const name = this.#random(2) === 0 ? 'Skriva' : 'Föreslå'
    await this.page.getByRole('button', { name, exact: true }).click()
    return true
  }

  async #comment(): Promise<boolean> {
    if (!(await beginComment(this.page, this.#anywhere()))) return false
    const form = this.page.getByRole('region', { name: 'Ny kommentar' })
    await form.getByLabel('Kommentar').fill('Stämmer det här?')
    await form.getByRole('button', { name: 'Kommentera' }).click()
    const refused = form.getByRole('alert')
    await expect(async () => {
      expect((await form.count()) === 0 || (await refused.count()) > 0).toBe(true)
    }).toPass({ timeout: 30_000 })
    if ((await form.count()) === 0) return true
    await expect(refused).toContainText('Texten ändrades innan kommentaren hann fram')
    await form.getByRole('button', { name: 'Avbryt' }).click()
    count(this.together.done, 'refused')
    return false
  }

  #settle = (): Promise<boolean> => this.together.alone(() => this.#settleOne())

  async #settleOne(): Promise<boolean> {
    const answered = this.page
      .waitForResponse(
        answer => answer.request().method() === 'POST' && answer.url().includes('/sections/'),
        { timeout: 20_000 },
      )
      .catch(() => null)
    const taken = await pressSettle(this.page, this.#random(1000))
    if (taken === null) return false
    const answer = await answered
    // somebody has typed inside it
    if (answer?.status() === 409) return false
    expect(answer?.status()).toBe(200)
    this.together.ledger.loosen(taken)
    return true
  }

  /** Writes on without a line. `leaves` closes the page meanwhile, and opens another afterwards. */
  async #goAway(leaves: boolean): Promise<boolean> {
    await this.#saved()
    const context = this.page.context()
    await goOffline(this.page)
    this.#unsent = []
    for (let i = this.#random(4); i >= 0; i--)
      await (this.#random(4) === 0 ? this.#delete() : this.#type())
    if (leaves) await this.#leave()
    await context.setOffline(false)
    if (leaves) await this.open()
    await this.#saved()
    return true
  }

  /** Closes the page, once the browser has what was typed. */
  async #leave(): Promise<void> {
    await expect.poll(() => missingFrom(this.page, this.#unsent)).toEqual([])
    const context = this.page.context()
    await this.page.close({ runBeforeUnload: false })
    this.page = await context.newPage()
  }

  /** On line, and all of one's own saved. What no longer fits in the text is shown to be copied, and was never saved. */
  async #saved(): Promise<void> {
    await expect(save(this.page)).toHaveText(/^Sparat/, { timeout: 20_000 })
    const left = this.page.getByRole('region', { name: 'Det här blev inte sparat' })
    if ((await left.count()) > 0) {
      await expect(left).toContainText('Texten har ändrats så mycket')
      this.together.ledger.loosen((await left.textContent()) ?? '')
      await left.getByRole('button', { name: 'Ta bort' }).click()
    }
    await expect.poll(() => keptIn(this.page)).toBe(0)
  }

  async #freeze(): Promise<string> {
    const name = `Version ${this.#random(1_000_000)}`
    await this.page.goto(`${this.#versions}?freeze=1`)
    await this.page.getByLabel('Versionens namn').fill(name)
    await this.page.getByRole('button', { name: 'Frys', exact: true }).click()
    const link = this.page.getByRole('link', { name, exact: true })
    const path = (await link.getAttribute('href')) ?? ''
    await this.open()
    return path
  }

  get #versions(): string {
    return `${this.path.split('/').slice(0, 3).join('/')}/versions`
  }

  #restore = (): Promise<boolean> =>
    this.together.alone(async () => {
      await this.#saved()
      const version = await this.#freeze()
      await this.#type()
      await this.#delete()
      await this.#saved()
      await this.#makeAs(version)
      await this.open()
      return true
    })

  /** What the version before the restore has, and the restored one has not, is what the restore takes away. */
  async #makeAs(version: string): Promise<void> {
    const section = this.path.split('/').at(-1) ?? ''
    await this.page.goto(`${version}/restore?part=section&id=${section}`)
    await this.page.getByRole('button', { name: /^Återställ avsnittet/ }).click()
    await this.page.waitForURL(/\/sections\//)
    await this.page.goto(this.#versions)
    const before = this.page.getByRole('link', { name: /^Före återställning/ }).first()
    const taken = await this.#read((await before.getAttribute('href')) ?? '')
    const kept = new Set(await this.#read(version))
    this.together.ledger.loosen([...taken].filter(sign => !kept.has(sign)))
  }

  /** A version's text, as its open format has it. */
  #read = async (path: string): Promise<string> =>
    (await this.page.request.get(`${path}/files/snapshot.json`)).text()
}

function count<Name>(counts: Map<Name, number>, name: Name) {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
