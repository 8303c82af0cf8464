import { useState } from 'react'
import { Button } from '~/ui/button'
import type { PlacedNote } from './footnote-acts'
import { FootnoteForm } from './footnote-form'

/** A footnote beside the text, to read and, for those who may, to change. */
export function FootnoteNote({
  note: { number, text },
  onChange,
  onRemove,
}: {
  note: PlacedNote
  /** Missing where the text may not be written. */
  onChange?: (text: string) => void
  onRemove?: () => void
}) {
  const [changing, setChanging] = useState(false)
  return (
    <aside className="note footnote-note" aria-label={`Fotnot ${number}`}>
      {changing && onChange ? (
        <FootnoteForm
          text={text}
          onCancel={() => setChanging(false)}
          onDone={typed => {
            setChanging(false)
            onChange(typed)
          }}
        />
      ) : (
        <>
          <p>
            <sup>{number}</sup> {text}
          </p>
          {onChange && (
            <div className="acts">
              <Button kind="plain" small onClick={() => setChanging(true)}>
                Ändra fotnoten
              </Button>
              <Button kind="plain" small onClick={onRemove}>
                Ta bort
              </Button>
            </div>
          )}
        </>
      )}
    </aside>
  )
}
