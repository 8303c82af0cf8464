import type { ReactNode } from 'react'

/** A page in the place of the one that could not be shown: what happened, what is safe, and where to go. */
export function FailurePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <header className="head">
        <a className="brand" href="/" aria-label="Skuggbudget, till förslagen">
          Skuggbudget
        </a>
      </header>
      <main className="main" id="innehall">
        <div className="empty">
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </>
  )
}
