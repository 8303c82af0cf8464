import type { Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'
import type { Remembered } from './choices'
import { nameKey } from './guess-rows'

/** How rows are known from before: all that is remembered of a municipality's tables, or their names alone. */
export type Known = Pick<Remembered, 'rows'> & Partial<Remembered>

/** The base's boards under their names, over what is remembered: so a newer edition meets the amendments' own lines. */
export const knownFrom = (base: Framework, remembered: Remembered | null): Known => ({
  ...remembered,
  rows: {
    ...remembered?.rows,
    ...Object.fromEntries(
      base.boards.map(({ id, name }) => [nameKey(name), { role: 'board' as const, board: id }]),
    ),
  },
})

/**
 * The read framework as the next edition of the base. A grant keeps the id that its name has in the base, whatever row it
 * stands in now: an amendment must never meet another grant's amounts.
 */
export function asEditionOf(base: Framework, read: Framework): Framework {
  const known = new Map(base.grants.map(({ id, name }) => [nameKey(name), id]))
  const taken = new Set<string>(base.grants.map(({ id }) => id))
  const given = new Set<string>()
  const idOf = (id: string, name: string): string => {
    const same = known.get(nameKey(name))
    if (same !== undefined && !given.has(same)) return same
    const numbers = Array.from({ length: taken.size + 1 }, (_, i) => `grant-${i + 1}`)
    return taken.has(id) ? (numbers.find(free => !taken.has(free)) ?? id) : id
  }
  const grants = read.grants.map(grant => {
    const id = idOf(grant.id, grant.name)
    taken.add(id)
    given.add(id)
    return { ...grant, id }
  })
  return { ...read, edition: Math.min(lastEdition, base.edition + 1), grants }
}

/** The open format has two digits for it. */
const lastEdition = 99

/** What a reader should know of how the new edition differs from the base, before it is laid beside it. */
export function editionNotes(base: Framework, read: Framework): string[] {
  const [before, after] = [base.boards, read.boards]
  const gone = before.filter(({ id }) => !after.some(board => board.id === id))
  const added = after.filter(({ id }) => !before.some(board => board.id === id))
  const emptied = lines
    .filter(({ amounts }) => isSaid(amounts(base)) && !isSaid(amounts(read)))
    .map(({ name }) => name)
  const [were, are] = [yearsOf(base), yearsOf(read)]
  return [
    ...(were === are ? [] : [`Den gamla ramen har åren ${were}, den nya ${are}.`]),
    ...note(
      gone,
      names =>
        `Nämnder i den gamla ramen som inte finns här: ${names}. Är det bara namnet som är nytt, ge raden samma förkortning som förut.`,
    ),
    ...note(added, names => `Nya nämnder: ${names}.`),
    ...(emptied.length > 0
      ? [
          `Den gamla ramen har ${emptied.join(', ')}, men filen har det inte: i den nya ramen blir det tomt. Välj fler blad, eller läs in en fil som har det.`,
        ]
      : []),
  ]
}

const note = (boards: Framework['boards'], text: (names: string) => string): string[] =>
  boards.length === 0 ? [] : [text(boards.map(({ id, name }) => `${id}, ${name}`).join('; '))]

const yearsOf = (framework: Framework): string =>
  decidedYears(framework)
    .map(({ year }) => year)
    .join(', ')

const isSaid = (amounts: readonly number[]): boolean => amounts.some(amount => amount !== 0)

/** What no table of an import holds, or need not: the other lines are asked for where they are missing. */
const lines: readonly { name: string; amounts: (framework: Framework) => readonly number[] }[] = [
  { name: 'invånare', amounts: ({ inhabitants = [] }) => inhabitants },
  {
    name: 'investeringar',
    amounts: ({ investments = [] }) => investments.flatMap(project => project.amounts),
  },
  { name: 'kassa och balans', amounts: ({ position }) => (position ? [1] : []) },
]
