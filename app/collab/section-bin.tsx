import { Link, useFetcher } from '@remix-run/react'
import type { Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import { BannerLine } from '~/ui/message'
import { removalText, type BinnedSection } from './binned-section'

/** The sections that were removed, each with who did it and the way back. Nothing where there are none. */
export function SectionBin({
  sections,
  editable,
}: {
  sections: readonly BinnedSection[]
  editable: boolean
}) {
  if (sections.length === 0) return null
  return (
    <section aria-labelledby="papperskorgen" className="section-bin">
      <h2 id="papperskorgen">Papperskorgen</h2>
      <p className="second">
        Det som ligger här är inte med i förslaget. Text och kommentarer finns kvar.
      </p>
      <ul>
        {sections.map(section => (
          <li key={section.id} className="section-row">
            <Link to={section.id}>{section.title}</Link>
            <span className="second">{removalText(section)}</span>
            {editable && <ReturnSection section={section} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** On the page of a section that lies in the bin: since when, by whom, and the way back. */
export function BinnedLine({
  section,
  editable,
  action,
}: {
  section: BinnedSection
  editable: boolean
  /** The address of the list of sections. */
  action: string
}) {
  return (
    <BannerLine
      mood="warn"
      title="Avsnittet ligger i papperskorgen."
      actions={editable && <ReturnSection section={section} action={action} />}
    >
      {removalText(section)}. Det är inte med i förslaget, men text och kommentarer finns kvar.
    </BannerLine>
  )
}

function ReturnSection({
  section: { id, title, revision },
  action,
}: {
  section: BinnedSection
  action?: string
}) {
  const fetcher = useFetcher<Outcome<unknown>>()
  const answer = fetcher.data
  return (
    <fetcher.Form method="post" {...(action && { action })} className="acts">
      <input type="hidden" name="intent" value="return" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <Button
        type="submit"
        small
        busy={fetcher.state !== 'idle'}
        aria-label={`Lägg tillbaka ${title}`}
      >
        Lägg tillbaka
      </Button>
      {answer && !answer.ok && (
        <span role="alert" className="error">
          {answer.fault.message}
        </span>
      )}
    </fetcher.Form>
  )
}
