import { createElement, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { statementOf } from '~/budget/statement'
import { PlacedContext, PlaceMarker } from '~/collab/place-marker'
import { CellWriter } from '~/ui/long-row'
import { markupOf } from '~/ui/markup.server'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { amendmentsByBoard, type ShownAmendment } from './budget-page'
import { BoardTable } from './board-table'

const { framework, amendments } = demoSnapshot
const now = new Date('2024-11-01T12:00:00Z')
const hostile = `<i>"Kultur" & 'fritid'</i><!--`
const named = {
  ...framework,
  boards: framework.boards.map((board, i) => (i === 1 ? { ...board, name: hostile } : board)),
}
const statement = statementOf(named, amendments)
const shown = amendments.map((amendment): ShownAmendment => ({
  ...amendment,
  revision: 2,
  place: null,
  effect: null,
  runningCost: null,
  authors: null,
  updatedById: 'm1',
  updatedByName: hostile,
  updatedAt: now,
  withdrawalBy: null,
}))
const place = (open: Record<string, number>) => ({
  open,
  asked: null,
  canComment: true,
  addressOf: ({ id }: { id: string }) => `/proposals/p1/budget?a=1&threads=${id}`,
  go: () => {},
})

const table = (editable: boolean, fresh: boolean) =>
  createElement(BoardTable, {
    statement,
    shown: { at: 0, show: () => {} },
    byBoard: amendmentsByBoard(shown),
    standing: new Map(
      statement.boards.slice(0, 2).map(({ id }) => [id, [{ name: hostile, at: 1 }]]),
    ),
    context: {
      unit: 'tkr',
      years: statement.years.map(year => ({ year, kind: 'plan' as const })),
      now,
      editable,
      edits: {
        cells: [],
        suggested: null,
        open: () => {},
        type: () => {},
        commit: () => {},
        close: () => {},
        answer: () => {},
        saveOurs: () => {},
      },
      isFresh: () => fresh,
      comments: {
        markerOf: (id, name) => createElement(PlaceMarker, { on: { kind: 'line', id }, name }),
        isOn: () => false,
      },
    },
    onPaste: () => {},
    onForm: () => {},
    onSeen: () => {},
    standOn: () => {},
  })

const inPage = (node: ReactNode, write: typeof markupOf | null) =>
  renderToString(
    createElement(
      CellWriter.Provider,
      { value: write },
      createElement(
        PlacedContext.Provider,
        { value: place({ [`line.frame.${statement.boards[0]?.id}`]: 2 }) },
        node,
      ),
    ),
  )

test.each([
  [true, true],
  [true, false],
  [false, false],
])(
  'the server writes the rows letter for letter as React does (editable %s, fresh %s)',
  (editable, fresh) => {
    const written = inPage(table(editable, fresh), markupOf)
    expect(written).toBe(inPage(table(editable, fresh), null))
    expect(written.match(/data-cell=/g)).toHaveLength(
      statement.boards.length * statement.years.length,
    )
    expect(written).not.toContain('<i>')
  },
)

const markup = (tag: string, props: object) => () => markupOf(createElement(tag, props))

test('what no row is made of is refused', () => {
  expect(markup('input', { value: '1' })).toThrow('<input>')
  expect(markup('td', { dangerouslySetInnerHTML: { __html: '1' } })).toThrow('attribute')
  expect(markup('td', { 'x="1" y': '1' })).toThrow('attribute')
})
