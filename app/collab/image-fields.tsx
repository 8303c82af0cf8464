import { longestAlt, longestCaption } from '~/proposal/section-content'
import { Field } from '~/ui/field'
import type { Said } from './image-acts'

export const unsaid = 'Beskriv vad bilden visar, för dem som inte ser den.'

/** What is said of an image: what it shows, and a line to print under it. */
export function ImageFields({ said, fault }: { said?: Said; fault?: string | undefined }) {
  return (
    <>
      <Field
        label="Vad bilden visar"
        name="alt"
        maxLength={longestAlt}
        defaultValue={said?.alt}
        help="Läses upp för den som inte ser bilden."
        fault={fault}
      />
      <Field
        label="Bildtext (om du vill)"
        name="caption"
        maxLength={longestCaption}
        defaultValue={said?.caption}
        help="Trycks under bilden."
      />
    </>
  )
}
