import { Form, Link, useFetcher, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import type { Outcome } from '~/outcome'
import type { DraftSection } from '~/proposal/draft'
import { Button } from '~/ui/button'
import { ConfirmDialog } from '~/ui/dialog'
import { Field } from '~/ui/field'
import type { StandingWords } from './readiness'
import type { Stands } from './readiness-store.server'
import { StandingLine } from './standing-line'

/** A section in the list: how it stands, and how much there is of it. */
export type ListedSection = DraftSection & Stands & StandingWords

type Answer = Outcome<{ sectionId: string }>

/** The proposal's sections in order, and what one may do with them. */
export function SectionList({
  sections,
  memberId,
  editable,
}: {
  sections: readonly ListedSection[]
  memberId: string
  editable: boolean
}) {
  return (
    <ol className="section-list">
      {sections.map((section, at) => (
        <li key={section.id}>
          {editable ? (
            <SectionRow section={section} at={at} last={sections.length - 1} />
          ) : (
            <Link to={section.id}>{section.title}</Link>
          )}
          <StandingLine section={section} memberId={memberId} />
        </li>
      ))}
    </ol>
  )
}

function SectionRow({ section, at, last }: { section: ListedSection; at: number; last: number }) {
  const [asking, setAsking] = useState(false)
  const fetcher = useFetcher<Answer>()
  const { id, title, revision } = section
  const send = (fields: Record<string, string | number>) =>
    fetcher.submit({ id, revision, ...fields }, { method: 'post' })
  return (
    <>
      <div className="section-row">
        <Link to={id}>{title}</Link>
        <span className="acts">
          <RenameSection section={section} />
          <Button
            kind="plain"
            small
            disabled={at === 0}
            aria-label={`Flytta upp ${title}`}
            onClick={() => send({ intent: 'move', to: at - 1 })}
          >
            Flytta upp
          </Button>
          <Button
            kind="plain"
            small
            disabled={at === last}
            aria-label={`Flytta ner ${title}`}
            onClick={() => send({ intent: 'move', to: at + 1 })}
          >
            Flytta ner
          </Button>
          <Button
            kind="plain"
            small
            aria-label={`Ta bort ${title}`}
            onClick={() => setAsking(true)}
          >
            Ta bort
          </Button>
        </span>
      </div>
      <Refusal answer={fetcher.data} />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Ta bort ”${title}”?`}
        confirm="Ta bort avsnittet"
        onConfirm={() => {
          setAsking(false)
          send({ intent: 'remove' })
        }}
      >
        Avsnittet lämnar förslaget för alla och läggs i papperskorgen, med sin text och sina
        kommentarer. Därifrån går det att lägga tillbaka. Frysta versioner behåller det.
      </ConfirmDialog>
    </>
  )
}

/** A button that becomes a field: the new title shows for everybody as soon as it is saved. */
export function RenameSection({
  section: { id, title, revision },
  action,
}: {
  section: Pick<DraftSection, 'id' | 'title' | 'revision'>
  /** The address of the list of sections, where it is not the page itself. */
  action?: string
}) {
  const [editing, setEditing] = useState(false)
  const fetcher = useFetcher<Answer>()
  if (!editing)
    return (
      <>
        <Button
          kind="plain"
          small
          aria-label={`Byt namn på ${title}`}
          onClick={() => setEditing(true)}
        >
          Byt namn
        </Button>
        <Refusal answer={fetcher.data} />
      </>
    )
  return (
    <fetcher.Form
      method="post"
      {...(action && { action })}
      className="rename"
      onSubmit={() => setEditing(false)}
    >
      <input type="hidden" name="intent" value="rename" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <input
        className="input"
        name="title"
        aria-label="Avsnittets rubrik"
        defaultValue={title}
        maxLength={200}
        required
        ref={selectOnce}
        onKeyDown={event => event.key === 'Escape' && setEditing(false)}
      />
      <Button type="submit" small>
        Spara
      </Button>
      <Button kind="plain" small onClick={() => setEditing(false)}>
        Avbryt
      </Button>
    </fetcher.Form>
  )
}

const selectOnce = (element: HTMLInputElement | null) => {
  if (element && document.activeElement !== element) element.select()
}

export function AddSection({ fault }: { fault: string | undefined }) {
  const busy = useNavigation().state !== 'idle'
  return (
    <Form method="post" className="add-section">
      <input type="hidden" name="intent" value="add" />
      <Field label="Nytt avsnitt" name="title" maxLength={200} required fault={fault} />
      <Button type="submit" busy={busy}>
        Lägg till avsnitt
      </Button>
    </Form>
  )
}

function Refusal({ answer }: { answer: Answer | undefined }) {
  if (!answer || answer.ok) return null
  return (
    <p role="alert" className="error">
      {answer.fault.message}
    </p>
  )
}
