/** What stands for a value that JSON has no word for, in place of its index. */
const constants = new Map<number, unknown>([
  [-1, undefined],
  [-2, Number.NaN],
  [-3, Number.NEGATIVE_INFINITY],
  [-4, -0],
  [-5, null],
  [-6, Number.POSITIVE_INFINITY],
  [-7, undefined],
])

/**
 * Reads what Remix answers to a navigation inside the app: a list of values that name each other by their index. Only
 * what the pages send is known: plain values, lists, objects and dates.
 */
export function readTurboStream(text: string): unknown {
  const [line = ''] = text.split('\n', 1)
  const values: unknown = JSON.parse(line)
  if (!Array.isArray(values)) throw new Error(`No list of values: ${line.slice(0, 200)}`)
  const valueAt = (index: number): unknown => {
    if (index < 0) return constants.get(index)
    const value: unknown = values[index]
    if (Array.isArray(value)) return listOf(value)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, at]) => [values[Number(key.slice(1))], valueAt(Number(at))]),
    )
  }
  const listOf = (list: readonly unknown[]): unknown => {
    const [type, content] = list
    if (typeof type !== 'string') return list.map(at => valueAt(Number(at)))
    if (type === 'D') return new Date(Number(content))
    throw new Error(`A value of the kind ${type} is not read here`)
  }
  return valueAt(0)
}
