import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { nowId } from './version-row'

export type Choice = { readonly id: string; readonly name: string; readonly frozen: string }

type Props = {
  /** The address of the comparison. */
  action: string
  versions: readonly Choice[]
  from: string
  to: string
  /** The only section that is compared, if it is one. */
  section?: string | null
}

/** Chooses the two that are compared; an ordinary form, so that the address says what is shown. */
export function ComparePicker({ action, versions, from, to, section }: Props) {
  const options = [
    <option key={nowId} value={nowId}>
      Just nu
    </option>,
    ...versions.map(({ id, name, frozen }) => (
      <option key={id} value={id}>
        {`${name}, ${frozen}`}
      </option>
    )),
  ]
  return (
    <Form className="pick" action={action} key={`${from} ${to}`}>
      {section && <input type="hidden" name="section" value={section} />}
      <SelectField label="Från" name="from" defaultValue={from}>
        {options}
      </SelectField>
      <span className="to">till</span>
      <SelectField label="Till" name="to" defaultValue={to}>
        {options}
      </SelectField>
      <Button type="submit">Jämför</Button>
    </Form>
  )
}
