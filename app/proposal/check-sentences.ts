import { figureOf } from '~/budget/figure'
import { warning, type Finding } from '~/budget/finding'
import type { Statement } from '~/budget/statement'
import type { Inline } from './section-content'
import type { Snapshot } from './snapshot'
import { textBlocks } from './text-blocks'
import { short, toldIn } from './told'

const more = /(?<!\p{L})(?:öka|ökar|ökas|höj|höjs|höja|höjer|förstärk|satsa|tillför|mer till)/iu
const fewer =
  /(?<!\p{L})(?:minska|minskar|minskas|sänk|sänker|sänka|sänks|spara|sparar|skär ner|drar ner|mindre till)/iu

/** Which way a sentence goes: 1 more, -1 less, 0 where it says both or neither. */
const direction = (sentence: string): number =>
  Number(more.test(sentence)) - Number(fewer.test(sentence))

/** C18: the sign of a change agrees with the verb beside it. */
export function checkSentences({ sections }: Snapshot, statement: Statement): Finding[] {
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
