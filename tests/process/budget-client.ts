import { Change } from '~/budget/amendment'
import { lineKey } from '~/budget/change-algebra'
import { tkr } from '~/budget/money'
import {
  amendmentsByBoard,
  cellUse,
  type BudgetAnswer,
  type BudgetPage,
  type ShownAmendment,
} from '~/proposal/budget-page'
import type { FiguresAnswer } from '~/proposal/figures-answer'
import { movesFrom } from '~/proposal/moves'
import { bodyOf, fieldsOf, type Fields } from './budget-fields'
import type { Command, Sent } from './budget-model'
import type { Random } from './random'
import { readTurboStream } from './turbo-stream'

const route = 'routes/proposals.$proposalId.budget'

/** A member who changes amendments at random over HTTP, now and then on what an older page showed. */
export class BudgetClient {
  /** What the server said to be saved, in the order in which it was sent. */
  readonly acknowledged: Sent[] = []
  /** Sent, and the line broke before an answer: it may have been saved. */
  unanswered: Sent | null = null
  refused = 0
  memberId = ''
  #pages: BudgetPage[] = []
  /** What was sent last, while it is not known yet by which step it is undone. */
  #latest: Sent | null = null
  #knownSteps = new Set<string>()
  #pasted: Fields = {}
  #tag = 0

  constructor(
    private url: string,
    readonly cookie: string,
    readonly proposalId: string,
    readonly name: string,
    readonly random: Random,
  ) {}

  /** What got no answer turned out to be saved. */
  takeAsSaved() {
    if (this.unanswered) this.acknowledged.push(this.unanswered)
    this.unanswered = null
  }

  moveTo(url: string) {
    this.url = url
  }

  /** Changes one thing after the other until told to stop, or until the line breaks. */
  async work(goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      const page = await unbroken(this.read())
      if (page === broken) return
      const shown =
        this.random(4) > 0 ? page : (this.#pages[this.random(this.#pages.length)] ?? page)
      const command = await unbroken(this.#choose(shown))
      if (command === broken) return
      if (!command) continue
      const sent: Sent = { member: page.memberId, command }
      this.#latest = sent
      const saved = await unbroken(this.#send(sent))
      if (saved === broken) {
        this.unanswered = sent
        return
      }
      if (saved) this.acknowledged.push(sent)
      else this.refused += 1
    }
  }

  /** The page as a navigation inside the app gets it. What the last command can be undone by stands on it. */
  async read(): Promise<BudgetPage> {
    const search = new URLSearchParams({ _routes: route })
    const answer = await this.#ask(`/budget.data?${search}`)
    const page = pageOf(readTurboStream(await answer.text()))
    this.#pages = [...this.#pages, page].slice(-6)
    this.memberId = page.memberId
    const step = page.history?.undo[0]?.step
    if (step && !this.#knownSteps.has(step)) {
      this.#knownSteps.add(step)
      if (this.#latest) this.#latest.step = step
    }
    this.#latest = null
    return page
  }

  async #choose(page: BudgetPage): Promise<Command | null> {
    const { amendments, rights } = page
    const one = this.#one(amendments)
    const board = this.#one(page.statement.boards)
    const kind = this.random(16)
    switch (kind) {
      case 0:
      case 1:
        return { type: 'add', change: this.#change(page), motivation: this.#words() }
      case 2:
      case 3:
        if (!one) return null
        return {
          type: 'change',
          seen: seenOf(one),
          change: this.#again(one.change) ?? this.#change(page),
          motivation: this.#words(),
        }
      case 4:
      case 5:
      case 6:
      case 7: {
        if (!board) return null
        const use = cellUse(amendmentsByBoard(amendments).get(board.id) ?? [], 0)
        if (use.type !== 'direct') return null
        const cell = { board: board.id, at: 0, amount: this.#amount() }
        return { type: 'cell', seen: use.amendment && seenOf(use.amendment), cell }
      }
      case 8:
      case 9: {
        const move = one && this.#one(movesFrom(one.state, rights))
        return move ? { type: 'move', seen: seenOf(one), move } : null
      }
      case 10: {
        const other = one && this.#one(amendments.filter(each => sameLine(each, one)))
        if (!other) return null
        return {
          type: 'replace',
          seen: seenOf(one),
          replaces: this.random(3) > 0 ? other.id : null,
        }
      }
      case 11: {
        const adopted = amendments.filter(({ state }) => state === 'adopted')
        const first = this.#one(adopted)
        const other = first && this.#one(adopted.filter(each => sameLine(each, first)))
        return other ? { type: 'join', seen: seenOf(first), other: seenOf(other) } : null
      }
      case 12:
        return this.#paste(page)
      case 13:
      case 14: {
        const step = page.history?.undo[0]?.step
        return step ? { type: 'step', step, way: 'undo' } : null
      }
      default: {
        const step = page.history?.redo?.step
        return step ? { type: 'step', step, way: 'redo' } : null
      }
    }
  }

  /** A column of new money for the budget year, as the preview understood it. */
  async #paste({ statement }: BudgetPage): Promise<Command | null> {
    const row = this.random(statement.boards.length)
    const amounts = [this.#amount(), this.#amount()]
    const text = amounts.join('\r\n')
    const fields = { text, row, at: 0, withSuggested: 'no' }
    const answer = await this.#figures({ intent: 'preview', ...fields })
    if (answer.type !== 'preview') return null
    const { seen } = answer.preview
    this.#pasted = { intent: 'paste', ...fields, seen: JSON.stringify(seen) }
    const writes = seen.flatMap(({ board, id, revision }) => {
      const amount = amounts[statement.boards.findIndex(each => each.id === board) - row]
      const cell = amount !== undefined && { board, at: 0, amount }
      return cell ? [{ seen: id ? { id, revision } : null, cell }] : []
    })
    return writes.length > 0 ? { type: 'paste', writes } : null
  }

  /** Whether the server has saved it. */
  async #send(sent: Sent): Promise<boolean> {
    const { command } = sent
    if (command.type === 'paste') return (await this.#figures(this.#pasted)).type === 'saved'
    if (command.type === 'step') {
      const fields = { intent: command.way, step: command.step }
      return (await this.#figures(fields)).type === 'saved'
    }
    const search = new URLSearchParams({ _routes: route })
    const response = await this.#ask(`/budget.data?${search}`, fieldsOf(command))
    const answer = answerOf(readTurboStream(await response.text()))
    if (answer.ok) sent.saved = { id: answer.id, number: answer.number }
    return answer.ok
  }

  async #figures(fields: Fields): Promise<FiguresAnswer> {
    const response = await this.#ask('/figures', fields)
    return (await response.json()) as FiguresAnswer
  }

  async #ask(path: string, fields?: Fields): Promise<Response> {
    const response = await fetch(`${this.url}/proposals/${this.proposalId}${path}`, {
      headers: { cookie: this.cookie },
      redirect: 'manual',
      ...(fields && { method: 'POST', body: bodyOf(fields) }),
    })
    if (expected.includes(response.status)) return response
    const said = (await response.text()).slice(0, 300)
    throw new Unexpected(`${response.status} to ${JSON.stringify(fields ?? path)}: ${said}`)
  }

  #change({ statement }: BudgetPage): Change {
    const board = this.#one(statement.boards)?.id ?? ''
    const frame = { type: 'frame', board, amounts: this.#amounts() }
    const { amounts } = frame
    const kinds = [
      { ...frame, recurrence: 'indexed' },
      { ...frame, recurrence: 'one-off' },
      { type: 'central-finance', amounts },
      { type: 'financial-net', amounts },
      { type: 'revenue', line: 'grants', amounts },
    ]
    return Change.parse(this.#one(kinds))
  }

  /** The same line with other amounts. */
  #again(change: Change): Change | null {
    return 'amounts' in change ? { ...change, amounts: this.#amounts().map(tkr) } : null
  }

  #amounts = () => [this.#amount(), this.random(2) === 0 ? 0 : this.#amount(), 0]

  /** Any but zero; few are the same, so that what is missing or doubled shows in the sums. */
  #amount = () => (this.random(2) === 0 ? -1 : 1) * (1 + this.random(30_000))

  /** Words that nobody writes twice. */
  #words = () => `Skäl ${this.name}${++this.#tag}`

  #one<T>(list: readonly T[]): T | undefined {
    return list[this.random(Math.max(1, list.length))]
  }
}

/** That the line broke before the server answered. */
const broken = Symbol('broken')

/** That the server answered as it never may. */
class Unexpected extends Error {}

const expected = [200, 403, 404, 409, 422]

async function unbroken<T>(work: Promise<T>): Promise<T | typeof broken> {
  try {
    return await work
  } catch (error) {
    // what `fetch` throws where there is no answer, or half of one, names its cause; a fault of the test does not
    if (error instanceof TypeError && error.cause) return broken
    throw error
  }
}

const seenOf = ({ id, revision }: ShownAmendment) => ({ id, revision })

const sameLine = (a: ShownAmendment, b: ShownAmendment) =>
  a.id !== b.id && lineKey(a.change) === lineKey(b.change)

/** The gates for what the app itself has sent. */
const pageOf = (told: unknown) =>
  (told as Record<typeof route, { data: { page: BudgetPage } }>)[route].data.page
const answerOf = (told: unknown) => (told as { data: BudgetAnswer }).data
