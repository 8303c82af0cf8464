import type { Amendment, Change, FrameChange } from '~/budget/amendment'
import { joinable, merge } from '~/budget/change-algebra'
import { inForce } from '~/budget/in-force'
import { tkr } from '~/budget/money'
import { stepped, wayOf, type FigureState } from '~/proposal/figure-step'
import { moves, stateOfNew, stateOnEdit, type MoveName, type Rights } from '~/proposal/moves'

type Seen = { readonly id: string; readonly revision: number }
type Cell = { readonly board: string; readonly at: number; readonly amount: number }

/** What a client asked the server for. */
export type Command =
  | { readonly type: 'add'; readonly change: Change; readonly motivation: string }
  | {
      readonly type: 'change'
      readonly seen: Seen
      readonly change: Change
      readonly motivation: string
    }
  | { readonly type: 'cell'; readonly seen: Seen | null; readonly cell: Cell }
  | {
      readonly type: 'paste'
      readonly writes: readonly { readonly seen: Seen | null; readonly cell: Cell }[]
    }
  | { readonly type: 'move'; readonly seen: Seen; readonly move: MoveName }
  | { readonly type: 'replace'; readonly seen: Seen; readonly replaces: string | null }
  | { readonly type: 'join'; readonly seen: Seen; readonly other: Seen }
  | { readonly type: 'step'; readonly step: string; readonly way: 'undo' | 'redo' }

/** A command that was sent: what the server answered, and what it made of it that can be undone. */
export type Sent = {
  readonly member: string
  readonly command: Command
  /** Id and number of the amendment, where the answer names one. */
  saved?: { readonly id: string; readonly number: number }
  /** The step that it made, by the member's next page. */
  step?: string
}

/** An amendment as it has to stand on the page. */
export type Entry = Pick<Amendment, 'id' | 'number' | 'state' | 'change' | 'motivation'> & {
  readonly replaces: string | undefined
  readonly revision: number
  readonly by: string
}

type Logged = {
  readonly id: string
  readonly before: FigureState | null
  readonly after: FigureState
}
type Step = { readonly changes: readonly Logged[]; undone: boolean; dropped: boolean }

/** That the server acknowledged what cannot have been. */
class Impossible extends Error {}

/** Plain memory of one proposal: what its amendments have to be once the commands are made one after the other. */
export class BudgetModel {
  #entries: Entry[]
  #steps = new Map<string, Map<string, Step>>()
  #logged: Logged[] = []
  #ids: ReadonlyMap<number, string> = new Map()

  constructor(
    entries: readonly Entry[],
    readonly rights: ReadonlyMap<string, Rights>,
  ) {
    this.#entries = [...entries]
  }

  get entries(): readonly Entry[] {
    return this.#entries
  }

  copy(): BudgetModel {
    const copy = new BudgetModel(this.#entries, this.rights)
    copy.#steps = structuredClone(this.#steps)
    return copy
  }

  /** The member's steps that can be undone, the latest first. */
  undoable(member: string): string[] {
    return [...this.#stepsOf(member)]
      .filter(([, step]) => !step.undone && !step.dropped)
      .map(([id]) => id)
      .toReversed()
  }

  /**
   * Makes the command as if the server had just made it. `ids` by number, for what is new and has got no answer.
   * @throws where the server had to refuse it.
   */
  make(sent: Sent, ids: ReadonlyMap<number, string> = new Map()) {
    this.#logged = []
    this.#ids = ids
    const saved = this.#do(sent)
    if (sent.saved && (saved.id !== sent.saved.id || saved.number !== sent.saved.number))
      throw new Impossible(
        `Ä${sent.saved.number} was answered to ${JSON.stringify(sent)}, Ä${saved.number} was meant`,
      )
    this.#keepStep(sent)
  }

  #do({ member, command, saved }: Sent): Entry {
    switch (command.type) {
      case 'add':
        return this.#insert(member, command, saved?.id)
      case 'change': {
        const { change, motivation } = command
        return this.#edit(member, this.#seen(command.seen), () => ({ change, motivation }), saved)
      }
      case 'cell':
        return this.#cell(member, command, saved)
      case 'paste': {
        const all = command.writes.map(write => this.#cell(member, write))
        const [first] = all
        if (!first) throw new Impossible('An empty paste was saved')
        return first
      }
      case 'move':
        return this.#write(member, this.#seen(command.seen), { state: moves[command.move].to })
      case 'replace': {
        const { replaces } = command
        return this.#write(member, this.#seen(command.seen), { replaces: replaces ?? undefined })
      }
      case 'join':
        return this.#join(member, this.#seen(command.seen), this.#seen(command.other))
      case 'step':
        return this.#takeStep(member, command)
    }
  }

  #cell(
    member: string,
    { seen, cell }: { readonly seen: Seen | null; readonly cell: Cell },
    saved?: Sent['saved'],
  ): Entry {
    const edit = ({ change, motivation }: Content) => ({
      change: change.type === 'frame' ? withAmount(change, cell) : change,
      motivation,
    })
    if (seen) return this.#edit(member, this.#seen(seen), edit, saved)
    const ofBoard = ({ change }: Entry) => change.type === 'frame' && change.board === cell.board
    if (inForce(this.#entries).some(ofBoard))
      throw new Impossible(`A cell of ${cell.board} was saved beside its amendment`)
    const own = this.#rightsOf(member).decide ? undefined : this.#own(member, ofBoard)
    if (own) return this.#write(member, own, { ...edit(own), state: 'suggested' })
    const change = withAmount(empty(cell.board), cell)
    return this.#insert(member, { change, motivation: '' }, saved?.id)
  }

  #edit(
    member: string,
    entry: Entry,
    edit: (content: Content) => Content,
    saved: Sent['saved'],
  ): Entry {
    const state = stateOnEdit(entry.state, this.#rightsOf(member))
    if (state) return this.#write(member, entry, { ...edit(entry), state })
    const own = this.#own(member, ({ replaces }) => replaces === entry.id)
    if (own) return this.#write(member, own, { ...edit(own), state: 'suggested' })
    return this.#insert(member, { ...edit(entry), replaces: entry.id }, saved?.id)
  }

  #join(member: string, first: Entry, second: Entry): Entry {
    const change = merge(first.change, second.change)
    if (!change || !joinable(first.change, second.change)) throw new Impossible('Not one line')
    if (first.state !== 'adopted' || second.state !== 'adopted')
      throw new Impossible('Joined without being adopted')
    this.#write(member, second, { state: 'withdrawn' })
    const reasons = new Set([first.motivation, second.motivation].filter(Boolean))
    return this.#write(member, first, { change, motivation: [...reasons].join('\n\n') })
  }

  #takeStep(member: string, { step, way }: Extract<Command, { type: 'step' }>): Entry {
    const found = this.#stepsOf(member).get(step)
    if (!found || found.dropped || found.undone !== (way === 'redo'))
      throw new Impossible(`The step ${step} could not be taken`)
    let last: Entry | undefined
    for (const change of found.changes) {
      const entry = this.#entry(change.id)
      const next = stepped(entry, wayOf(change, way))
      if (!next) throw new Impossible(`Ä${entry.number} had been changed since the step`)
      const { replaces = entry.replaces, ...figures } = next
      last = this.#write(member, entry, { ...figures, replaces: replaces ?? undefined })
    }
    found.undone = way === 'undo'
    if (!last) throw new Impossible('An empty step was taken')
    return last
  }

  #insert(member: string, content: Content & { readonly replaces?: string }, id?: string): Entry {
    const state = stateOfNew(this.#rightsOf(member))
    const number = Math.max(0, ...this.#entries.map(entry => entry.number)) + 1
    const known = id ?? this.#ids.get(number) ?? `Ä${number}`
    const { change, motivation, replaces } = content
    const entry = {
      id: known,
      number,
      state,
      change,
      motivation,
      replaces,
      revision: 1,
      by: member,
    }
    this.#entries.push(entry)
    this.#logged.push({ id: entry.id, before: null, after: figuresOf(entry) })
    return entry
  }

  #write(member: string, entry: Entry, written: Partial<Entry>): Entry {
    const next = { ...entry, ...written, revision: entry.revision + 1, by: member }
    this.#entries = this.#entries.map(other => (other.id === entry.id ? next : other))
    const touches = 'replaces' in written
    const before = { ...figuresOf(entry), ...(touches && { replaces: entry.replaces ?? null }) }
    const after = { ...figuresOf(next), ...(touches && { replaces: next.replaces ?? null }) }
    if (JSON.stringify(before) !== JSON.stringify(after))
      this.#logged.push({ id: entry.id, before, after })
    return next
  }

  #keepStep({ member, command, step }: Sent) {
    if (this.#logged.length === 0 || command.type === 'step') return
    for (const earlier of this.#stepsOf(member).values()) if (earlier.undone) earlier.dropped = true
    const changes = this.#logged
    if (step) this.#stepsOf(member).set(step, { changes, undone: false, dropped: false })
  }

  /** The only amendment that stands as the client saw it: what is acknowledged was judged on the last save. */
  #seen({ id, revision }: Seen): Entry {
    const entry = this.#entry(id)
    if (entry.revision !== revision)
      throw new Impossible(
        `Ä${entry.number} was saved over revision ${revision}, but had ${entry.revision}`,
      )
    return entry
  }

  #entry(id: string): Entry {
    const entry = this.#entries.find(each => each.id === id)
    if (!entry) throw new Impossible(`There is no amendment ${id}`)
    return entry
  }

  #own(member: string, fits: (entry: Entry) => boolean): Entry | undefined {
    return this.#entries.findLast(
      entry => entry.state === 'suggested' && entry.by === member && fits(entry),
    )
  }

  #rightsOf(member: string): Rights {
    const rights = this.rights.get(member)
    if (!rights) throw new Impossible(`Nobody knows ${member}`)
    return rights
  }

  #stepsOf(member: string): Map<string, Step> {
    const steps = this.#steps.get(member) ?? new Map<string, Step>()
    this.#steps.set(member, steps)
    return steps
  }
}

type Content = Pick<Entry, 'change' | 'motivation'>

const figuresOf = ({ change, state }: Entry): FigureState => ({ change, state })

const empty = (board: string): FrameChange => ({
  type: 'frame',
  board,
  recurrence: 'indexed',
  amounts: [0, 0, 0].map(tkr),
})

const withAmount = (change: FrameChange, { at, amount }: Cell): FrameChange => ({
  ...change,
  amounts: change.amounts.map((before, i) => (i === at ? tkr(amount) : before)),
})
