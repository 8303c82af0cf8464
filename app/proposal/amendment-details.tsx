import { figureList } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import type { Measure, Question } from '~/budget/measure'
import { someUnspecified } from '~/budget/measured'
import type { Tkr } from '~/budget/money'
import { formatSignedExactIn } from '~/budget/table-unit'
import { measureNotes } from './measure-words'
import type { AmendmentPresses } from './amendment-presses'
import type { BudgetPage, ShownAmendment } from './budget-page'
import { RunningCostOffer } from './running-cost-offer'

/** Under an amendment's reason: its parts (varav), its question to the finance office, and what it leads to. */
export function AmendmentDetails({
  amendment,
  page,
  presses,
}: {
  amendment: ShownAmendment
  page: BudgetPage
  presses: AmendmentPresses
}) {
  const { change, question } = amendment
  const rest = change.type === 'frame' ? someUnspecified(change) : null
  return (
    <>
      {change.type === 'frame' && change.measures && change.measures.length > 0 && (
        <ul className="parts">
          {change.recurrence !== 'one-off' && (
            <li className="quiet">Nya pengar varje år, {page.statement.unit}:</li>
          )}
          {change.measures.map(measure => (
            <MeasureLine key={measure.id} measure={measure} unit={page.statement.unit} />
          ))}
          {rest && (
            <li className="quiet">
              Ej specificerat <Amounts amounts={rest} unit={page.statement.unit} />
            </li>
          )}
        </ul>
      )}
      {question && <QuestionLine question={question} />}
      <RunningCostOffer {...{ amendment, page, presses }} />
    </>
  )
}

const Amounts = ({ amounts, unit }: { amounts: readonly Tkr[]; unit: TableUnit }) => (
  <span className="num">
    {figureList(amounts.map(amount => formatSignedExactIn(unit, amount)))}
  </span>
)

function MeasureLine({ measure, unit }: { measure: Measure; unit: TableUnit }) {
  const { name, amounts, question } = measure
  const notes = measureNotes(measure)
  return (
    <li id={`m-${measure.id}`}>
      varav {name} <Amounts amounts={amounts} unit={unit} />
      {notes.length > 0 && <span className="meta"> {notes.join('; ')}</span>}
      {question && <QuestionLine question={question} />}
    </li>
  )
}

function QuestionLine({ question }: { question: Question }) {
  const { text, askedOn, answer, answeredBy, answeredOn } = question
  return (
    <p className="asked">
      <b>Fråga {askedOn}:</b> {text}{' '}
      {answer === undefined ? (
        <span className="quiet">Inte besvarad.</span>
      ) : (
        <>
          <b>
            Svar {answeredOn}, {answeredBy}:
          </b>{' '}
          {answer}
        </>
      )}
    </p>
  )
}
