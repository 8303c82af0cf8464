import { useState } from 'react'
import type { Outcome } from '~/outcome'
import { longestAlt, type ImageBlock } from '~/proposal/section-content'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { altText } from './image-acts'

type Added = Outcome<Omit<ImageBlock['attrs'], 'alt'>>

const unsaid = 'Beskriv vad bilden visar, för dem som inte ser den.'
const lost = 'Servern svarade inte. Bilden är inte sparad: försök igen.'

/** Chooses an image and says what it shows: one without the other is none. */
export function ImageForm({
  action,
  onDone,
  onCancel,
}: {
  /** Where images are taken in. */
  action: string
  onDone: (image: ImageBlock['attrs']) => void
  onCancel: () => void
}) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<{ at: 'image' | 'alt'; message: string } | null>(null)
  const send = async (file: File | null, typed: string) => {
    const alt = altText(typed)
    if (!file || file.size === 0) return setFault({ at: 'image', message: 'Välj en bild.' })
    if (alt === null) return setFault({ at: 'alt', message: unsaid })
    setBusy(true)
    const added = await upload(action, file)
    setBusy(false)
    if (added.ok) onDone({ ...added.value, alt })
    else setFault({ at: 'image', message: added.fault.message })
  }
  return (
    <form
      className="footnote-form"
      onSubmit={event => {
        event.preventDefault()
        const sent = new FormData(event.currentTarget)
        const file = sent.get('image')
        void send(file instanceof File ? file : null, String(sent.get('alt') ?? ''))
      }}
    >
      <label htmlFor="bildfil">Bild (PNG, JPEG eller WebP, högst 4 MB)</label>
      <input
        id="bildfil"
        name="image"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-invalid={fault?.at === 'image' || undefined}
        aria-describedby={fault ? 'bildfel' : undefined}
        ref={element => element?.focus()}
      />
      <Field
        label="Vad bilden visar"
        name="alt"
        maxLength={longestAlt}
        fault={fault?.at === 'alt' ? fault.message : undefined}
      />
      {fault?.at === 'image' && (
        <p id="bildfel" role="alert" className="error">
          {fault.message}
        </p>
      )}
      <div className="acts">
        <Button small type="submit" busy={busy} disabled={busy}>
          {busy ? 'Läser bilden' : 'Infoga bilden'}
        </Button>
        <Button small kind="plain" onClick={onCancel}>
          Avbryt
        </Button>
      </div>
    </form>
  )
}

async function upload(action: string, file: File): Promise<Added> {
  const tooLarge = file.size > 5_500_000
  if (tooLarge)
    return {
      ok: false,
      fault: { kind: 'invalid', message: 'Bilden är större än 4 MB. Spara den mindre.' },
    }
  const body = new FormData()
  body.set('image', await base64Of(file))
  const answered = await fetch(action, { method: 'post', body }).catch(() => null)
  const read: Added | null = answered ? await answered.json().catch(() => null) : null
  return read ?? { ok: false, fault: { kind: 'conflict', message: lost } }
}

/** The file as base64, as a browser writes it behind the comma of a data address. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''))
    reader.addEventListener('error', () => reject(reader.error))
    reader.readAsDataURL(file)
  })
