import { useState } from 'react'
import type { Outcome } from '~/outcome'
import type { ImageBlock } from '~/proposal/section-content'
import { Button } from '~/ui/button'
import { saidOf, type Said } from './image-acts'
import { ImageFields, unsaid } from './image-fields'

type Added = Outcome<Omit<ImageBlock['attrs'], keyof Said>>

const lost = 'Servern svarade inte. Bilden är inte sparad: försök igen.'

/** Chooses an image and says what it shows: one without the other is none. */
export function ImageForm({
  action,
  brought,
  onDone,
  onCancel,
}: {
  /** Where images are taken in. */
  action: string
  /** The image, where it was pasted or dropped. */
  brought: File | null
  onDone: (image: ImageBlock['attrs']) => void
  onCancel: () => void
}) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<{ at: 'image' | 'alt'; message: string } | null>(null)
  const send = async (form: FormData) => {
    const chosen = brought ?? form.get('image')
    const file = chosen instanceof File && chosen.size > 0 ? chosen : null
    const said = saidOf(form)
    if (!file) return setFault({ at: 'image', message: 'Välj en bild.' })
    if (!said) return setFault({ at: 'alt', message: unsaid })
    setBusy(true)
    const added = await upload(action, file)
    setBusy(false)
    if (added.ok) onDone({ ...added.value, ...said })
    else setFault({ at: 'image', message: added.fault.message })
  }
  return (
    <form
      className="footnote-form"
      onSubmit={event => {
        event.preventDefault()
        void send(new FormData(event.currentTarget))
      }}
    >
      {brought ? (
        <p tabIndex={-1} ref={focused}>
          {brought.name} ska in i texten.
        </p>
      ) : (
        <FileField isFaulty={fault?.at === 'image'} />
      )}
      <ImageFields fault={fault?.at === 'alt' ? fault.message : undefined} />
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

/** Once, when it comes: the form is drawn anew while one types in it. */
const focused = (element: HTMLElement | null) => element?.focus()

function FileField({ isFaulty }: { isFaulty: boolean }) {
  return (
    <>
      <label htmlFor="bildfil">Bild (PNG, JPEG eller WebP, högst 4 MB)</label>
      <input
        id="bildfil"
        name="image"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-invalid={isFaulty || undefined}
        aria-describedby={isFaulty ? 'bildfel' : undefined}
        ref={focused}
      />
    </>
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
