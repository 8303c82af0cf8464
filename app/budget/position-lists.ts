import type { Framework } from './framework'

/** A list of the framework with one entry for each of its years: its field, and its name on screen. */
type YearList = {
  readonly field: string
  readonly name: string
  readonly list: readonly number[] | undefined
}

const positionNames = {
  depreciation: 'Avskrivningar',
  provisionsChange: 'Förändring av avsättningar',
  workingCapitalChange: 'Förändring av rörelsekapital',
  newLoans: 'Nya lån',
  amortisation: 'Amortering',
  borrowingLimit: 'Låneram',
} as const

const adjustmentNames = {
  realisedGains: 'Realisationsvinster',
  unrealised: 'Orealiserade vinster och förluster',
  toReserve: 'Till resultatreserven',
  fromReserve: 'Från resultatreserven',
} as const

const operationNames = {
  revenue: 'Verksamhetens intäkter',
  costs: 'Verksamhetens kostnader',
  depreciation: 'Verksamhetens avskrivningar',
} as const

/** The lists of what a framework may carry beside boards, tax and grants; asked for by C10 and by the import. */
export function positionLists(framework: Framework): YearList[] {
  const { position, balanceAdjustments, operations, investments = [], tables = [] } = framework
  return [
    ...named('position', positionNames, position),
    ...named('balanceAdjustments', adjustmentNames, balanceAdjustments),
    ...named('operations', operationNames, operations),
    ...investments.map(({ name, amounts }, i) => ({
      field: `investments[${i + 1}].amounts`,
      name: `Investering, ${name},`,
      list: amounts,
    })),
    ...tables.flatMap((table, t) =>
      table.lines.map(({ name, amounts }, i) => ({
        field: `tables[${t + 1}].lines[${i + 1}].amounts`,
        name: `${table.name}, ${name},`,
        list: amounts,
      })),
    ),
  ]
}

const named = <K extends string>(
  part: string,
  names: Readonly<Record<K, string>>,
  lists: Readonly<Partial<Record<NoInfer<K>, readonly number[]>>> | undefined,
): YearList[] =>
  keysOf(names).map(key => ({ field: `${part}.${key}`, name: names[key], list: lists?.[key] }))

const keysOf = <K extends string>(record: Readonly<Record<K, string>>): K[] =>
  Object.keys(record).filter((key): key is K => Object.hasOwn(record, key))
