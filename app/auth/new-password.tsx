import { Field } from '~/ui/field'

/** A new password. Length is what counts, so nothing is asked of the kinds of characters. */
export function NewPasswordField({ label, fault }: { label: string; fault?: string | undefined }) {
  return (
    <Field
      label={label}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      minLength={12}
      maxLength={200}
      help="Minst 12 tecken. Några ord i rad går bra."
      fault={fault}
    />
  )
}
