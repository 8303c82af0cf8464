import { Fragment } from 'react'
import type { TableUnit } from '~/budget/framework'
import { asCell, asColumnHead, asRow, asRowGroup, asRowHead, asTable } from '~/ui/table-roles'
import { isSame, type Comparison } from './compare'
import type { AmendmentDifference } from './compare-amendments'
import type { WordingDifference } from './compare-entries'
import type { FigureDifference } from './compare-figures'
import type { SectionDifference } from './compare-sections'
import type { LineDifference } from './compare-text'
import type { Piece } from './compare-words'

type Props = {
  comparison: Comparison
  names: { readonly before: string; readonly after: string }
  years: readonly number[]
  /** What the later one's tables are written in. */
  unit: TableUnit
  /** Sections in the later one, to say how many of them were rewritten. */
  sections: number
  /** False where one section alone is compared. */
  ofAll?: boolean
}

/** All that differs between two versions, set as tables and text. */
export function ComparisonShown({ comparison, names, years, unit, sections, ofAll = true }: Props) {
  const { figures, amendments, goals, clauses, other } = comparison
  if (isSame(comparison))
    return (
      <p className="summary">
        <b>Ingenting skiljer</b> mellan {names.before} och {names.after}.
      </p>
    )
  return (
    <>
      {ofAll && <p className="summary">{summaryOf(comparison, sections)}</p>}
      {figures.length > 0 && <FigureTable {...{ figures, names, years, unit }} />}
      {amendments.length > 0 && <AmendmentTable amendments={amendments} />}
      {comparison.sections.map(section => (
        <SectionText key={section.id} section={section} />
      ))}
      <Wordings title="Mål och indikatorer som skiljer" wordings={goals} />
      <Wordings title="Att-satser som skiljer" wordings={clauses} />
      <Wordings title="Annat som skiljer" wordings={other} />
    </>
  )
}

function summaryOf({ amendments, sections }: Comparison, count: number): string {
  const of = (kind: AmendmentDifference['kind']) =>
    amendments.filter(amendment => amendment.kind === kind)
  const parts =
    amendments.length === 0
      ? ['inga ändringar skiljer']
      : [
          counted(of('added'), 'tillkom'),
          counted(of('removed'), 'togs bort'),
          counted(of('changed'), 'ändrades'),
        ]
  return `${parts.join(', ')}. ${sections.length} avsnitt av ${count} skiljer.`
}

function counted(amendments: readonly AmendmentDifference[], verb: string): string {
  if (amendments.length === 0) return `ingen ändring ${verb}`
  const names = amendments.map(({ name }) => name).join(', ')
  return `${amendments.length} ${amendments.length === 1 ? 'ändring' : 'ändringar'} ${verb} (${names})`
}

function FigureTable({
  figures,
  names,
  years,
  unit,
}: Pick<Props, 'names' | 'years' | 'unit'> & { figures: readonly FigureDifference[] }) {
  const [year] = years
  const before = `${names.before} ${year}`
  const after = `${names.after} ${year}`
  return (
    <table className="t cards cmp" {...asTable}>
      <caption>Siffror som skiljer, {unit}</caption>
      <thead {...asRowGroup}>
        <tr {...asRow}>
          <th {...asColumnHead}>Rad</th>
          <th {...asColumnHead} className="r">
            {before}
          </th>
          <th {...asColumnHead} className="r">
            {after}
          </th>
          {years.map((shown, i) => (
            <th key={shown} {...asColumnHead} className="r d">
              {i === 0 ? `Skillnad ${shown}` : shown}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...asRowGroup}>
        {figures.map(figure => (
          <tr key={figure.label} {...asRow} className="changed">
            <th {...asRowHead}>{figure.label}</th>
            <td {...asCell} className="num b" data-l={before}>
              {figure.before}
            </td>
            <td {...asCell} className="num p" data-l={after}>
              {figure.after}
            </td>
            {figure.differences.map((difference, i) => (
              <td key={years[i]} {...asCell} className="num d" data-l={`Skillnad ${years[i]}`}>
                {difference}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const amendmentWord = { added: 'tillkom', removed: 'togs bort', changed: 'ändrades' }

function AmendmentTable({ amendments }: { amendments: readonly AmendmentDifference[] }) {
  return (
    <table className="t cards differs" {...asTable}>
      <caption>Ändringar som skiljer</caption>
      <thead {...asRowGroup}>
        <tr {...asRow}>
          {['Ändring', 'Vad', 'Före', 'Efter'].map(head => (
            <th key={head} {...asColumnHead}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...asRowGroup}>
        {amendments.map(amendment => (
          <Fragment key={amendment.id}>
            <tr {...asRow}>
              <th {...asRowHead}>{amendment.name}</th>
              <td {...asCell} className="left">
                {amendmentWord[amendment.kind]}
              </td>
              <td {...asCell} className="b" data-l="Före">
                {amendment.before ?? '–'}
              </td>
              <td {...asCell} className="p" data-l="Efter">
                {amendment.after ?? '–'}
                {amendment.motivation && (
                  <p className="why">
                    <Pieces pieces={amendment.motivation} />
                  </p>
                )}
              </td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

const sectionWord = { added: 'Nytt avsnitt', removed: 'Borttaget avsnitt', rewritten: '' }

function SectionText({ section }: { section: SectionDifference }) {
  const { number, title, kind, renamed, lines } = section
  return (
    <section className="differing">
      <h2>
        Text som skiljer: {number}. {renamed ? <Pieces pieces={renamed} /> : title}
      </h2>
      <p className="second">
        {sectionWord[kind] && `${sectionWord[kind]}. `}
        <ins>Understruket</ins> har tillkommit, <del>genomstruket</del> har tagits bort. Oförändrade
        stycken visas inte.
      </p>
      <div className="prose">
        <DifferingLines lines={lines} />
      </div>
    </section>
  )
}

/** The lines of a text that differ, with what came and what went. */
export const DifferingLines = ({ lines }: { lines: readonly LineDifference[] }) =>
  lines.map((line, i) => (
    // eslint-disable-next-line react/no-array-index-key
    <Line key={i} line={line} />
  ))

function Line({ line }: { line: LineDifference }) {
  const words = <Pieces pieces={line.pieces} />
  switch (line.line) {
    case 'heading':
      return <h3>{words}</h3>
    case 'item':
      return (
        <ul>
          <li>{words}</li>
        </ul>
      )
    case 'quote':
      return (
        <blockquote>
          <p>{words}</p>
        </blockquote>
      )
    case 'row':
      return <p className="row-line">{words}</p>
    case 'paragraph':
      return <p>{words}</p>
  }
}

function Wordings({ title, wordings }: { title: string; wordings: readonly WordingDifference[] }) {
  if (wordings.length === 0) return null
  return (
    <section className="differing">
      <h2>{title}</h2>
      <dl className="wordings">
        {wordings.map(({ label, pieces }, i) => (
          // two indicators may share a label
          // eslint-disable-next-line react/no-array-index-key
          <div key={i}>
            <dt>{label}</dt>
            <dd>
              <Pieces pieces={pieces} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Words with what came and what went marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ change, text, figure }, i) => {
    const words = figure ? <span className="fig">{text}</span> : text
    const key = `${i} ${change}`
    if (change === 'inserted') return <ins key={key}>{words}</ins>
    return change === 'deleted' ? (
      <del key={key}>{words}</del>
    ) : (
      <Fragment key={key}>{words}</Fragment>
    )
  })
}
