import { useState } from 'react'
import { longestAlt } from '~/proposal/section-content'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { altText, type ChosenImage } from './image-acts'

/** What the chosen image shows, to read and, for those who may, to say otherwise. */
export function ImageNote({
  chosen: { image },
  onDescribe,
  onRemove,
}: {
  chosen: ChosenImage
  /** Missing where the text may not be written. */
  onDescribe?: (alt: string) => void
  onRemove?: () => void
}) {
  const [changing, setChanging] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  if (!changing || !onDescribe)
    return (
      <aside className="note" aria-label="Vald bild">
        <p className="note-h">Vad bilden visar</p>
        <p>{image.alt}</p>
        {onDescribe && (
          <div className="acts">
            <Button kind="plain" small onClick={() => setChanging(true)}>
              Ändra beskrivningen
            </Button>
            <Button kind="plain" small onClick={onRemove}>
              Ta bort bilden
            </Button>
          </div>
        )}
      </aside>
    )
  return (
    <aside className="note" aria-label="Vald bild">
      <form
        className="footnote-form"
        onSubmit={event => {
          event.preventDefault()
          const alt = altText(String(new FormData(event.currentTarget).get('alt') ?? ''))
          if (alt === null) return setFault('Beskriv vad bilden visar, för dem som inte ser den.')
          setChanging(false)
          onDescribe(alt)
        }}
      >
        <Field
          label="Vad bilden visar"
          name="alt"
          maxLength={longestAlt}
          defaultValue={image.alt}
          fault={fault}
        />
        <div className="acts">
          <Button small type="submit">
            Spara beskrivningen
          </Button>
          <Button small kind="plain" onClick={() => setChanging(false)}>
            Avbryt
          </Button>
        </div>
      </form>
    </aside>
  )
}
