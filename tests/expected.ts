import { readFileSync } from 'node:fs'

/** The rows of one of the project's own CSV files of expected figures, by column. */
export function expectedRows(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`fixtures/expected/${name}.csv`, import.meta.url), 'utf8')
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const columns = cells(head)
  return lines.map(line => {
    const values = cells(line)
    return Object.fromEntries(columns.map((column, i) => [column, values[i] ?? '']))
  })
}

/** Commas divide, quotes hold a text with commas together. */
const cells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  )
