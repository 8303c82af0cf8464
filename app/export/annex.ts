import { changeName } from '~/budget/change-name'
import { inForce } from '~/budget/in-force'
import type { Question } from '~/budget/measure'
import { statementOf, type Statement } from '~/budget/statement'
import { checkSnapshot } from '~/proposal/check'
import { checkPage, type NamedFinding } from '~/proposal/check-page'
import type { Snapshot } from '~/proposal/snapshot'
import { printableReport } from './printable-report'
import type { Block, Report } from './report'
import { imprintOf, type Hashes } from './report-imprint'

/**
 * The check report of one version: the group's own annex, a file beside the document and never a part of it. Findings
 * first, then how each check that passed was computed, and what was asked of the finance office.
 */
export function annex(snapshot: Snapshot, hashes: Hashes): Report {
  const statement = statementOf(snapshot.framework, snapshot.amendments)
  const { findings, passed } = checkPage(snapshot, checkSnapshot(snapshot))
  const ofSeverity = (severity: NamedFinding['severity']) =>
    findings.filter(finding => finding.severity === severity)
  return printableReport({
    form: 'annex',
    imprint: {
      ...imprintOf(snapshot, statement, hashes),
      kind: 'Kontrollrapport till skuggbudget',
    },
    cover: null,
    chapters: [
      {
        id: 'findings',
        title: 'Kontrollrapport',
        blocks: [
          summary(ofSeverity('error').length, ofSeverity('warning').length, passed.length),
          ...findingTable('Fel som stoppar export', ofSeverity('error')),
          ...findingTable('Varningar', ofSeverity('warning')),
          ...findingTable('Motiverade avsteg och upplysningar', ofSeverity('info')),
          {
            type: 'findings',
            caption: 'Godkända kontroller',
            heads: ['Kontroll', 'Namn', 'Prövning'],
            rows: passed.map(({ id, name, proof }) => ({ check: id, place: name, text: proof })),
          },
          ...questionTable(snapshot, statement),
        ],
      },
    ],
  })
}

const summary = (errors: number, warnings: number, passed: number): Block => ({
  type: 'lead',
  runs: [
    {
      type: 'text',
      text: `${errors} fel, ${warnings} ${warnings === 1 ? 'varning' : 'varningar'} och ${passed} ${passed === 1 ? 'godkänd kontroll' : 'godkända kontroller'}. Rapporten är gruppens egen och lämnas inte in.`,
    },
  ],
})

const findingTable = (caption: string, findings: readonly NamedFinding[]): Block[] =>
  findings.length === 0
    ? []
    : [
        {
          type: 'findings',
          caption,
          rows: findings.map(({ id, name, where, message }) => ({
            check: id,
            place: `${name}. ${where}`,
            text: message,
          })),
        },
      ]

/** What was asked of the finance office, and what it answered: the group's own, so never in the document. */
function questionTable({ amendments }: Snapshot, statement: Statement): Block[] {
  const rows = inForce(amendments).flatMap(({ number, question, change }) => {
    const measures = change.type === 'frame' ? (change.measures ?? []) : []
    return [
      { place: changeName(change, statement), question },
      ...measures.map(measure => ({ place: measure.name, question: measure.question })),
    ].flatMap(asked =>
      asked.question
        ? { check: `Ä${number}`, place: asked.place, text: questionText(asked.question) }
        : [],
    )
  })
  return rows.length === 0
    ? []
    : [
        {
          type: 'findings',
          caption: 'Frågor till ekonomiavdelningen',
          heads: ['Ändring', 'Gäller', 'Fråga och svar'],
          rows,
        },
      ]
}

function questionText({ text, askedOn, answer, answeredOn, answeredBy }: Question): string {
  if (answer === undefined) return `${askedOn}: ${text} Inte besvarad.`
  const who = [answeredOn, answeredBy].filter(Boolean).join(', ')
  return `${askedOn}: ${text} Svar${who && ` ${who}`}: ${answer}`
}
