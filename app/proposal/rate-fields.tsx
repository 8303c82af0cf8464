import type { Change } from '~/budget/amendment'
import { formatPercent } from '~/budget/format'
import { Field, SelectField } from '~/ui/field'
import { percentText } from './change-fields'
import type { FieldsProps } from './fill'

type OfKind<T extends Change['type']> = FieldsProps & {
  readonly change: Extract<Change, { type: T }> | null
}

export function TaxField({ page, change, faults, fill }: OfKind<'tax-rate'>) {
  return (
    <Field
      label="Skattesatsen ändras med"
      unit="öre"
      name="ore"
      className="amount"
      help={`Plus är högre skatt, från ${page.years[0]?.year} och framåt.`}
      defaultValue={fill('ore', change ? String(change.ore).replace('-', '\u2212') : '')}
      fault={faults.ore}
      autoComplete="off"
    />
  )
}

/** The target: one for all years, one for each, or an average. The style sheet shows the fields of what is chosen. */
export function TargetFields({ page, change, faults, fill }: OfKind<'result-target'>) {
  const saved = change?.average ? 'average' : change?.perYear ? 'years' : 'all'
  return (
    <div className="by-choice">
      <SelectField label="Gäller" name="span" defaultValue={fill('span', saved)}>
        <option value="all">Samma mål alla år</option>
        <option value="years">Ett mål för varje år</option>
        <option value="average">Genomsnitt över åren</option>
      </SelectField>
      <div data-when="all average">
        <Field
          label="Resultatmål"
          unit="%"
          name="target"
          className="amount"
          help="Andel av skatt och bidrag. Till exempel 2,3."
          defaultValue={fill('target', change ? formatPercent(change.target) : '')}
          fault={faults.target}
          autoComplete="off"
        />
      </div>
      <fieldset className="amounts" data-when="years">
        <legend>Resultatmål varje år</legend>
        <p className="help">Andel av skatt och bidrag. Till exempel 2,3.</p>
        <div className="fields">
          {page.years.map(({ year }, at) => (
            <Field
              key={year}
              label={year}
              unit="%"
              name={`target${at}`}
              className="amount"
              defaultValue={fill(
                `target${at}`,
                change ? formatPercent(change.perYear?.[at] ?? change.target) : '',
              )}
              fault={faults[`target${at}`]}
              autoComplete="off"
            />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

/** Points or a requirement for each plan year, on all boards or chosen ones. */
export function IndexationFields({ page, change, faults, fill }: OfKind<'indexation'>) {
  return (
    <div className="by-choice">
      <SelectField
        label="Sort"
        name="basis"
        defaultValue={fill('basis', change?.basis ?? 'points')}
      >
        <option value="points">Procentenheter utöver PKV, plus ger mer</option>
        <option value="efficiency">Effektiviseringskrav i procent, plus ger mindre</option>
      </SelectField>
      <fieldset className="amounts">
        <legend>Varje år</legend>
        <p className="help">
          Uppräkningen går från året före, så {page.years[0]?.year} har ingen. Den gäller hela
          ramen, också det som vi lägger till.
        </p>
        <div className="fields">
          {page.years.map(({ year }, at) =>
            at === 0 ? null : (
              <Field
                key={year}
                label={year}
                unit="%"
                name={`percent${at}`}
                className="amount"
                defaultValue={fill(`percent${at}`, percentText(change?.percent[at]))}
                fault={faults[`percent${at}`]}
                autoComplete="off"
              />
            ),
          )}
        </div>
      </fieldset>
      <SelectField
        label="Nämnder"
        name="scope"
        defaultValue={fill('scope', change?.boards.length ? 'chosen' : 'all')}
        fault={faults.scope}
      >
        <option value="all">Alla</option>
        <option value="chosen">Valda</option>
      </SelectField>
      <fieldset className="ticks" data-when="chosen">
        <legend className="sr">Nämnder som uppräkningen gäller</legend>
        {page.statement.boards.map(({ id, name }, row) => (
          <label key={`${row} ${id}`}>
            <input
              type="checkbox"
              name={`on.${id}`}
              value="1"
              defaultChecked={fill(`on.${id}`, change?.boards.includes(id) ? '1' : '') === '1'}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
