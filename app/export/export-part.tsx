import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { Button } from '~/ui/button'
import { FormFault } from '~/ui/message'

/** How the making of one file stands. */
export type PartState =
  | { readonly type: 'none' }
  | { readonly type: 'running'; readonly step: string; readonly percent: number }
  | { readonly type: 'done'; readonly pages: number; readonly kilobytes: number }
  | { readonly type: 'failed'; readonly reason: string }

type Props = { part: 'document' | 'annex'; title: string; about: string; state: PartState }

/** One file of a version: made when asked for, with the steps in sight, then there to be fetched. */
export function ExportPart({ part, title, about, state }: Props) {
  useProgress(state.type === 'running')
  return (
    <li>
      <h2>{title}</h2>
      <p className="second">{about}</p>
      {state.type === 'failed' && (
        <FormFault title="Filen blev inte till.">{state.reason}</FormFault>
      )}
      {state.type === 'running' && <Running {...state} />}
      {state.type === 'done' && (
        <p className="acts">
          <a className="btn primary" href={`files/${part}.pdf`} download>
            Ladda ner PDF
          </a>
          <span className="second">
            {state.pages} {state.pages === 1 ? 'sida' : 'sidor'}, {state.kilobytes} kB
          </span>
        </p>
      )}
      {(state.type === 'none' || state.type === 'failed') && (
        <Form method="post" className="acts">
          <input type="hidden" name="part" value={part} />
          <Button type="submit" aria-label={`Skapa PDF: ${title}`}>
            Skapa PDF
          </Button>
        </Form>
      )}
    </li>
  )
}

function Running({ step, percent }: { step: string; percent: number }) {
  return (
    <div className="acts">
      <progress max={100} value={percent} aria-label="Exporten" />
      <output className="second">
        {step}, {percent} procent
      </output>
      <noscript>
        <form>
          <button className="btn" type="submit">
            Visa hur långt den har kommit
          </button>
        </form>
      </noscript>
    </div>
  )
}

/** While the exporter works the page asks how far it has come. */
function useProgress(running: boolean): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!running || state !== 'idle') return
    const timer = setTimeout(revalidate, 300)
    return () => clearTimeout(timer)
  }, [running, state, revalidate])
}
