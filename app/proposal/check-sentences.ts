import { figureOf } from '~/budget/figure'
import { warning, type Finding } from '~/budget/finding'
import { inForce } from '~/budget/in-force'
import type { Statement } from '~/budget/statement'
import { sentences } from './amounts'
import { figureCharacter, type Inline } from './section-content'
import type { Snapshot } from './snapshot'
import { textBlocks } from './text-blocks'

/** A sentence of a text with the runs that stand in it. */
type Told = { readonly sentence: string; readonly runs: readonly Inline[] }

/** C18 and C23: what the sentences say agrees with the figures, and no promise is without money. */
export const checkSentences = (snapshot: Snapshot, statement: Statement): Finding[] => [
  ...checkVerbs(snapshot, statement),
  ...checkPromises(snapshot),
  ...checkQuestions(snapshot),
]

const more = /(?<!\p{L})(?:öka|ökar|ökas|höj|höjs|höja|höjer|förstärk|satsa|tillför|mer till)/iu
const fewer =
  /(?<!\p{L})(?:minska|minskar|minskas|sänk|sänker|sänka|sänks|spara|sparar|skär ner|drar ner|mindre till)/iu

/** Which way a sentence goes: 1 more, -1 less, 0 where it says both or neither. */
const direction = (sentence: string): number =>
  Number(more.test(sentence)) - Number(fewer.test(sentence))

/** C18: the sign of a change agrees with the verb beside it. */
function checkVerbs({ sections }: Snapshot, statement: Statement): Finding[] {
  return sections.flatMap((section, i) =>
    textBlocks(section.content).flatMap(({ number, content }) =>
      toldIn(content).flatMap(({ sentence, runs }) => {
        const way = direction(sentence)
        const wrong = runs.flatMap(run => changeIn(run, statement)).find(sign => sign * way < 0)
        if (wrong === undefined) return []
        return warning(
          'C18',
          `section:${section.id}`,
          `Avsnitt ${i + 1}, stycke ${number}: meningen säger ${way > 0 ? 'mer' : 'mindre'}, men ändringen är ${wrong > 0 ? 'plus' : 'minus'}. Rätta ordet eller siffran: ”${short(sentence)}”.`,
        )
      }),
    ),
  )
}

/** The sign of the change that a chip shows; nothing for other figures and for no change. */
function changeIn(run: Inline, statement: Statement): number[] {
  if (run.type !== 'text') return []
  return (run.marks ?? []).flatMap(mark => {
    if (mark.type !== 'figure' || !mark.attrs.ref.endsWith('.change')) return []
    const figure = figureOf(statement, mark.attrs.ref)
    if (figure?.kind === 'amount') return Math.sign(figure.amount)
    return figure?.kind === 'rate' ? Math.sign(figure.rate) : []
  })
}

const promise =
  /(?<!\p{L})(?:vi (?:avsätter|inför|återinför|anställer|bygger|öppnar|utökar|finansierar|sänker avgift)|ska (?:införas|återinföras|avsättas|anställas)|avgiftsfri|blir gratis)/iu

/** C23: a promise stands with its money: a figure, *fristående*, a measure or *inom ram*. */
const checkPromises = ({ sections }: Snapshot): Finding[] =>
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

const looks = new Set(['bold', 'italic', 'link'])

/** Whether a run says where its money is: by any mark that is more than looks. */
const isBound = (run: Inline): boolean =>
  run.type === 'text' && (run.marks ?? []).some(({ type }) => !looks.has(type))

/** The sentences of a paragraph, each with the runs that reach into it. */
function toldIn(content: readonly Inline[]): Told[] {
  const text = content.map(run => (run.type === 'text' ? run.text : '\n')).join('')
  let end = 0
  const placed = content.map(run => {
    const from = end
    end += run.type === 'text' ? run.text.length : 1
    return { run, from, to: end }
  })
  return sentences(text).map(({ at, sentence }) => ({
    sentence,
    runs: placed
      .filter(({ from, to }) => from < at + sentence.length && to > at)
      .map(({ run }) => run),
  }))
}

const short = (sentence: string): string => {
  const plain = sentence.replaceAll(figureCharacter, '…').trim()
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain
}
