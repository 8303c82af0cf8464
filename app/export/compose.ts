import type { Framework } from '~/budget/framework'
import { boardChart, financingChart, targetChart } from '~/budget/charts'
import { statementOf, type Statement } from '~/budget/statement'
import { formatRate } from '~/budget/format'
import { clauseParts } from '~/proposal/clauses'
import type { Clause } from '~/proposal/clause'
import { pledgeRows } from '~/proposal/promise'
import type { Snapshot } from '~/proposal/snapshot'
import { printableReport } from './printable-report'
import type { Block, Chapter, Report, Run } from './report'
import { chartBlock, coverLine } from './report-charts'
import { changeBlocks, frameNote } from './report-changes'
import { deficitBlocks } from './report-deficit'
import { goalBlocks } from './report-goals'
import { colophon, imprintOf, type Hashes } from './report-imprint'
import { marginNotes } from './report-margin'
import { chainBlocks, keyFigureBlocks, positionBlocks, roundingBlocks } from './report-position'
import { boardTable, financingTable, resultTable, targetTable, taxTable } from './report-tables'
import { summaryBlocks } from './report-summary'
import { figureRun, lostFigure, textBlocks } from './report-text'

/**
 * The tabled document of one version: every figure from its statement, every text printable. The same snapshot gives
 * the same report. Checks and overrides are the group's own and stand in the annex.
 */
export function report(snapshot: Snapshot, hashes: Hashes): Report {
  const statement = statementOf(snapshot.framework, snapshot.amendments)
  return printableReport({
    form: 'document',
    imprint: imprintOf(snapshot, statement, hashes),
    cover: coverLine(statement),
    chapters: [
      chapter('summary', 'Förslaget i korthet', summaryBlocks(snapshot, statement)),
      chapter('sections', 'Det vi vill', sectionBlocks(snapshot, statement)),
      chapter('goals', 'Mål och indikatorer', goalBlocks(snapshot.goals)),
      chapter('boards', 'Nämndernas ramar', [
        ...boardTable(statement),
        ...frameNote(snapshot, statement),
        ...chartBlock(boardChart(statement)),
        ...chainBlocks(snapshot, statement),
      ]),
      chapter('changes', 'Ändringarna i förslaget', changeBlocks(snapshot, statement)),
      chapter('economy', 'Ekonomi', economyBlocks(snapshot, statement)),
      chapter('decision', 'Förslag till beslut', decisionBlocks(snapshot, statement)),
      chapter('colophon', 'Äkthet och kontroll', colophon(snapshot, statement, hashes)),
    ].filter(({ blocks }) => blocks.length > 0),
  })
}

const chapter = (id: string, title: string, blocks: Block[]): Chapter => ({ id, title, blocks })

const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ type: 'text', text }] })

function sectionBlocks(snapshot: Snapshot, statement: Statement): Block[] {
  const rows = pledgeRows(snapshot.amendments, statement)
  return snapshot.sections.flatMap((section): Block[] => {
    const notes = marginNotes(section.id, snapshot, statement)
    const text = textBlocks(section.content, statement, rows)
    return [
      { type: 'heading', level: 2, text: section.title.trim() || 'Avsnitt utan rubrik' },
      ...(notes.length > 0 ? [{ type: 'margin' as const, unit: statement.unit, notes }] : []),
      ...(text.length > 0 ? text : [paragraph('Avsnittet har ingen text.')]),
    ]
  })
}

function economyBlocks({ framework, overrides }: Snapshot, statement: Statement): Block[] {
  return [
    { type: 'heading', level: 2, text: 'Resultatbudget' },
    ...resultTable(statement),
    ...deficitBlocks(overrides, statement),
    ...taxBlocks(framework, statement),
    { type: 'heading', level: 2, text: 'Finansiering' },
    financingTable(statement),
    ...chartBlock(financingChart(statement)),
    targetTable(statement),
    ...chartBlock(targetChart(statement)),
    ...positionBlocks(statement),
    ...keyFigureBlocks(framework, statement),
    ...roundingBlocks(statement),
  ]
}

function taxBlocks(framework: Framework, statement: Statement): Block[] {
  const { base, change, proposed, known } = statement.taxRate
  if (!known) return []
  const heading: Block = { type: 'heading', level: 2, text: 'Skattesats' }
  if (change === 0)
    return [
      heading,
      paragraph(`Skattesatsen är som i ramen, ${formatRate(base)} kronor per skattekrona.`),
    ]
  return [
    heading,
    paragraph(
      `Skattesatsen ändras från ${formatRate(base)} till ${formatRate(proposed)} kronor per skattekrona.`,
    ),
    taxTable(framework, statement),
  ]
}

function decisionBlocks({ clauses, group }: Snapshot, statement: Statement): Block[] {
  if (clauses.length === 0) return []
  return [
    {
      type: 'lead',
      runs: [{ type: 'text', text: `${group} yrkar att kommunfullmäktige beslutar` }],
    },
    {
      type: 'clauses',
      clauses: clauses.map((clause, i) =>
        clauseRuns(clause, statement, i + 1 === clauses.length ? '.' : ','),
      ),
    },
  ]
}

/** A clause with its figures; the word *att* is set apart, and the list is punctuated as one sentence. */
function clauseRuns(clause: Clause, statement: Statement, end: string): Run[] {
  const runs = clauseParts(clause, statement).map((part): Run =>
    part.type === 'figure' && part.text !== null
      ? figureRun(part.text)
      : { type: 'text', text: part.text ?? lostFigure },
  )
  const [first, ...rest] = runs
  const opening: Run[] =
    first?.type === 'text' && first.text.startsWith('att ')
      ? [
          { type: 'text', text: 'att', emphasis: true },
          { type: 'text', text: first.text.slice('att'.length) },
        ]
      : runs.slice(0, 1)
  return [...opening, ...rest, { type: 'text', text: end }]
}
