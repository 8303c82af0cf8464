import type { Statement } from '~/budget/statement'
import { clauseChange } from '~/proposal/clause-change'
import type { Clause } from '~/proposal/clause'
import { clauseParts } from '~/proposal/clauses'
import type { Snapshot } from '~/proposal/snapshot'
import type { Block, Run } from './report'
import { paragraphs, runsOfSentences } from './report-sentence'
import { figureRun, lostFigure } from './report-text'

/** The decision clauses, each with what it changes, and how they are to be put to the vote. */
export function decisionBlocks({ clauses, group }: Snapshot, statement: Statement): Block[] {
  if (clauses.length === 0) return []
  return [
    {
      type: 'lead',
      runs: [{ type: 'text', text: `${group} yrkar att kommunfullmäktige beslutar` }],
    },
    {
      type: 'clauses',
      clauses: clauses.map((clause, i) => ({
        runs: clauseRuns(clause, statement, i + 1 === clauses.length ? '.' : ','),
        change: clauseChange(clause, statement),
      })),
    },
    ...afterwards(clauses),
  ]
}

function afterwards(clauses: readonly Clause[]): Block[] {
  const note: Run = {
    type: 'note',
    runs: runsOfSentences([
      [
        'Kommunallagen (2017:725) 11 kap. 6 § och 6 a §, bland annat redovisningen av kommunens bolag.',
      ],
      ['Att planen omfattar tre år med budgetåret först följer också av 6 §.'],
    ]),
  }
  return paragraphs([
    [
      ['Satserna är numrerade så att fullmäktige kan pröva dem var för sig.'],
      clauses.at(-1)?.remainder
        ? [
            'Den sista behövs för att beslutet ska innehålla allt som lagen kräver av en budget, även det som förslaget inte ändrar.',
            note,
          ]
        : [],
      ['Beloppen hämtas ur tabellerna och kan inte skrivas om för hand.'],
    ],
  ])
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
