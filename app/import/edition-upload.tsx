import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

/** Where the newer edition of a framework is read in. */
export function EditionUpload({ fault, busy }: { fault: string | null; busy: boolean }) {
  return (
    <Form method="post" encType="multipart/form-data" className="form">
      <p>
        Har kommunstyrelsen lagt ett nytt förslag? Läs in det bredvid det gamla. Du får se vad som
        händer med varje ändring innan något flyttas.
      </p>
      <Field
        label="Den nya ramen"
        type="file"
        name="upload"
        accept=".xlsx,.csv,.tsv,.txt,.json"
        multiple
        help="Excel (.xlsx), CSV eller JSON, högst 5 MB. Du ser allt innan något sparas."
        fault={fault ?? undefined}
        required
      />
      <p className="acts">
        <Button type="submit" kind="primary" busy={busy}>
          {busy ? 'Läser' : 'Läs in'}
        </Button>
      </p>
    </Form>
  )
}
