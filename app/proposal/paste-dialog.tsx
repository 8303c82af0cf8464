import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { TableUnit } from '~/budget/framework'
import { formatSignedExactIn } from '~/budget/table-unit'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'
import type { FiguresAnswer, PasteClash, PastePreview } from './figures-answer'
import type { PasteChange } from './paste-plan'
import type { Refused } from './paste-block'

/** A block on its way into the table, with its corner on a cell. */
export type PasteAsked = { readonly text: string; readonly row: number; readonly at: number }

/** What a pasted block would change and what was not understood of it. Nothing is stored before the member says so. */
export function PasteDialog({
  asked,
  unit,
  action,
  withSuggested,
  onClose,
}: {
  asked: PasteAsked
  unit: TableUnit
  action: string
  withSuggested: boolean
  /** How many amendments were saved; null where the member changed their mind. */
  onClose: (saved: number | null) => void
}) {
  const fetcher = useFetcher<FiguresAnswer>()
  const { data, state } = fetcher
  const fields = { ...asked, withSuggested: withSuggested ? 'yes' : 'no' }
  const look = () => fetcher.submit({ intent: 'preview', ...fields }, { method: 'post', action })
  const first = useRef(look)
  useEffect(() => {
    first.current()
  }, [])
  const saved = data?.type === 'saved' && state === 'idle' ? data.numbers.length : null
  useEffect(() => {
    if (saved !== null) onClose(saved)
  }, [saved, onClose])

  return (
    <Dialog open onClose={() => onClose(null)} title="Klistra in belopp">
      <div className="paste">
        {data?.type === 'preview' && <Preview preview={data.preview} unit={unit} />}
        {data?.type === 'refused' && (
          <>
            <p className="fault error" role="alert">
              {data.message}
            </p>
            {data.clashes.length > 0 && <Clashes clashes={data.clashes} unit={unit} />}
          </>
        )}
        {!data && <p role="status">Läser det som klistrades in …</p>}
      </div>
      <div className="acts">
        {data?.type === 'preview' && data.preview.changes.length > 0 && (
          <Button
            kind="primary"
            busy={state !== 'idle'}
            onClick={() => {
              if (state !== 'idle') return
              const seen = JSON.stringify(data.preview.seen)
              fetcher.submit({ intent: 'paste', ...fields, seen }, { method: 'post', action })
            }}
          >
            {state === 'idle' ? saveText(data.preview) : 'Sparar …'}
          </Button>
        )}
        {data?.type === 'refused' && <Button onClick={look}>Visa på nytt vad som ändras</Button>}
        <Button onClick={() => onClose(null)}>Avbryt</Button>
      </div>
    </Dialog>
  )
}

const saveText = ({ changes, suggests }: PastePreview) => {
  const count = changes.filter(({ follows }) => !follows).length
  const what = count === 1 ? 'Spara 1 belopp' : `Spara ${count} belopp`
  return suggests ? `${what} som förslag` : what
}

function Preview({
  preview: { changes, refused, suggests },
  unit,
}: {
  preview: PastePreview
  unit: TableUnit
}) {
  return (
    <>
      {changes.length > 0 ? (
        <Changes changes={changes} unit={unit} />
      ) : (
        <p>Inget belopp ändras av det som klistrades in.</p>
      )}
      {suggests && (
        <p className="second">
          Beloppen sparas som förslag. Summorna ändras när gruppledaren har antagit dem.
        </p>
      )}
      {refused.length > 0 && <NotUnderstood refused={refused} />}
    </>
  )
}

function Changes({ changes, unit }: { changes: readonly PasteChange[]; unit: TableUnit }) {
  return (
    <table className="t">
      <caption>Det här ändras, {unit}</caption>
      <thead>
        <tr>
          <th scope="col">Nämnd</th>
          <th scope="col" className="r">
            År
          </th>
          <th scope="col" className="r">
            Före
          </th>
          <th scope="col" className="r">
            Efter
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ board, name, year, before, after, follows }) => (
          <tr key={`${board} ${year}`}>
            <th scope="row">
              {name} {follows && <span className="second">följer med</span>}
            </th>
            <td className="num">{year}</td>
            <td className="num">{formatSignedExactIn(unit, before)}</td>
            <td className="num">
              <b>{formatSignedExactIn(unit, after)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NotUnderstood({ refused }: { refused: readonly Refused[] }) {
  return (
    <table className="t">
      <caption>Det här gick inte att läsa och ändrar inget</caption>
      <thead>
        <tr>
          <th scope="col">Cell</th>
          <th scope="col">Text</th>
          <th scope="col">Varför</th>
        </tr>
      </thead>
      <tbody>
        {refused.map(({ place, text, reason }) => (
          <tr key={place}>
            <th scope="row">{place}</th>
            <td className="text">{text.slice(0, 60)}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Clashes({ clashes, unit }: { clashes: readonly PasteClash[]; unit: TableUnit }) {
  return (
    <table className="t">
      <caption>Två värden, {unit}</caption>
      <thead>
        <tr>
          <th scope="col">Nämnd</th>
          <th scope="col" className="r">
            År
          </th>
          <th scope="col" className="r">
            Sparat nu
          </th>
          <th scope="col" className="r">
            Ditt
          </th>
        </tr>
      </thead>
      <tbody>
        {clashes.map(({ name, year, saved, ours, by }) => (
          <tr key={`${name} ${year}`}>
            <th scope="row">
              {name} {by && <span className="second">sparad av {by}</span>}
            </th>
            <td className="num">{year}</td>
            <td className="num">{formatSignedExactIn(unit, saved)}</td>
            <td className="num">{formatSignedExactIn(unit, ours)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
