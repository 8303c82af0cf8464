import { createElement, Fragment, type ReactNode } from 'react'
import { figureText, type FigureFormat } from '~/budget/figure'
import type { Statement } from '~/budget/statement'
import { lostMoney, type PledgeRow } from '~/proposal/promise'
import { lostTitle } from './lost-promise'
import { footnotesIn } from '~/proposal/footnotes'
import {
  figureCharacter,
  type Block,
  type ImageBlock,
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
  pledges,
}: {
  content: SectionContent
  statement: Statement
  /** What promises rest on: those without money are shown so. */
  pledges: readonly PledgeRow[]
}) {
  const shown: Shown = { statement, pledges, notes: [] }
  const text = blocks(content.content, shown)
  return (
    <>
      {text}
      {shown.notes.length > 0 && (
        <ol className="footnotes" aria-label="Fotnoter">
          {inOrder(shown.notes.map(note))}
        </ol>
      )}
    </>
  )
}

const note = (words: string) => <li>{words}</li>
const Picture = ({ sha256, alt, width, height }: ImageBlock['attrs']) => (
  <img src={`/images/${sha256}`} alt={alt} width={width} height={height} loading="lazy" />
)
const noteNumber = (number: number) => <sup className="footnote-number">{number}</sup>

const promiseElement = (words: ReactNode, lost: string | null) =>
  lost === null ? (
    <span className="promise">{words}</span>
  ) : (
    <span className="promise lost-promise" title={lostTitle(lost)}>
      {words}
    </span>
  )

/** What figures are read from, and the footnotes that have come so far. */
type Shown = {
  readonly statement: Statement
  readonly pledges: readonly PledgeRow[]
  readonly notes: string[]
}

/** Text has no identity of its own: its parts are told apart by their order, so they need no keys. */
const inOrder = (parts: readonly ReactNode[]) => createElement(Fragment, null, ...parts)

const blocks = (list: readonly Block[], shown: Shown) =>
  inOrder(list.map(block => blockElement(block, shown)))

function blockElement(block: Block, shown: Shown): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlines(block.content, shown)}</p>
    case 'heading':
      return block.attrs.level === 3 ? (
        <h3>{inlines(block.content, shown)}</h3>
      ) : (
        <h2>{inlines(block.content, shown)}</h2>
      )
    case 'bulletList':
      return <ul>{items(block, shown)}</ul>
    case 'orderedList':
      return <ol>{items(block, shown)}</ol>
    case 'blockquote':
      return <blockquote>{blocks(block.content, shown)}</blockquote>
    case 'image':
      return <Picture {...block.attrs} />
    case 'table':
      return tableElement(block, shown)
  }
}

function tableElement(table: Table, shown: Shown) {
  const words = (cell: TableRow['content'][number]) => blocks(cell.content, shown)
  const head = (cell: TableRow['content'][number]) => <th scope="col">{words(cell)}</th>
  const body = (cell: TableRow['content'][number]) => <td>{words(cell)}</td>
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

function items(list: List, shown: Shown) {
  const item = (one: List['content'][number]) => <li>{blocks(one.content, shown)}</li>
  return inOrder(list.content.map(item))
}

function inlines(list: readonly Inline[] = [], shown: Shown) {
  const one = (node: Inline) => (node.type === 'text' ? textElement(node, shown) : <br />)
  return inOrder(list.map(one))
}

function textElement(node: TextNode, shown: Shown): ReactNode {
  const { text, marks = [] } = node
  const numbers = footnotesIn([node]).map(note => shown.notes.push(note))
  if (numbers.length > 0) return inOrder(numbers.map(noteNumber))
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
              statement={shown.statement}
            />
          )
        case 'promise':
          return promiseElement(inner, lostMoney(shown.pledges, mark.attrs))
        case 'freestanding':
        case 'footnote':
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
