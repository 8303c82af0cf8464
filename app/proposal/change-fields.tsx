import type { ReactNode } from 'react'
import type { Change, ChangeType } from '~/budget/amendment'
import { formatPercent } from '~/budget/format'
import { zero, type Tkr } from '~/budget/money'
import type { MilliPercent } from '~/budget/rate'
import { formatExactIn } from '~/budget/table-unit'
import { Field, SelectField } from '~/ui/field'
import { recurrenceNames } from './amendment-name'
import type { FieldsProps } from './fill'

/** What a change can be of, in the words of the list that it is chosen from. */
export const kindNames: Readonly<Record<ChangeType, string>> = {
  frame: 'En nämnds ram',
  reallocation: 'Flytt mellan två nämnder',
  indexation: 'Uppräkning eller effektivisering',
  'tax-rate': 'Skattesatsen',
  revenue: 'Bidrag eller slutavräkning',
  'central-finance': 'Finansförvaltningen',
  'financial-net': 'Finansnettot',
  'result-target': 'Resultatmålet',
  'result-reserve': 'Resultatreserven',
  investment: 'Ett investeringsprojekt',
  'borrowing-limit': 'Låneram och nya lån',
}

type OfKind<T extends ChangeType> = FieldsProps & {
  readonly change: Extract<Change, { type: T }> | null
}

/** One amount a year. */
export function AmountFields({
  page,
  faults,
  fill,
  name,
  legend,
  help,
  saved,
  focusAt,
}: Pick<FieldsProps, 'page' | 'faults' | 'fill'> & {
  readonly name: string
  readonly legend: string
  readonly help?: ReactNode
  readonly saved: readonly Tkr[] | undefined
  /** The year whose field takes the focus, where the form was opened from its cell. */
  readonly focusAt?: number | undefined
}) {
  const { unit } = page.statement
  return (
    <fieldset className="amounts">
      <legend>{legend}</legend>
      {help && <p className="help">{help}</p>}
      <div className="fields">
        {page.years.map(({ year }, at) => {
          const amount = saved?.[at] ?? zero
          return (
            <Field
              key={year}
              label={year}
              unit={unit}
              name={`${name}${at}`}
              className="amount"
              defaultValue={fill(`${name}${at}`, amount === 0 ? '' : formatExactIn(unit, amount))}
              fault={faults[`${name}${at}`]}
              autoComplete="off"
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was opened from this year's cell
              autoFocus={focusAt === at}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

/** How amounts are typed: in the unit beside the field, or with one of their own. */
export const typedIn = ({ statement: { unit } }: FieldsProps['page']): string =>
  unit === 'tkr'
    ? 'Tkr, eller skriv till exempel 2 mnkr.'
    : 'Mnkr, eller skriv till exempel 500 tkr.'

export function BoardField({
  page,
  faults,
  fill,
  name,
  label,
  saved,
}: Pick<FieldsProps, 'page' | 'faults' | 'fill'> & {
  readonly name: string
  readonly label: string
  readonly saved: string | undefined
}) {
  return (
    <SelectField
      label={label}
      name={name}
      defaultValue={fill(name, saved ?? '')}
      fault={faults[name]}
    >
      <option value="">Välj nämnd</option>
      {page.statement.boards.map((board, row) => (
        <option key={`${row} ${board.id}`} value={board.id}>
          {board.name}
        </option>
      ))}
    </SelectField>
  )
}

export function RecurrenceField({
  faults,
  fill,
  saved,
}: Pick<FieldsProps, 'faults' | 'fill'> & { readonly saved: string | undefined }) {
  return (
    <SelectField
      label="Hur länge"
      name="recurrence"
      defaultValue={fill('recurrence', saved ?? 'indexed')}
      fault={faults.recurrence}
    >
      {Object.entries(recurrenceNames).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}

export function ReallocationFields({ change, ...rest }: OfKind<'reallocation'>) {
  return (
    <>
      <BoardField {...rest} name="from" label="Från nämnd" saved={change?.from} />
      <BoardField {...rest} name="to" label="Till nämnd" saved={change?.to} />
      <RecurrenceField {...rest} saved={change?.recurrence} />
      <AmountFields
        {...rest}
        name="amount"
        legend="Flyttas varje år"
        help={`${typedIn(rest.page)} Det som den ena får ger den andra, så summan är alltid noll.`}
        saved={change?.amounts}
      />
    </>
  )
}

export function RevenueFields({ change, ...rest }: OfKind<'revenue'>) {
  const { page, faults, fill } = rest
  return (
    <>
      <SelectField
        label="Intäktsrad"
        name="line"
        defaultValue={fill('line', change?.line ?? '')}
        fault={faults.line}
      >
        <option value="">Välj rad</option>
        {page.statement.grants.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="settlement">Slutavräkning</option>
      </SelectField>
      <AmountFields
        {...rest}
        name="amount"
        legend="Ändring varje år"
        help={`${typedIn(rest.page)} Plus är högre intäkt. Varje år står för sig: inget räknas vidare.`}
        saved={change?.amounts}
      />
      <Field
        label="Vad intäkten hänger på, om något"
        name="conditional"
        help="Till exempel ett riksdagsbeslut. Kontrollen varnar för en villkorad intäkt."
        defaultValue={fill('conditional', change?.conditional ?? '')}
        fault={faults.conditional}
        autoComplete="off"
      />
    </>
  )
}

const yearly = {
  'central-finance': 'Plus är högre nettokostnad, minus är lägre.',
  'financial-net': 'Plus är bättre resultat: högre intäkter eller lägre räntor.',
  'result-reserve':
    'Plus tas ur reserven, minus läggs till den. Ändrar balanskravsresultatet men inte årets resultat.',
} as const

export function YearlyFields({
  change,
  type,
  ...rest
}: OfKind<keyof typeof yearly> & { readonly type: keyof typeof yearly }) {
  return (
    <AmountFields
      {...rest}
      name="amount"
      legend="Ändring varje år"
      help={`${typedIn(rest.page)} ${yearly[type]}`}
      saved={change?.amounts}
    />
  )
}

export function BorrowingFields({ change, ...rest }: OfKind<'borrowing-limit'>) {
  return (
    <>
      <AmountFields
        {...rest}
        name="amount"
        legend="Låneramen ändras med"
        help={`${typedIn(rest.page)} Plus är en högre ram.`}
        saved={change?.amounts}
      />
      <AmountFields
        {...rest}
        name="loan"
        legend="Nya lån ändras med"
        help="Plus är mer lån."
        saved={change?.loans}
      />
    </>
  )
}

export function InvestmentFields({ change, ...rest }: OfKind<'investment'>) {
  const { page, faults, fill } = rest
  return (
    <>
      <Field
        label="Projekt"
        name="name"
        defaultValue={fill('name', change?.name ?? '')}
        fault={faults.name}
        autoComplete="off"
      />
      <BoardField {...rest} name="board" label="Nämnd" saved={change?.board} />
      <AmountFields
        {...rest}
        name="amount"
        legend="Utgift varje år"
        help={`${typedIn(rest.page)} Minus tar bort ett projekt ur grunden.`}
        saved={change?.amounts}
      />
      <div className="fields">
        <Field
          label="Används i"
          unit="år"
          name="usefulLife"
          className="amount"
          inputMode="numeric"
          help="Skrivs av lika mycket varje år."
          defaultValue={fill('usefulLife', change ? String(change.usefulLife) : '')}
          fault={faults.usefulLife}
          autoComplete="off"
        />
        <Field
          label="Skrivs av från år"
          name="firstDepreciation"
          className="amount"
          inputMode="numeric"
          help={`Tomt: året efter utgiften, alltså tidigast ${(page.years[0]?.year ?? 0) + 1}.`}
          defaultValue={fill('firstDepreciation', String(change?.firstDepreciation ?? ''))}
          fault={faults.firstDepreciation}
          autoComplete="off"
        />
      </div>
    </>
  )
}

export const percentText = (percent: MilliPercent | undefined) =>
  percent === undefined || percent === 0 ? '' : formatPercent(percent)
