import { chosenImage, describeImage, insertImage, removeImage } from './image-acts'
import { ImageForm } from './image-form'
import { ImageNote } from './image-note'
import type { MarginNote } from './margin'
import type { Beside } from './margin-notes'

/** The image that is chosen, and the one that is to come. */
export const imageNotes = (beside: Beside): MarginNote[] => [
  ...chosenNote(beside),
  ...newImage(beside),
]

function chosenNote({ editor, canMark }: Beside): MarginNote[] {
  const chosen = chosenImage(editor.state)
  if (!chosen) return []
  const note = (
    <ImageNote
      chosen={chosen}
      {...(canMark && {
        onDescribe: said => describeImage(editor, chosen, said),
        onRemove: () => removeImage(editor, chosen),
      })}
    />
  )
  return [{ key: `image ${chosen.pos}`, pos: chosen.pos, note }]
}

function newImage({ editor, picturing, onPictured, base }: Beside): MarginNote[] {
  if (picturing === null) return []
  const note = (
    <aside className="note" aria-label="Ny bild">
      <ImageForm
        action={`${base}/images`}
        brought={picturing.brought}
        onDone={image => {
          insertImage(editor, image)
          onPictured()
        }}
        onCancel={() => {
          onPictured()
          editor.commands.focus()
        }}
      />
    </aside>
  )
  return [{ key: 'new image', pos: picturing.pos, note }]
}
