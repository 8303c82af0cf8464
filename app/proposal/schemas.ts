import { z } from 'zod'
import { Framework } from '~/budget/framework'
import { Snapshot } from './snapshot'

/** The open formats as JSON Schema 2020-12: what is published in public/schemas, generated from what the app accepts. */
export const schemas = () => ({
  framework: published(Framework, 'Budgetram', frameworkText),
  snapshot: published(Snapshot, 'Budgetförslag', snapshotText),
})

const frameworkText =
  'The base framework of a Swedish municipal counter-budget. Amounts are whole tkr, rates öre per 100 kr, percentages thousandths of a percent. Every list of amounts has one entry for each of years.'
const snapshotText =
  'One proposal at one moment: framework, amendments, sections, goals and decision clauses. Its canonical form is RFC 8785; the sha256 of those bytes lies outside it.'

function published(schema: z.ZodType, title: string, description: string) {
  const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
  return { $schema, title, description, ...body }
}
