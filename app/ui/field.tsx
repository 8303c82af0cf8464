import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react'
import { Icon } from './icon'

type Around = {
  label: ReactNode
  /** What to write, under the field. */
  help?: ReactNode
  /** What is wrong and how to mend it. It takes the place of the help. */
  fault?: string | undefined
  /** Stands after the field: tkr, %. */
  unit?: string
}

type FieldProps = InputHTMLAttributes<HTMLInputElement> & Around

/** One line to write in, with its label, help and fault tied to it. */
export function Field({ label, help, fault, unit, id, className, ...rest }: FieldProps) {
  const own = useId()
  const key = id ?? own
  const input = (
    <input
      {...rest}
      id={key}
      className={className ? `input ${className}` : 'input'}
      aria-invalid={fault ? true : undefined}
      aria-describedby={describedBy(key, help, fault)}
    />
  )
  return (
    <FieldFrame id={key} label={label} help={help} fault={fault}>
      {unit ? (
        <div className="with-unit">
          {input}
          <span>{unit}</span>
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  )
}

type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & Omit<Around, 'unit'>

export function SelectField({ label, help, fault, id, children, ...rest }: SelectProps) {
  const own = useId()
  const key = id ?? own
  return (
    <FieldFrame id={key} label={label} help={help} fault={fault}>
      <select
        {...rest}
        id={key}
        className="input"
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(key, help, fault)}
      >
        {children}
      </select>
    </FieldFrame>
  )
}

/** The label, help and fault around any control with the id `id` (described by `id-help` or `id-fault`). */
export function FieldFrame({
  id,
  label,
  help,
  fault,
  children,
}: Omit<Around, 'unit'> & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {fault ? (
        <span className="fault" id={`${id}-fault`}>
          <Icon name="error" />
          {fault}
        </span>
      ) : (
        help && (
          <span className="help" id={`${id}-help`}>
            {help}
          </span>
        )
      )}
    </div>
  )
}

export function describedBy(id: string, help: ReactNode, fault: string | undefined) {
  if (fault) return `${id}-fault`
  return help ? `${id}-help` : undefined
}
