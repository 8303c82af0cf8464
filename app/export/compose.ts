import { boardChart } from '~/budget/charts'
import { statementOf, type Statement } from '~/budget/statement'
import { pledgeRows } from '~/proposal/promise'
import type { Snapshot } from '~/proposal/snapshot'
import { printableReport } from './printable-report'
import type { Block, Chapter, Report } from './report'
import { boardsIntro } from './report-boards'
import { chartBlock, coverLine } from './report-charts'
import { changeBlocks, frameNote } from './report-changes'
import { decisionBlocks } from './report-decision'
import { economyBlocks } from './report-economy'
import { goalBlocks } from './report-goals'
import { colophon, imprintOf, type Hashes } from './report-imprint'
import { rivalBlocks } from './report-rivals'
import { marginNotes } from './report-margin'
import { chainBlocks } from './report-position'
import { boardTable } from './report-tables'
import { summaryBlocks } from './report-summary'
import { textBlocks } from './report-text'

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
        ...boardsIntro(snapshot, statement),
        ...boardTable(statement),
        ...frameNote(snapshot, statement),
        ...chartBlock(boardChart(statement)),
        ...chainBlocks(snapshot, statement),
      ]),
      chapter('changes', 'Ändringarna i förslaget', changeBlocks(snapshot, statement)),
      chapter('economy', 'Ekonomi', economyBlocks(snapshot, statement)),
      chapter('decision', 'Förslag till beslut', decisionBlocks(snapshot, statement)),
      chapter('rivals', 'Bilaga: jämförelse med andra förslag', rivalBlocks(snapshot)),
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
    const text = textBlocks(section.content, statement, rows, snapshot.images)
    return [
      { type: 'heading', level: 2, text: section.title.trim() || 'Avsnitt utan rubrik' },
      ...(notes.length > 0 ? [{ type: 'margin' as const, unit: statement.unit, notes }] : []),
      ...(text.length > 0 ? text : [paragraph('Avsnittet har ingen text.')]),
    ]
  })
}
