import type { Framework } from '~/budget/framework'
import { Field } from '~/ui/field'
import type { AskedLine } from './asked-lines'
import { LineRow, TypedTable } from './framework-tables'
import type { ImportPreview } from './import-preview'

type Props = {
  preview: ImportPreview
  /** Null where the framework begins a proposal, which then gets its name here. */
  edition: { readonly base: string } | null
  faults: Readonly<Record<string, string>>
}

/** What no table says: names, rates, and the lines that have no row. */
export function ParticularFields({
  preview: { framework, years, answered, asked, typed },
  edition,
  faults,
}: Props) {
  const field = (name: string) => ({
    name,
    defaultValue: typed[name] ?? '',
    fault: faults[name],
  })
  return (
    <>
      <h2>Det som tabellerna inte säger</h2>
      <div className="fields">
        {!edition && (
          <Field
            label="Förslagets namn"
            {...field('title')}
            help="Som det ska stå på dokumentet."
          />
        )}
        <Field
          label="Budgetramens namn"
          {...field('name')}
          help={edition ? 'Som Kommunstyrelsens förslag oktober 2026.' : 'Som Ramverk juni 2026.'}
        />
        <Field label="Källa" {...field('source')} help="Var siffrorna är hämtade." />
      </div>
      <div className="fields">
        {!answered.includes('rate') && (
          <Field label="Skattesats" {...field('rate')} help="Som 21,36 eller 21:36." />
        )}
        {!answered.includes('target') && (
          <Field label="Resultatmål, procent" {...field('target')} help="Tomt om det saknas." />
        )}
        {!answered.includes('pkv') &&
          years.map((year, i) => (
            <Field
              key={year}
              label={`Uppräkning ${year}, procent`}
              {...field(`pkv.${i}`)}
              help="Tomt räknas som 0."
            />
          ))}
      </div>
      {framework && <AskedLines lines={asked} {...{ framework, edition, typed, faults }} />}
      <p>
        <label>
          <input type="checkbox" name="constructed" defaultChecked={typed.constructed === 'on'} />{' '}
          Konstruerad ram: siffrorna är ett exempel, och det skrivs ut överallt
        </label>
      </p>
    </>
  )
}

/** The lines that the tables do not have, each typed here: none is taken for 0 without a word. */
function AskedLines({
  lines,
  framework: { unit, years },
  edition,
  typed,
  faults,
}: {
  lines: readonly AskedLine[]
  framework: Framework
  typed: ImportPreview['typed']
} & Pick<Props, 'edition' | 'faults'>) {
  if (lines.length === 0) return null
  const needed = lines.filter(line => line.needed).length
  const table = (shown: readonly AskedLine[], title: string, note: string) =>
    shown.length > 0 && (
      <TypedTable title={title} note={note} head={['Rad', ...years.map(({ year }) => `${year}`)]}>
        {shown.map(({ field, label }) => (
          <LineRow
            key={field}
            typed={typed}
            faults={faults}
            field={field}
            label={label}
            years={years.map(({ year }) => `${year}`)}
          />
        ))}
      </TypedTable>
    )
  return (
    <>
      {table(
        lines.filter(line => line.needed),
        `Saknas i tabellerna, ${unit}`,
        edition
          ? `Beloppen står som i ${edition.base}. Ändra det som är nytt.`
          : 'Utan det här går resultatet inte att räkna. Skriv ett belopp för varje år; de kan rättas senare.',
      )}
      {table(
        lines.filter(line => !line.needed),
        needed > 0 ? `Saknas också, ${unit}` : `Saknas i tabellerna, ${unit}`,
        'En rad som lämnas tom räknas som 0.',
      )}
    </>
  )
}
