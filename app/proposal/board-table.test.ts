import { createElement, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { statementOf } from '~/budget/statement'
import { PlacedContext, useLineComments } from '~/collab/place-marker'
import { CellWriting, type CellWriter } from '~/ui/long-row'
import { markupFrom, markupOf } from '~/ui/markup.server'
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

function Table({ editable, fresh }: { editable: boolean; fresh: boolean }) {
  return createElement(BoardTable, {
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
      comments: useLineComments(),
    },
    onPaste: () => {},
    onForm: () => {},
    onSeen: () => {},
    standOn: () => {},
  })
}

const writer: CellWriter = { write: markupOf, writeFrom: markupFrom }

const inPage = (node: ReactNode, write: CellWriter | null, open = 2) =>
  renderToString(
    createElement(
      CellWriting.Provider,
      { value: write },
      createElement(
        PlacedContext.Provider,
        { value: place({ [`line.frame.${statement.boards[0]?.id}`]: open }) },
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
    const table = createElement(Table, { editable, fresh })
    const written = inPage(table, writer)
    expect(written).toBe(inPage(table, null))
    expect(written.match(/data-cell=/g)).toHaveLength(
      statement.boards.length * statement.years.length,
    )
    expect(written).not.toContain('<i>')
  },
)

test('what was written of a row is not shown where anything in it is another', () => {
  const table = createElement(Table, { editable: true, fresh: false })
  const before = inPage(table, writer)
  const after = inPage(table, writer, 3)
  expect(after).toBe(inPage(table, null, 3))
  expect(after).not.toBe(before)
  expect(inPage(table, writer)).toBe(before)
})

test('a form in a row is written letter for letter as React does', () => {
  const cell = createElement(
    'td',
    null,
    createElement(
      'form',
      { method: 'get', action: '#a', className: 'inline' },
      createElement('input', { type: 'hidden', name: 'id', value: hostile }),
      createElement('button', { type: 'submit' }, 'Ändra'),
    ),
    createElement('p', null, 'Skäl', createElement('br'), hostile, 2),
  )
  expect(markupOf(cell)).toBe(renderToString(cell))
})

const markup = (tag: string, props: object) => () => markupOf(createElement(tag, props))

test('what no row is made of is refused', () => {
  expect(markup('input', { value: '1' })).toThrow('<input>')
  expect(markup('td', { dangerouslySetInnerHTML: { __html: '1' } })).toThrow('attribute')
  expect(markup('td', { 'x="1" y': '1' })).toThrow('attribute')
})
