import { Form, Link } from '@remix-run/react'
import type { Framework } from '~/budget/framework'
import { sum } from '~/budget/money'
import { formatIn } from '~/budget/table-unit'
import { Button } from '~/ui/button'
import { FormFault } from '~/ui/message'
import type { Choices } from './choices'
import type { ImportPreview } from './import-preview'
import { ParticularFields } from './particular-fields'
import { PrintedComparison } from './printed-comparison'
import type { Suspect } from './suspect'

type Props = {
  uploadId: string
  preview: ImportPreview
  choices: Pick<Choices, 'readings' | 'unit'>
  /** The base that it is laid beside, and what the two do not share; null where it begins a proposal. */
  edition: { readonly base: string; readonly apart: readonly string[] } | null
  faults: Readonly<Record<string, string>>
  busy: boolean
}

/** Step 3: what was read, each printed total beside the computed one, what no table says, and the names. */
export function PreviewForm({ uploadId, preview, choices, edition, faults, busy }: Props) {
  const { framework } = preview
  return (
    <Form method="post" className="form wide-form" replace>
      {Object.keys(faults).length > 0 && (
        <FormFault title={edition ? 'Ramen är inte inläst.' : 'Förslaget är inte skapat.'}>
          {Object.values(faults)[0]}
        </FormFault>
      )}
      {!framework && <InTheWay uploadId={uploadId} faults={preview.faults} />}
      {framework && (
        <>
          <section aria-labelledby="h-summor">
            <h2 id="h-summor">Tryckta summor</h2>
            <PrintedComparison totals={preview.totals} unit={framework.unit} />
            <Suspects suspects={preview.suspects} />
            <Readings readings={choices.readings} />
          </section>
          <section aria-labelledby="h-ramar">
            <h2 id="h-ramar">Nämndernas ramar, {framework.unit}</h2>
            <Frames framework={framework} />
          </section>
        </>
      )}
      {edition && <Apart edition={edition} />}
      <Notes notes={preview.notes} />
      <ParticularFields {...{ preview, edition, faults }} />
      <div className="row-end">
        <Button
          type="submit"
          kind="primary"
          name="intent"
          value="create"
          busy={busy}
          disabled={!framework}
        >
          {edition ? 'Lägg bredvid den gamla ramen' : 'Skapa förslaget'}
        </Button>
        <Button type="submit" name="intent" value="save">
          Spara och räkna om
        </Button>
      </div>
    </Form>
  )
}

const shownFaults = 30

function InTheWay({ uploadId, faults }: { uploadId: string; faults: readonly string[] }) {
  return (
    <section role="alert" aria-labelledby="h-hinder">
      <h2 id="h-hinder">
        {faults.length === 1
          ? 'En sak hindrar inläsningen'
          : `${faults.length} saker hindrar inläsningen`}
      </h2>
      <ul className="plain-list">
        {faults.slice(0, shownFaults).map(fault => (
          <li key={fault}>{fault}</li>
        ))}
        {faults.length > shownFaults && <li>och {faults.length - shownFaults} till.</li>}
      </ul>
      <p>
        Rätta i filen och läs in den igen, eller ändra valen under{' '}
        <Link to={`/imports/${uploadId}/rows`}>Rader</Link>.
      </p>
    </section>
  )
}

function Apart({ edition: { base, apart } }: { edition: NonNullable<Props['edition']> }) {
  if (apart.length === 0) return null
  return (
    <section aria-labelledby="h-skiljer">
      <h2 id="h-skiljer">Det här skiljer från {base}</h2>
      <ul className="plain-list">
        {apart.map(note => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  )
}

function Suspects({ suspects }: { suspects: readonly Suspect[] }) {
  return suspects.map(({ place, text, note, rest }, i) => (
    <p key={place} className="warn-line">
      <b>{place}</b> kan vara not {note} och {rest} som skrivits ihop till {text}: utan noten
      stämmer summan.{' '}
      <button type="submit" className="btn small" name="intent" value={`read ${i}`}>
        Läs {place} som {rest}
      </button>
    </p>
  ))
}

function Readings({ readings }: { readings: Choices['readings'] }) {
  return Object.entries(readings).map(([place, rest]) => (
    <p key={place} className="second">
      {place} läses som {rest}.{' '}
      <button type="submit" className="btn small" name="intent" value={`unread ${place}`}>
        Läs {place} som den står
      </button>
    </p>
  ))
}

function Frames({ framework: { boards, years, unit } }: { framework: Framework }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled also with the keyboard
    <div className="typed" role="region" aria-label="Nämndernas ramar, tabell" tabIndex={0}>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">Nämnd</th>
            {years.map(({ year }) => (
              <th key={year} scope="col" className="r">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {boards.map(({ id, name, frames }) => (
            <tr key={id}>
              <th scope="row">
                {id}, {name}
              </th>
              {years.map(({ year }, i) => (
                <td key={year} className="num">
                  {formatIn(unit, frames[i] ?? sum([]))}
                </td>
              ))}
            </tr>
          ))}
          <tr className="total">
            <th scope="row">Summa</th>
            {years.map(({ year }, i) => (
              <td key={year} className="num">
                {formatIn(unit, sum(boards.flatMap(({ frames }) => frames[i] ?? [])))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <details>
      <summary>
        {notes.length === 1
          ? 'En cell lästes på annat sätt än den står'
          : `${notes.length} saker att känna till om hur filen lästes`}
      </summary>
      <ul className="plain-list">
        {notes.map(note => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  )
}
