import { useFetcher } from '@remix-run/react'
import { useId } from 'react'
import type { Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import {
  hasLapsed,
  readinessSteps,
  standingName,
  standingText,
  stepName,
  stepsFrom,
  type Standing,
  type StandingWords,
} from './readiness'
import { SectionPresence } from './section-presence'
import { wordCount } from './standing-line'

type Props = {
  readonly memberId: string
  readonly section: { readonly id: string }
  readonly standing: Standing
  /** What stands in the text now. */
  readonly words: StandingWords
  readonly responsibleId: string | null
  readonly responsibleName: string | null
  /** The members that may be set as responsible. */
  readonly candidates: readonly { readonly id: string; readonly name: string }[]
  readonly canWrite: boolean
  readonly canApprove: boolean
  readonly canArrange: boolean
  /** The address of the list of sections. */
  readonly action: string
}

/** How far the section has come and who answers for it, with what the reader may say of it. */
export function SectionStanding(props: Props) {
  const { section, standing, words, canWrite, canApprove, action } = props
  const fetcher = useFetcher<Outcome<unknown>>()
  const may = { 'write-text': canWrite, 'approve-text': canApprove }
  const steps = stepsFrom(standing, words.hash).filter(step => may[readinessSteps[step].action])
  const said = standingText(standing, words.hash)
  const sent = fetcher.data
  return (
    <section className="standing" aria-label="Avsnittets läge">
      <p aria-live="polite">
        <b className={hasLapsed(standing, words.hash) ? 'lapsed' : standing.readiness}>
          {standingName(standing, words.hash)}
        </b>
        {said && <span className="second"> {said}</span>}
      </p>
      {steps.length > 0 && (
        <fetcher.Form method="post" action={action} className="acts">
          <input type="hidden" name="id" value={section.id} />
          <input type="hidden" name="from" value={standing.readiness} />
          <input type="hidden" name="seen" value={words.hash} />
          {steps.map(step => (
            <Button key={step} kind="plain" small type="submit" name="intent" value={step}>
              {stepName[step]}
            </Button>
          ))}
        </fetcher.Form>
      )}
      <Responsible {...props} />
      <SectionPresence sectionId={section.id} memberId={props.memberId} lead="I avsnittet nu" />
      <span className="second num">{wordCount(words.words)}</span>
      {sent && !sent.ok && (
        <p role="alert" className="error">
          {sent.fault.message}
        </p>
      )}
    </section>
  )
}

function Responsible({
  section,
  responsibleId,
  responsibleName,
  candidates,
  canArrange,
  action,
}: Props) {
  const fetcher = useFetcher<Outcome<unknown>>()
  const id = useId()
  if (!canArrange) return responsibleName && <span>Ansvarig: {responsibleName}</span>
  const gone = responsibleId !== null && !candidates.some(one => one.id === responsibleId)
  const choose = (memberId: string) =>
    fetcher.submit({ intent: 'responsible', id: section.id, memberId }, { method: 'post', action })
  return (
    <span className="responsible">
      <label htmlFor={id}>Ansvarig</label>
      <select
        id={id}
        className="input"
        value={responsibleId ?? ''}
        onChange={event => choose(event.currentTarget.value)}
      >
        <option value="">Ingen</option>
        {gone && <option value={responsibleId}>{responsibleName ?? 'En tidigare medlem'}</option>}
        {candidates.map(({ id: memberId, name }) => (
          <option key={memberId} value={memberId}>
            {name}
          </option>
        ))}
      </select>
      {fetcher.data && !fetcher.data.ok && (
        <span role="alert" className="error">
          {fetcher.data.fault.message}
        </span>
      )}
    </span>
  )
}
