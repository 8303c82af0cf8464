import { describe, expect, test } from 'vitest'
import { zero } from '~/budget/money'
import { demoFramework } from '../../prisma/demo/framework'
import { asEditionOf, editionNotes, knownFrom } from './edition-lines'

const amounts = demoFramework.years.map(() => zero)
const grant = (id: string, name: string) => ({ id, name, amounts })
const row = (board: string) => ({ role: 'board' as const, board })
const withGrants = (...grants: ReturnType<typeof grant>[]) => ({ ...demoFramework, grants })

describe('a newer edition of a framework that was read from tables', () => {
  test('keeps each grant on the id that its name has in the base, and none takes another’s', () => {
    const base = withGrants(grant('grant-1', 'Utjämning'), grant('grant-2', 'Fastighetsavgift'))
    const read = withGrants(
      grant('grant-1', 'Nytt bidrag'),
      grant('grant-2', 'UTJÄMNING'),
      grant('grant-3', 'Fastighetsavgift'),
    )
    const { edition, grants } = asEditionOf(base, read)
    expect(edition).toBe(base.edition + 1)
    expect(grants.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'grant-3 Nytt bidrag',
      'grant-1 UTJÄMNING',
      'grant-2 Fastighetsavgift',
    ])
  })

  test('knows the base’s boards by name, over what was remembered', () => {
    const rows = { kommunstyrelsen: row('X'), reserven: row('RES') }
    const known = knownFrom(demoFramework, {
      unit: 'mnkr',
      costs: 'plus',
      decimals: 'refuse',
      rows,
    })
    expect(known).toMatchObject({ unit: 'mnkr', rows: { kommunstyrelsen: row('KS') } })
    expect(known.rows.reserven).toEqual(row('RES'))
    expect(knownFrom(demoFramework, null).unit).toBeUndefined()
  })

  test('says which boards are gone or new, and what the file lacks', () => {
    expect(editionNotes(demoFramework, demoFramework)).toEqual([])
    const boards = demoFramework.boards.map(board =>
      board.id === 'KS' ? { ...board, id: 'KST' } : board,
    )
    // tax is asked for where the file has none: the note names what nothing asks for
    const tax = { ...demoFramework.tax, base: amounts }
    const { investments: _investments, ...rest } = demoFramework
    const notes = editionNotes(demoFramework, { ...rest, boards, tax }).join('\n')
    expect(notes).toContain('inte finns här: KS, Kommunstyrelsen')
    expect(notes).toContain('Nya nämnder: KST, Kommunstyrelsen')
    const later = editionNotes(demoFramework, {
      ...demoFramework,
      years: demoFramework.years.slice(1),
    })
    expect(later[0]).toBe('Den gamla ramen har åren 2025, 2026, 2027, den nya 2026, 2027.')
    expect(notes).toContain('Den gamla ramen har investeringar, men')
  })
})
