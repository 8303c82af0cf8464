import type { ReactNode } from 'react'
import { Icon } from './icon'

/** Boxes or buttons to choose by, one under the other, with what is wrong with the choice. */
export function Choices({
  legend,
  fault,
  children,
}: {
  legend: string
  fault: string | undefined
  children: ReactNode
}) {
  return (
    <fieldset className="choices">
      <legend className="label">{legend}</legend>
      {children}
      {fault && (
        <span className="fault error" role="alert">
          <Icon name="error" /> {fault}
        </span>
      )}
    </fieldset>
  )
}
