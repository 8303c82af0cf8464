import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Amendment } from '~/budget/amendment'
import { statementOf } from '~/budget/statement'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { rivalAmendments, rivalFramework, rivalSuggestions } from '../../prisma/demo/rival'
import { inAlternative, settingOf, standings, withSettings, type Setting } from './alternative'
import { readAlternativeForm, refusedDraft } from './alternative-form'
import { boardChanges, mainFigures } from './side-by-side'
import { countingSuggested } from './suggested'

const { framework, amendments } = demoSnapshot
const led = [...rivalAmendments, ...rivalSuggestions]
const ids = (list: readonly Amendment[]) => list.map(({ id }) => id)
const nothing = { on: [], off: [] }

const setting = fc.constantFrom<Setting>('follow', 'on', 'off')
const state = fc.constantFrom<Amendment['state']>('adopted', 'suggested', 'deferred', 'withdrawn')
/** The demo's amendments in any states, some replacing the one before, with a setting for each. */
const tables = fc
  .array(fc.record({ state, setting, replaces: fc.boolean() }), {
    minLength: amendments.length,
    maxLength: amendments.length,
  })
  .map(entries => ({
    list: amendments.map((amendment, i): Amendment => {
      const replaces = entries[i]?.replaces ? amendments[i - 1]?.id : undefined
      return {
        ...amendment,
        state: entries[i]?.state ?? 'adopted',
        ...(replaces !== undefined && { replaces }),
      }
    }),
    settings: new Map(amendments.map(({ id }, i) => [id, entries[i]?.setting ?? 'follow'])),
  }))

describe('an alternative', () => {
  test('with everything on is the proposal with what is suggested', () => {
    fc.assert(
      fc.property(tables, ({ list }) => {
        const all = inAlternative(list, { on: ids(list), off: [] })
        expect(all).toEqual(countingSuggested(list, true))
      }),
    )
  })

  test('with everything off is the base', () => {
    fc.assert(
      fc.property(tables, ({ list }) => {
        const none = inAlternative(list, { on: [], off: ids(list) })
        expect(statementOf(framework, none)).toEqual(statementOf(framework, []))
      }),
    )
  })

  test('without exceptions is the proposal', () => {
    fc.assert(
      fc.property(tables, ({ list }) => {
        expect(inAlternative(list, nothing)).toEqual(list)
      }),
    )
  })

  test('says for itself what it was told, and of all else follows each state', () => {
    fc.assert(
      fc.property(tables, ({ list, settings }) => {
        const shown = inAlternative(list, withSettings(nothing, settings))
        list.forEach((amendment, i) => {
          const counts = shown[i]?.state === 'adopted'
          const open = amendment.state === 'adopted' || amendment.state === 'suggested'
          const told = settings.get(amendment.id)
          const follows = told === 'follow' || !open
          expect(counts).toBe(follows ? amendment.state === 'adopted' : told === 'on')
        })
      }),
    )
  })

  test('counts one that was added later by its own state', () => {
    const later = { ...amendments[0], id: 'later' } as Amendment
    const [first] = amendments
    const shown = inAlternative([...amendments, later], { on: [], off: [first?.id ?? ''] })
    expect(shown.map(({ state: each }) => each === 'adopted')).toEqual([
      false,
      ...amendments.slice(1).map(() => true),
      true,
    ])
  })

  test('keeps its word of one that it is not asked about, as of one that is withdrawn now', () => {
    const before = { on: ['a', 'b'], off: ['c'] }
    const after = withSettings(
      before,
      new Map([
        ['a', 'off' as const],
        ['c', 'follow' as const],
      ]),
    )
    expect(after).toEqual({ on: ['b'], off: ['a'] })
    expect(['a', 'b', 'c'].map(id => settingOf(after, id))).toEqual(['off', 'on', 'follow'])
  })

  test('that drops a replacement counts what it replaced, and says so', () => {
    const [first, ...rest] = amendments
    if (!first) throw new Error('the demo has amendments')
    const second = { ...first, id: 'second', number: 90, replaces: first.id }
    const list = [first, ...rest, second]
    const has = (switches: typeof nothing | { on: string[]; off: string[] }) => {
      const all = standings(inAlternative(list, switches))
      return [all.get(first.id), all.get('second')]
    }
    expect(has(nothing)).toEqual(['replaced', 'on'])
    expect(has({ on: [], off: ['second'] })).toEqual(['on', 'off'])
    expect(has({ on: [], off: [first.id] })).toEqual(['off', 'on'])
  })
})

const digits = (text: string | null | undefined) => text?.replace(/[^\d−+]/g, '')

describe('side by side', () => {
  const own = statementOf(rivalFramework, led)

  test('a proposal differs nowhere from itself', () => {
    for (const groups of [mainFigures([own, own, own]), boardChanges([own, own])])
      for (const { rows } of groups)
        for (const { cells } of rows)
          expect(cells.every(({ differs, difference }) => !differs && difference === null)).toBe(
            true,
          )
  })

  test('without the tax the gap is what the tax gave, and each figure says how far off it is', () => {
    const proposal = statementOf(framework, amendments)
    const tax = amendments.find(({ change }) => change.type === 'tax-rate')
    const without = statementOf(
      framework,
      inAlternative(amendments, { on: [], off: [tax?.id ?? ''] }),
    )
    const groups = mainFigures([proposal, without])
    const find = (name: string) => groups.find(group => group.name.startsWith(name))?.rows
    const gave = proposal.income.taxRevenue.change[0] ?? 0
    expect(gave).toBeGreaterThan(0)
    expect(digits(find('Resultat, tkr')?.[0]?.cells[1]?.difference)).toBe(`−${gave}`)
    expect(find('Skattesats')?.[0]?.cells[1]).toMatchObject({
      text: '21,36',
      difference: '−30\u00A0öre',
    })
    expect(boardChanges([proposal, without])[0]?.rows.at(-1)?.cells[1]?.differs).toBe(false)
  })

  test('lists the boards that one of them changes in the year, with the sum of all', () => {
    const groups = boardChanges([statementOf(framework, []), statementOf(framework, amendments)])
    expect(groups.map(({ name }) => name)).toEqual(['2025', '2026', '2027'])
    expect(groups[0]?.rows.map(({ name }) => name)).toHaveLength(6)
    expect(boardChanges([statementOf(framework, [])])).toEqual([])
  })
})

describe('the form', () => {
  const typed = { intent: 'add', name: ' Utan skatt ', 'switch.t1': 'off', 'switch.a': 'follow' }

  test('gives each setting by its amendment', () => {
    const read = readAlternativeForm(typed)
    expect('edit' in read && read.edit).toMatchObject({
      type: 'add',
      name: 'Utan skatt',
      settings: new Map([
        ['t1', 'off'],
        ['a', 'follow'],
      ]),
    })
  })

  test.each([
    ['no name', { ...typed, name: ' ' }, { name: expect.stringContaining('Skriv vad') }],
    ['a long one', { ...typed, name: 'x'.repeat(41) }, { name: expect.stringContaining('40') }],
    ['two lines', { ...typed, name: 'a\nb' }, { name: expect.stringContaining('en rad') }],
    ['no setting', { ...typed, 'switch.a': 'kanske' }, { form: expect.any(String) }],
    ['no revision', { ...typed, intent: 'change', id: 'a' }, { form: expect.any(String) }],
  ])('refuses %s and keeps what was typed', (_, sent, faults) => {
    expect(readAlternativeForm(sent)).toMatchObject({ draft: { typed: sent, faults } })
  })

  test('takes the stored revision after a stale save, so that the next is made knowingly', () => {
    const current = { name: 'Deras', on: [], off: ['a'], revision: 7 }
    const draft = refusedDraft(typed, { kind: 'stale', message: 'Ändrat.', current })
    expect(draft).toMatchObject({ typed: { name: ' Utan skatt ', revision: '7' }, current })
    expect(refusedDraft(typed, { kind: 'conflict', message: 'Nej.' }).current).toBeNull()
  })
})
