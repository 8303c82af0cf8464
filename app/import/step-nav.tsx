import { Form, NavLink } from '@remix-run/react'

const steps = [
  { path: '', label: 'Kolumner' },
  { path: '/rows', label: 'Rader' },
  { path: '/preview', label: 'Kontroll och namn' },
]

/** Where in the import the member is. Each step is an address: going back loses nothing. */
export function StepNav({ uploadId, files }: { uploadId: string; files: readonly string[] }) {
  return (
    <>
      <div className="title">
        <h1>Läs in budgetram</h1>
        <p className="basis">
          {files.join(', ')}. Ingenting sparas i ett förslag förrän i sista steget.
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

/** Ends the import without a proposal. It is a form of its own, after the step's. */
export function DropImport() {
  return (
    <Form method="post">
      <button type="submit" className="btn plain" name="intent" value="drop">
        Avbryt och ta bort filen
      </button>
    </Form>
  )
}
