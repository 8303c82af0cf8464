import { useState } from 'react'
import { Button } from '~/ui/button'
import { saidOf, type ChosenImage, type Said } from './image-acts'
import { ImageFields, unsaid } from './image-fields'

/** What is said of the chosen image, to read and, for those who may, to say otherwise. */
export function ImageNote({
  chosen: { image },
  onDescribe,
  onRemove,
}: {
  chosen: ChosenImage
  /** Missing where the text may not be written. */
  onDescribe?: (said: Said) => void
  onRemove?: () => void
}) {
  const [changing, setChanging] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  if (!changing || !onDescribe)
    return (
      <aside className="note" aria-label="Vald bild">
        <p className="note-h">Vad bilden visar</p>
        <p>{image.alt}</p>
        {image.caption && (
          <>
            <p className="note-h">Bildtext</p>
            <p>{image.caption}</p>
          </>
        )}
        {onDescribe && (
          <div className="acts">
            <Button kind="plain" small onClick={() => setChanging(true)}>
              Ändra texterna
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
          const said = saidOf(new FormData(event.currentTarget))
          if (!said) return setFault(unsaid)
          setChanging(false)
          onDescribe(said)
        }}
      >
        <ImageFields said={image} fault={fault} />
        <div className="acts">
          <Button small type="submit">
            Spara texterna
          </Button>
          <Button small kind="plain" onClick={() => setChanging(false)}>
            Avbryt
          </Button>
        </div>
      </form>
    </aside>
  )
}
