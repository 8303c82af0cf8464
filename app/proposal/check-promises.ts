import { warning, type Finding } from '~/budget/finding'
import { inForce } from '~/budget/in-force'
import { lostMoney, pledgeRow, pledgeRows, promisesIn, type PledgeRow } from './promise'
import type { Inline } from './section-content'
import type { Snapshot } from './snapshot'
import { textBlocks } from './text-blocks'
import { short, toldIn } from './told'

/** C13 and C23: no promise is without money, none rests on money that does not count, none shares another's. */
export function checkPromises(snapshot: Snapshot): Finding[] {
  const rows = pledgeRows(snapshot.amendments, snapshot.framework)
  return [
    ...checkUnbound(snapshot),
    ...checkLost(snapshot, rows),
    ...checkShared(snapshot, rows),
    ...checkQuestions(snapshot),
  ]
}

const promise =
  /(?<!\p{L})(?:vi (?:avsätter|inför|återinför|anställer|bygger|öppnar|utökar|finansierar|sänker avgift)|ska (?:införas|återinföras|avsättas|anställas)|avgiftsfri|blir gratis)/iu

/** C23: a promise stands with its money: a figure, *fristående*, a measure or *inom ram*. */
const checkUnbound = ({ sections }: Snapshot): Finding[] =>
  sections.flatMap((section, i) =>
    textBlocks(section.content).flatMap(({ number, content }) =>
      toldIn(content)
        .filter(({ sentence, runs }) => promise.test(sentence) && !runs.some(isBound))
        .map(({ sentence }) =>
          warning(
            'C23',
            `section:${section.id}`,
            `Avsnitt ${i + 1}, stycke ${number}: ett löfte utan pengar, ”${short(sentence)}”. Koppla det till en åtgärd, en siffra eller inom ram.`,
          ),
        ),
    ),
  )

const binding = new Set(['figure', 'freestanding', 'promise'])

/** Whether a run says where its money is. A promise whose measure does not count is told of by itself. */
const isBound = (run: Inline): boolean =>
  run.type === 'text' && (run.marks ?? []).some(({ type }) => binding.has(type))

/** C23: what a promise is bound to is there and counts. */
const checkLost = ({ sections }: Snapshot, rows: readonly PledgeRow[]): Finding[] =>
  sections.flatMap((section, i) =>
    promisesIn(section).flatMap(({ words, pledge, block }) => {
      const why = lostMoney(rows, pledge)
      return why === null
        ? []
        : warning(
            'C23',
            `section:${section.id}`,
            `Avsnitt ${i + 1}, stycke ${block}: löftet ”${short(words)}” har inga pengar. ${why} Koppla det till en annan åtgärd eller inom ram.`,
          )
    }),
  )

/** C13: the same money is promised once; the same words may be said again. */
function checkShared({ sections }: Snapshot, rows: readonly PledgeRow[]): Finding[] {
  const first = new Map<PledgeRow, { words: string; where: string }>()
  return sections.flatMap((section, i) =>
    promisesIn(section).flatMap(({ words, pledge, block }) => {
      const row = pledgeRow(rows, pledge)
      if (!row || row.standing !== 'in-force') return []
      const where = `avsnitt ${i + 1}, stycke ${block}`
      const before = first.get(row)
      if (!before) first.set(row, { words, where })
      if (!before || plain(before.words) === plain(words)) return []
      return warning(
        'C13',
        `section:${section.id}`,
        `Avsnitt ${i + 1}, stycke ${block}: löftet ”${short(words)}” har samma pengar, Ä${row.number} ${row.measure.name}, som ”${short(before.words)}” i ${before.where}. Samma pengar räcker en gång: dela åtgärden eller säg att det är samma sak.`,
      )
    }),
  )
}

const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** C23: a question to the finance office that nobody has answered leaves its figure unsure. */
const checkQuestions = ({ amendments }: Snapshot): Finding[] =>
  inForce(amendments).flatMap(({ id, number, question, change }) => {
    const measures = change.type === 'frame' ? (change.measures ?? []) : []
    const open = [question, ...measures.map(measure => measure.question)].filter(
      asked => asked !== undefined && asked.answer === undefined,
    )
    return open.length === 0
      ? []
      : warning(
          'C23',
          `amendment:${id}`,
          `Ä${number} väntar på svar från ekonomiavdelningen (${open.length === 1 ? 'en fråga' : `${open.length} frågor`}). Skriv in svaret när det har kommit.`,
        )
  })
