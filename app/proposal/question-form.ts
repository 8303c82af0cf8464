import { longestPerson, longestQuestion } from '~/budget/bounds'
import { formatCount } from '~/budget/format'
import type { Question } from '~/budget/measure'
import { isDay } from '~/ui/date'
import { textOf, type Reading } from './typed'

/**
 * A question to the finance office and its answer, from the fields `question`, `askedOn`, `answer`, `answeredBy` and
 * `answeredOn` behind `row`; null where nothing is asked. A day that is left out is `today`, which the form carries.
 */
export function readQuestion(reading: Reading, row = ''): Question | null {
  const [text, answer] = [textOf(reading, `${row}question`), textOf(reading, `${row}answer`)]
  for (const field of ['question', 'answer'])
    if (textOf(reading, row + field).length > longestQuestion)
      reading.faults[row + field] = `Högst ${formatCount(longestQuestion)} tecken får plats.`
  const answeredBy = textOf(reading, `${row}answeredBy`)
  if (text === '') {
    if (answer !== '') reading.faults[`${row}question`] = 'Skriv frågan som svaret gäller.'
    return null
  }
  if (answer === '' && answeredBy !== '')
    reading.faults[`${row}answer`] = 'Skriv svaret, eller ta bort vem som svarade.'
  if (answer !== '' && (answeredBy === '' || answeredBy.length > longestPerson))
    reading.faults[`${row}answeredBy`] = `Skriv vem som svarade, med högst ${longestPerson} tecken.`
  return {
    text,
    askedOn: readDay(reading, `${row}askedOn`),
    ...(answer !== '' && {
      answer,
      answeredOn: readDay(reading, `${row}answeredOn`),
      answeredBy,
    }),
  }
}

function readDay(reading: Reading, name: string): string {
  const text = textOf(reading, name) || textOf(reading, 'today')
  if (isDay(text)) return text
  reading.faults[name] = 'Skriv en dag som 2026-11-24.'
  return '2000-01-01'
}
