import { createElement, Fragment, type ReactNode } from 'react'
import { figureText, type FigureFormat } from '~/budget/figure'
import type { Statement } from '~/budget/statement'
import {
  figureCharacter,
  type Block,
  type Inline,
  type SectionContent,
  type Table,
  type TableRow,
  type TextNode,
} from '~/proposal/section-content'

/** A section's text to read, with its figures as the statement has them. */
export function SectionText({
  content,
  statement,
}: {
  content: SectionContent
  statement: Statement
}) {
  return <>{blocks(content.content, statement)}</>
}

/** Text has no identity of its own: its parts are told apart by their order, so they need no keys. */
const inOrder = (parts: readonly ReactNode[]) => createElement(Fragment, null, ...parts)

const blocks = (list: readonly Block[], statement: Statement) =>
  inOrder(list.map(block => blockElement(block, statement)))

function blockElement(block: Block, statement: Statement): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlines(block.content, statement)}</p>
    case 'heading':
      return block.attrs.level === 3 ? (
        <h3>{inlines(block.content, statement)}</h3>
      ) : (
        <h2>{inlines(block.content, statement)}</h2>
      )
    case 'bulletList':
      return <ul>{items(block, statement)}</ul>
    case 'orderedList':
      return <ol>{items(block, statement)}</ol>
    case 'blockquote':
      return <blockquote>{blocks(block.content, statement)}</blockquote>
    case 'table':
      return <WrittenTable table={block} statement={statement} />
  }
}

function WrittenTable({ table, statement }: { table: Table; statement: Statement }) {
  const shown = (cell: TableRow['content'][number]) => blocks(cell.content, statement)
  const head = (cell: TableRow['content'][number]) => <th scope="col">{shown(cell)}</th>
  const body = (cell: TableRow['content'][number]) => <td>{shown(cell)}</td>
  const line = (row: TableRow) => <tr>{inOrder(row.content.map(body))}</tr>
  const [first, ...rows] = table.content
  return (
    <table>
      <thead>
        <tr>{inOrder((first?.content ?? []).map(head))}</tr>
      </thead>
      <tbody>{inOrder(rows.map(line))}</tbody>
    </table>
  )
}

type List = Extract<Block, { type: 'bulletList' | 'orderedList' }>

function items(list: List, statement: Statement) {
  const item = (one: List['content'][number]) => <li>{blocks(one.content, statement)}</li>
  return inOrder(list.content.map(item))
}

function inlines(list: readonly Inline[] = [], statement: Statement) {
  const one = (node: Inline) => (node.type === 'text' ? textElement(node, statement) : <br />)
  return inOrder(list.map(one))
}

function textElement({ text, marks = [] }: TextNode, statement: Statement): ReactNode {
  return marks.reduce<ReactNode>(
    (inner, mark) => {
      switch (mark.type) {
        case 'bold':
          return <strong>{inner}</strong>
        case 'italic':
          return <em>{inner}</em>
        case 'link':
          return (
            <a href={mark.attrs.href} rel="noopener noreferrer" target="_blank">
              {inner}
            </a>
          )
        case 'figure':
          return (
            <Chips
              figure={mark.attrs.ref}
              format={mark.attrs.format}
              count={text.length}
              statement={statement}
            />
          )
        case 'promise':
          return <span className="promise">{inner}</span>
        case 'freestanding':
          return inner
      }
    },
    text.replaceAll(figureCharacter, ''),
  )
}

function Chips({
  figure,
  format,
  count,
  statement,
}: {
  figure: string
  format: FigureFormat
  count: number
  statement: Statement
}) {
  const shown = figureText(statement, figure, format)
  const look = shown === null ? 'fig lost' : figure.endsWith('.base') ? 'fig base' : 'fig'
  const chip = () => <span className={look}>{shown ?? 'siffran saknas'}</span>
  return inOrder(Array.from({ length: count }, chip))
}
