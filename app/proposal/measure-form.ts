import { longestName, longestPerson, longestSource, longestSourceId } from '~/budget/bounds'
import type { Decimal, Measure } from '~/budget/measure'
import { productOf, wrongProduct } from '~/budget/measured'
import { zero } from '~/budget/money'
import { parseNumber, parsePrice } from '~/budget/parse'
import { decimalOf, decimalText } from './measure-words'
import { readQuestion } from './question-form'
import { readAmounts, textOf, type Reading } from './typed'

/** The rows of measures in a form: `m0.name`, `m0.amount0`, …; a row without anything written in it is none. */
export function readMeasures(reading: Reading): Measure[] {
  const rows = new Set(
    Object.keys(reading.typed).flatMap(name => /^m(\d{1,3})\./.exec(name)?.[1] ?? []),
  )
  return [...rows]
    .map(Number)
    .toSorted((a, b) => a - b)
    .flatMap(row => readMeasure(reading, `m${row}.`) ?? [])
}

const written = [
  'name',
  'quantity',
  'price',
  'priceSource',
  'moneySource',
  'sourceId',
  'responsible',
]

function readMeasure(reading: Reading, row: string): Measure | null {
  const text = (field: string) => textOf(reading, row + field)
  if (text('remove') !== '') return null
  const amountFields = reading.years.map((_, i) => `amount${i}`)
  if ([...written, ...amountFields].every(field => text(field) === '')) return null
  const name = text('name')
  if (name === '' || name.length > longestName)
    reading.faults[`${row}name`] = `Ge åtgärden ett namn på högst ${longestName} tecken.`
  const [quantity, price] = [
    readDecimal(reading, `${row}quantity`, parseNumber),
    readDecimal(reading, `${row}price`, parsePrice),
  ]
  if ((quantity === null) !== (price === null))
    reading.faults[`${row}${price === null ? 'price' : 'quantity'}`] ??=
      'Skriv både antal och pris, eller inget av dem.'
  const amounts = readAmounts(reading, `${row}amount`)
  const calculated =
    quantity !== null && price !== null && amounts.every(amount => amount === 0)
      ? amounts.map((amount, i) => (i === 0 ? (productOf(quantity, price) ?? zero) : amount))
      : amounts
  const question = readQuestion(reading, row)
  const measure: Measure = {
    id: text('id') || reading.newId(),
    name,
    amounts: calculated,
    ...(quantity !== null && price !== null && { quantity, price }),
    ...optional(reading, row, 'priceSource', longestSource),
    ...optional(reading, row, 'moneySource', longestSource),
    ...optional(reading, row, 'sourceId', longestSourceId),
    ...optional(reading, row, 'responsible', longestPerson),
    ...(question && { question }),
  }
  const wrong = wrongProduct(measure, reading.unit)
  if (wrong !== null)
    reading.faults[`${row}amount0`] ??=
      `Antal gånger pris är ${wrong.product}${calculation(measure)}. Ändra beloppet, eller antal och pris.`
  return measure
}

/** The price with its unit: it is tkr also where the amounts beside it are not. */
const calculation = ({ quantity, price }: Measure): string =>
  quantity === undefined || price === undefined
    ? ''
    : ` (${decimalText(quantity)} × ${decimalText(price)} tkr)`

type Optional = 'priceSource' | 'moneySource' | 'sourceId' | 'responsible'

function optional(
  reading: Reading,
  row: string,
  field: Optional,
  limit: number,
): Partial<Record<Optional, string>> {
  const text = textOf(reading, row + field)
  if (text.length > limit) reading.faults[row + field] = `Högst ${limit} tecken får plats.`
  return text === '' ? {} : { [field]: text }
}

function readDecimal(reading: Reading, name: string, parse: typeof parseNumber): Decimal | null {
  const text = textOf(reading, name)
  if (text === '') return null
  const decimal = decimalOf(parse(text))
  if (!decimal.ok) reading.faults[name] = decimal.reason
  return decimal.ok ? decimal.value : null
}
