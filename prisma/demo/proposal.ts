import { clausesFor, mandatoryFor } from '~/proposal/clauses'
import { Snapshot } from '~/proposal/snapshot'
import { demoAmendments } from './amendments'
import { demoFramework } from './framework'
import { demoGoals } from './goals'
import { demoSections } from './sections'

const decided = {
  framework: demoFramework,
  amendments: demoAmendments,
  sections: demoSections,
  goals: demoGoals,
}

/** The example proposal as it stands when the demo is loaded: a draft, not yet a version. */
export const demoSnapshot = Snapshot.parse({
  format: 'skuggbudget-snapshot/1',
  title: 'Mer till skola och omsorg',
  group: 'Partigruppen',
  version: null,
  frozenOn: null,
  ...decided,
  clauses: clausesFor(decided),
  mandatory: mandatoryFor(clausesFor(decided)),
  overrides: [],
})
