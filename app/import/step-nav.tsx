import { Form, Link, NavLink } from '@remix-run/react'

const steps = [
  { path: '', label: 'Kolumner' },
  { path: '/rows', label: 'Rader' },
  { path: '/preview', label: 'Kontroll och namn' },
]

/** Where in the import the member is. Each step is an address: going back loses nothing. */
export function StepNav({
  uploadId,
  files,
  forProposal,
}: {
  uploadId: string
  files: readonly string[]
  /** The proposal that the file is a newer edition for; null where it begins a proposal. */
  forProposal: string | null
}) {
  return (
    <>
      <div className="title">
        <h1>{forProposal === null ? 'Läs in budgetram' : 'Läs in ny utgåva'}</h1>
        <p className="basis">
          {files.join(', ')}.{' '}
          {forProposal === null ? (
            'Ingenting sparas i ett förslag förrän i sista steget.'
          ) : (
            <>
              Ingenting ändras i <Link to={`/proposals/${forProposal}/rebase`}>förslaget</Link>{' '}
              förrän ni har gått igenom vad den nya ramen gör med varje ändring.
            </>
          )}
        </p>
      </div>
      <nav aria-label="Steg i inläsningen">
        <ol className="steps">
          {steps.map(({ path, label }, i) => (
            <li key={path}>
              <NavLink to={`/imports/${uploadId}${path}`} end>
                {i + 1}. {label}
              </NavLink>
            </li>
          ))}
        </ol>
      </nav>
    </>
  )
}

/** Ends the import without a framework. It is a form of its own, after the step's. */
export function DropImport() {
  return (
    <Form method="post">
      <button type="submit" className="btn plain" name="intent" value="drop">
        Avbryt och ta bort filen
      </button>
    </Form>
  )
}
