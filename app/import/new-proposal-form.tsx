import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import { longestProposalTitle } from '~/proposal/bounds'
import { Button } from '~/ui/button'
import { Field, FieldFrame } from '~/ui/field'
import { FormFault } from '~/ui/message'
import { Radios } from '~/ui/radios'
import { FrameworkTables } from './framework-tables'
import { unitOf } from './framework-form'
import type { NewProposalDraft } from './new-proposal.server'
import { uploadLimits } from './sheet'
import { PrintedComparison } from './printed-comparison'

type Way = 'file' | 'table'
type Props = { draft: NewProposalDraft | null; refusal: string | null; busy: boolean }

/** A proposal's beginning: its name and its base framework, from a file or typed, compared before anything is stored. */
export function NewProposalForm({ draft, refusal, busy }: Props) {
  const typed = draft?.typed ?? {}
  const faults = draft?.faults ?? {}
  const [way, setWay] = useState<Way>(typed.way === 'table' ? 'table' : 'file')
  const compared = draft?.compared ?? null
  return (
    <>
      <div className="title">
        <h1>Nytt förslag</h1>
        <p className="basis">
          Förslaget börjar tomt, med grundens siffror. Sedan skriver gruppen sina ändringar mot den.
        </p>
      </div>
      {refusal && <FormFault title="Inget är sparat.">{refusal}</FormFault>}
      {Object.keys(faults).length > 0 && (
        <FormFault title="Inget är sparat än.">
          {faults.form ?? faults.file ?? 'Rätta fälten som är märkta nedan.'}
        </FormFault>
      )}
      <Form method="post" encType="multipart/form-data" className="form" replace>
        <Field
          label="Förslagets namn"
          name="title"
          defaultValue={typed.title ?? ''}
          fault={faults.title}
          maxLength={longestProposalTitle}
          help="Som det ska stå på dokumentet."
        />
        <WayChoice way={way} choose={setWay} />
        {way === 'file' ? (
          <FileFields draft={draft} />
        ) : (
          <TableFields typed={typed} faults={faults} />
        )}
        {compared && (
          <section aria-labelledby="h-jamfor">
            <h2 id="h-jamfor">Tryckta summor</h2>
            <PrintedComparison totals={compared.totals} unit={compared.unit} />
          </section>
        )}
        <div className="row-end">
          <Button type="submit" name="intent" value="compare" busy={busy}>
            {way === 'file' ? 'Läs in och jämför' : 'Räkna och jämför'}
          </Button>
          <Button type="submit" name="intent" value="create" kind="primary" disabled={!compared}>
            Skapa förslaget
          </Button>
          <Link className="btn plain" to="/proposals">
            Avbryt
          </Link>
          {!compared && (
            <span className="second">Förslaget kan skapas när grunden är läst och jämförd.</span>
          )}
        </div>
      </Form>
    </>
  )
}

function WayChoice({ way, choose }: { way: Way; choose: (way: Way) => void }) {
  const option = (value: Way, label: string) => (
    <label key={value} className="choice">
      <input
        type="radio"
        name="way"
        value={value}
        checked={way === value}
        onChange={() => choose(value)}
      />{' '}
      {label}
    </label>
  )
  return (
    <fieldset>
      <legend>Budgetramen</legend>
      <div className="row-end">
        {[option('file', 'Läs in en fil'), option('table', 'Skriv in i tabeller')]}
      </div>
    </fieldset>
  )
}

function FileFields({ draft }: { draft: NewProposalDraft | null }) {
  return (
    <>
      <FieldFrame
        id="upload"
        label="Fil med budgetramen"
        help={
          draft?.file
            ? 'En fil är inläst. Välj en annan för att byta.'
            : 'Excel (.xlsx), CSV eller JSON, högst 5 MB. Du ser allt innan något sparas.'
        }
        fault={draft?.faults.file}
      >
        <input
          className="input"
          type="file"
          id="upload"
          name="upload"
          accept=".xlsx,.csv,.tsv,.txt,.json"
          multiple
          onChange={refuseLarge}
          aria-describedby={draft?.faults.file ? 'upload-fault' : 'upload-help'}
        />
      </FieldFrame>
      {draft?.file && <textarea name="file" hidden readOnly value={draft.file} />}
      <p className="second">
        Ur Excel och CSV väljer du i nästa steg vilka kolumner och rader som är vad. CSV i lång
        form, med rubrikerna <code>board,year,previous,indexation,volume,adjustment,frame</code> och{' '}
        <code>line,year,amount</code>, känns igen. JSON-formatet är öppet:{' '}
        <a href="/schemas/framework.schema.json">beskrivning (JSON Schema)</a>.
      </p>
    </>
  )
}

/** Said at once: the server would refuse the whole form. */
function refuseLarge({ currentTarget }: React.ChangeEvent<HTMLInputElement>) {
  const size = [...(currentTarget.files ?? [])].reduce((total, file) => total + file.size, 0)
  currentTarget.setCustomValidity(
    size > uploadLimits.bytes
      ? 'Filen är större än 5 MB. Spara bara bladet med budgetramen och välj det.'
      : '',
  )
  currentTarget.reportValidity()
}

function TableFields({ typed, faults }: Pick<NewProposalDraft, 'typed' | 'faults'>) {
  const field = (name: string) => ({ name, defaultValue: typed[name] ?? '', fault: faults[name] })
  return (
    <>
      <div className="fields">
        <Field label="Budgetramens namn" {...field('name')} help="Som Ramverk juni 2026." />
        <Field label="Kommun" {...field('municipality')} />
        <Field label="Kommunkod" {...field('municipalityId')} inputMode="numeric" />
        <Field label="Budgetår" {...field('year')} inputMode="numeric" />
      </div>
      <div className="fields">
        <Field label="Skattesats" {...field('rate')} help="Som 21,36 eller 21:36." />
        <Field label="Resultatmål, procent" {...field('target')} help="Tomt om det saknas." />
        <Field label="Källa" {...field('source')} help="Var siffrorna är hämtade." />
      </div>
      <p>
        <label>
          <input type="checkbox" name="constructed" defaultChecked={typed.constructed === 'on'} />{' '}
          Konstruerad ram: siffrorna är ett exempel, och det skrivs ut överallt
        </label>
      </p>
      <Radios
        legend="Beloppen i tabellerna skrivs i"
        name="unit"
        chosen={unitOf(typed)}
        options={[
          ['tkr', 'tusental kronor (tkr)'],
          ['mnkr', 'miljoner kronor (mnkr)'],
        ]}
      />
      <FrameworkTables typed={typed} faults={faults} />
    </>
  )
}
