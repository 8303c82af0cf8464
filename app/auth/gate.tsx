import type { ReactNode } from 'react'

/** The page of someone who is not signed in: the name, one form, and what the product promises. */
export function Gate({ children, foot }: { children: ReactNode; foot: ReactNode }) {
  return (
    <>
      <main className="gate" id="innehall">
        <div>
          <p>
            <span className="brand">Skuggbudget</span>
          </p>
          {children}
        </div>
        <aside aria-label="Om Skuggbudget">
          <p>
            <strong>Ett ställe för varje siffra.</strong> Text, tabell och att-sats hämtar den
            därifrån, när servern har räknat.
          </p>
          <p>
            <strong>Det som står som sparat är sparat.</strong> Tappar du nätet skriver du vidare,
            och inget försvinner.
          </p>
          <p>
            <strong>Utkasten är gruppens.</strong> De lämnar inte servern förrän ni själva
            exporterar.
          </p>
        </aside>
      </main>
      <footer className="foot">
        <span>{foot}</span>
      </footer>
    </>
  )
}
