import type { ShownAmendment, BudgetPage } from './budget-page'
import type { FieldFaults } from './typed'

/** What the fields of a form are drawn from: the amendment that is changed, if any, and what was typed and refused. */
export type FieldsProps = {
  readonly page: BudgetPage
  readonly amendment: ShownAmendment | null
  readonly faults: FieldFaults
  /** The text of a field: what was typed before the answer came back, else what is saved. */
  readonly fill: (name: string, saved: string) => string
}
