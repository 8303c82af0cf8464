import { Form, useNavigation } from '@remix-run/react'
import { useRef, type RefObject } from 'react'
import type { Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { EmptyState, FormDone, FormFault } from '~/ui/message'
import type { FieldFound, SectionFound } from './find-page.server'
import type { WordsSought } from './find-words'
import { FoundPlaces, hits } from './found-places'
import type { Replaced } from './replace-words.server'

export type ReplaceAnswer = Outcome<Replaced>

type Props = {
  readonly sought: WordsSought
  readonly sections: readonly SectionFound[]
  readonly fields: readonly FieldFound[]
  /** Whether a leader decides what counts. */
  readonly led: boolean
  readonly total: number
  /** Whether there may be more than are shown. */
  readonly isFull: boolean
  readonly canWrite: boolean
  readonly canSuggest: boolean
  /** The proposal's own address, without a final slash. */
  readonly base: string
  readonly answer: ReplaceAnswer | undefined
}

/** Looks for words in all that the proposal says, and puts others in the place of those that are chosen. */
export function FindView(props: Props) {
  const { sought, total, isFull, answer } = props
  return (
    <>
      <SearchForm sought={sought} />
      {answer && <Answer answer={answer} />}
      {sought.q.trim() !== '' && (
        <p role="status" className="second found-count">
          {total === 0 ? 'Inga träffar.' : countText(total, isFull)}
        </p>
      )}
      {total > 0 ? <FoundForm key={JSON.stringify(sought)} {...props} /> : <Nothing {...props} />}
    </>
  )
}

const countText = (total: number, isFull: boolean) =>
  isFull ? `De första ${hits(total)}. Sök snävare för att se resten.` : `${hits(total)}.`

function SearchForm({ sought }: { sought: WordsSought }) {
  return (
    <Form method="get" className="find-form" role="search">
      <Field label="Sök i hela förslaget" name="q" defaultValue={sought.q} maxLength={200} />
      <Button type="submit">Sök</Button>
      <span className="find-ticks">
        <label>
          <input type="checkbox" name="case" defaultChecked={sought.case === 'on'} /> Skilj på stor
          och liten bokstav
        </label>
        <label>
          <input type="checkbox" name="whole" defaultChecked={sought.whole === 'on'} /> Bara hela
          ord
        </label>
      </span>
    </Form>
  )
}

function Nothing({ sought }: Props) {
  if (sought.q.trim() === '')
    return (
      <EmptyState title="Sök i hela förslaget">
        <p>Skriv ett ord eller några. Träffarna visas där de står, och kan bytas ut.</p>
      </EmptyState>
    )
  return (
    <p>
      Siffror ur budgeten och det som någon har föreslagit söks inte igenom: de ändras där de är.
    </p>
  )
}

function FoundForm(props: Props) {
  const form = useRef<HTMLFormElement>(null)
  return (
    <Form method="post" ref={form} className="found">
      {props.canSuggest && <ReplaceTools {...props} form={form} />}
      <FoundPlaces {...props} />
    </Form>
  )
}

function ReplaceTools({
  canWrite,
  answer,
  sought,
  form,
}: Props & { form: RefObject<HTMLFormElement | null> }) {
  const busy = useNavigation().state === 'submitting'
  const fault = putFault(answer)
  return (
    <div className="find-form">
      {sought.case === 'on' && <input type="hidden" name="case" value="on" />}
      <Field
        label="Ersätt med"
        name="put"
        maxLength={200}
        help={
          sought.case === 'on'
            ? `Lämna tomt för att ta bort ”${sought.q}”.`
            : `Små bokstäver följer det som ersätts: stor först där det stod så. Lämna tomt för att ta bort ”${sought.q}”.`
        }
        {...(fault && { fault })}
      />
      <div className="acts">
        {canWrite && (
          <Button type="submit" name="intent" value="replace" busy={busy}>
            Ersätt valda
          </Button>
        )}
        <Button type="submit" name="intent" value="suggest" busy={busy}>
          Föreslå valda
        </Button>
        <Button kind="plain" small onClick={() => tickAll(form.current, true)}>
          Välj alla
        </Button>
        <Button kind="plain" small onClick={() => tickAll(form.current, false)}>
          Välj inga
        </Button>
      </div>
    </div>
  )
}

function tickAll(form: HTMLFormElement | null, on: boolean) {
  for (const box of form?.querySelectorAll<HTMLInputElement>('input[name=hit]') ?? [])
    box.checked = on
}

/** What is wrong with the new words: it stands at their field. */
const putFault = (answer: ReplaceAnswer | undefined): string | null =>
  answer && !answer.ok && 'field' in answer.fault && answer.fault.field === 'put'
    ? answer.fault.message
    : null

function Answer({ answer }: { answer: ReplaceAnswer }) {
  if (!answer.ok)
    return putFault(answer) !== null ? null : (
      <FormFault title="Inget är ersatt.">{answer.fault.message}</FormFault>
    )
  const { intent, replaced, left, notSuggested, forLeader } = answer.value
  const count = hits(replaced)
  return (
    <>
      {replaced > 0 && (
        <FormDone>
          {intent === 'suggest'
            ? `${count} finns nu som ändringsförslag i sina avsnitt.`
            : `${count} ersatt${replaced === 1 ? '' : 'a'}. Hur det var står under Versioner.`}
        </FormDone>
      )}
      {forLeader.length > 0 && (
        <FormDone>
          {`Gruppledaren avgör de ändringar som är antagna. De nya orden ligger som förslag: ${forLeader.join(', ')}.`}
        </FormDone>
      )}
      {notSuggested > 0 && (
        <FormFault title="Allt gick inte att föreslå.">
          {`${hits(notSuggested)} utanför avsnittens text och fotnoter är orörd${notSuggested === 1 ? '' : 'a'}: där finns inga ändringsförslag.`}
        </FormFault>
      )}
      {left.length > 0 && (
        <FormFault title="Allt kunde inte ersättas.">
          Det här har ändrats sedan du sökte, och är orört: {left.map(leftText).join('; ')}. Sök
          igen för att se hur det lyder nu.
        </FormFault>
      )}
    </>
  )
}

const leftText = ({ words, title }: Replaced['left'][number]) =>
  `”${words}” i ${title ?? 'något som är borttaget'}`
