import { Fragment, type ReactNode } from 'react'
import { ChartFigure } from '~/budget/chart-view'
import type { Block, Chapter, Picture, Run, WrittenTable } from './report'
import { ChangeLine } from '~/proposal/change-line'
import { ReportTable } from './report-table'

/** The chapters of a version on a page: the same blocks and figures as in its document. */
export function ReportView({ chapters }: { chapters: readonly Chapter[] }) {
  return chapters.map(({ id, title, blocks }) => (
    <section key={id} className="block report" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Blocks blocks={blocks} />
    </section>
  ))
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, i) => (
    // the blocks of a frozen version never change places
    // eslint-disable-next-line react/no-array-index-key
    <Fragment key={i}>{shown(block)}</Fragment>
  ))
}

function shown(block: Block): ReactNode {
  switch (block.type) {
    case 'heading':
      return <Heading level={block.level}>{block.text}</Heading>
    case 'lead':
      return (
        <p className="report-lead">
          <Runs runs={block.runs} />
        </p>
      )
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      )
    case 'list':
      return <List ordered={block.ordered} items={block.items} />
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      )
    case 'picture':
      return <Pictured picture={block} />
    case 'written-table':
      return <Written table={block} />
    case 'clauses':
      return (
        <ol className="report-clauses">
          {block.clauses.map(({ runs, change }, i) => (
            // eslint-disable-next-line react/no-array-index-key
            <li key={i}>
              <Runs runs={runs} />
              {change && <ChangeLine {...change} />}
            </li>
          ))}
        </ol>
      )
    case 'facts':
      return (
        <dl className="wordings">
          {block.rows.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )
    // Drawn in the document; here the tables beside them say the same.
    case 'margin':
      return null
    case 'chart':
      return <ChartFigure chart={block.chart} />
    case 'change-table':
    case 'amount-table':
    case 'indicator-table':
    case 'key-figures':
    case 'findings':
      return <ReportTable table={block} />
  }
}

function Written({ table: { head, rows, figures } }: { table: WrittenTable }) {
  const look = (i: number) => (figures[i] ? 'figures' : undefined)
  return (
    <table className="written">
      <thead>
        <tr>
          {head.map((runs, i) => (
            // eslint-disable-next-line react/no-array-index-key
            <th key={i} scope="col" className={look(i)}>
              <Runs runs={runs} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // eslint-disable-next-line react/no-array-index-key
          <tr key={at}>
            {row.map((runs, i) => (
              // eslint-disable-next-line react/no-array-index-key
              <td key={i} className={look(i)}>
                <Runs runs={runs} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Heading({ level, children }: { level: 2 | 3 | 4; children: ReactNode }) {
  switch (level) {
    case 2:
      return <h3>{children}</h3>
    case 3:
      return <h4>{children}</h4>
    case 4:
      return <h5>{children}</h5>
  }
}

function List({ ordered, items }: Pick<Extract<Block, { type: 'list' }>, 'ordered' | 'items'>) {
  const entries = items.map((blocks, i) => (
    // eslint-disable-next-line react/no-array-index-key
    <li key={i}>
      <Blocks blocks={blocks} />
    </li>
  ))
  return ordered ? <ol>{entries}</ol> : <ul>{entries}</ul>
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, i) => (
    // eslint-disable-next-line react/no-array-index-key
    <Fragment key={i}>{words(run)}</Fragment>
  ))
}

function words(run: Run): ReactNode {
  if (run.type === 'break') return <br />
  if (run.type === 'note')
    return (
      <small className="report-note">
        {' '}
        (<Runs runs={run.runs} />)
      </small>
    )
  if (run.type === 'figure') return `${run.amount}${run.unit}`
  const emphasised = run.emphasis ? <em>{run.text}</em> : run.text
  const strong = run.strong ? <strong>{emphasised}</strong> : emphasised
  return run.href ? (
    <a href={run.href} rel="noreferrer noopener">
      {strong}
    </a>
  ) : (
    strong
  )
}

function Pictured({ picture: { sha256, alt, caption, width, height } }: { picture: Picture }) {
  const image = (
    <img src={`/images/${sha256}`} alt={alt} width={width} height={height} loading="lazy" />
  )
  if (!caption) return image
  return (
    <figure className="pictured">
      {image}
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
