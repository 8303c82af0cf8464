import { formatPercent, formatRate } from '~/budget/format'
import type { Framework, TableUnit, Year } from '~/budget/framework'
import type { Tkr } from '~/budget/money'
import { parseRate } from '~/budget/parse'
import { formatExactIn } from '~/budget/table-unit'
import type { Reader } from './field-reader'

/** A line of the framework that no row of the tables is: it is asked for before anything is stored. */
export type AskedLine = {
  readonly field: string
  readonly label: string
  /** False where an empty line is 0, which the page says. */
  readonly needed: boolean
}

export const askedNames = [
  'base',
  'revenue',
  'settlement',
  'grants',
  'centralFinance',
  'income',
  'costs',
] as const

type Asked = AskedLine & { readonly absent: (roles: ReadonlySet<string>) => boolean }

const isTaxed = (roles: ReadonlySet<string>) =>
  roles.has('taxBase') || roles.has('printed.taxRevenue')

const all: readonly (Asked & { readonly field: (typeof askedNames)[number] })[] = [
  { field: 'base', label: 'Skatteunderlag', needed: true, absent: roles => !isTaxed(roles) },
  {
    field: 'revenue',
    label: 'eller skatteintäkter, där underlaget inte är känt',
    needed: true,
    absent: roles => !isTaxed(roles),
  },
  {
    field: 'settlement',
    label: 'Slutavräkning',
    needed: false,
    absent: roles => !roles.has('settlement') && (roles.has('taxBase') || !isTaxed(roles)),
  },
  {
    field: 'grants',
    label: 'Generella bidrag och utjämning',
    needed: true,
    absent: roles => !roles.has('grant') && !roles.has('printed.grants'),
  },
  {
    field: 'centralFinance',
    label: 'Finansförvaltning, nettokostnad',
    needed: false,
    absent: roles => !roles.has('centralFinance'),
  },
  {
    field: 'income',
    label: 'Finansiella intäkter',
    needed: false,
    absent: roles => !roles.has('financialIncome'),
  },
  {
    field: 'costs',
    label: 'Finansiella kostnader, med minus',
    needed: false,
    absent: roles => !roles.has('financialCosts'),
  },
]

/**
 * The lines that no row answers. Without tax and grants there is no result, so neither is ever taken for 0.
 * @param base what the tables are a newer edition of: its grants are asked for one by one, so that each keeps its line
 */
export const askedLines = (roles: ReadonlySet<string>, base: Framework | null): AskedLine[] =>
  all
    .filter(({ absent }) => absent(roles))
    .flatMap(({ field, label, needed }) =>
      field === 'grants' && base !== null && base.grants.length > 0
        ? base.grants.map(({ name }, i) => ({ field: grantField(i), label: name, needed }))
        : [{ field, label, needed }],
    )

const grantField = (at: number) => `grants${at + 1}`

/** What the old base says of everything that may be asked for, as it is typed: it stands in the fields to be changed. */
export function answersOf(
  base: Framework,
  years: readonly Year[],
  unit: TableUnit,
): Record<string, string> {
  const at = years.map(year => base.years.findIndex(known => known.year === year))
  const line = (field: string, amounts: readonly Tkr[] | undefined) =>
    at.flatMap((place, i): [string, string][] => {
      const amount = amounts?.[place]
      return amount === undefined ? [] : [[`${field}.${i}`, formatExactIn(unit, amount)]]
    })
  const { tax, grants, indexation, resultTarget } = base
  return Object.fromEntries([
    ...line('base', tax.base),
    ...line('revenue', tax.base ? undefined : tax.revenue),
    ...line('settlement', tax.settlement),
    ...grants.flatMap(({ amounts }, i) => line(grantField(i), amounts)),
    ...line('centralFinance', base.centralFinance),
    ...line('income', base.financialIncome),
    ...line('costs', base.financialCosts),
    ...at.flatMap((place, i): [string, string][] => {
      const percent = indexation.pkv[place]
      return percent === undefined ? [] : [[`pkv.${i}`, formatPercent(percent)]]
    }),
    ...(tax.rate === undefined ? [] : [['rate', formatRate(tax.rate)]]),
    ...(resultTarget === null ? [] : [['target', formatPercent(resultTarget)]]),
  ])
}

/** The grants as they are typed: the base's own lines where the tables are a newer edition of it, else in one. */
export function typedGrants(read: Reader, base: Framework | null) {
  const known = (base?.grants ?? []).map(({ id, name }, i) => ({ id, name, field: grantField(i) }))
  const lines =
    known.length > 0
      ? known
      : [{ id: 'grant-1', name: 'Generella bidrag och utjämning', field: 'grants' }]
  return lines.map(({ field, id, name }) => {
    const amounts = read.amounts(field)
    if (!amounts) read.refuse(`${field}.0`, grantsNeeded)
    return { id, name, amounts: amounts ?? read.zeros() }
  })
}

/** The typed tax rate, which a tax base is worth nothing without. */
export function typedRate(read: Reader, hasBase: boolean) {
  const rate = read.value('rate', text => parseRate(text, 'kronor'), null)
  if (rate === null && hasBase)
    read.refuse('rate', 'Skriv skattesatsen, som 21,36: utan den går skatten inte att räkna.')
  return rate
}

/**
 * The tax as it is typed: its base, or the revenue of a source that prints no base.
 * @param settlement what a row of the tables says of it; null where none does
 */
export function typedTax(read: Reader, settlement: readonly number[] | null = null) {
  const [base, revenue] = [read.amounts('base'), read.amounts('revenue')]
  const settled = settlement ?? read.amounts('settlement')
  if (revenue) {
    if (base) read.refuse('revenue.0', 'Skriv skatteunderlaget eller skatteintäkterna, inte båda.')
    if (settled) read.refuse('settlement.0', 'Slutavräkningen ingår i skatteintäkterna. Töm raden.')
    return { revenue, settlement: [] }
  }
  if (!base)
    read.refuse(
      'base.0',
      'Skriv skatteunderlaget eller skatteintäkterna för varje år: utan dem går resultatet inte att räkna.',
    )
  return { base: base ?? read.zeros(), settlement: settled ?? read.zeros() }
}

/** What is said where nothing is typed of grants and equalisation. */
export const grantsNeeded =
  'Skriv de generella bidragen och utjämningen för varje år, 0 om det inte finns några.'
