import type { Ids } from '../world'

/** One cell of a board that has no amendment in force. */
const pasted = { text: '1 000', row: '2', at: '0', withSuggested: 'no' }

/** What can be done to several figures at once, by the form's intent. */
export const figureForms = {
  preview: () => pasted,
  paste: () => ({ ...pasted, seen: '[{"board":"KUN","id":"","revision":0}]' }),
  undo: ({ stepId }: Ids) => ({ step: stepId }),
  redo: ({ undoneStepId }: Ids) => ({ step: undoneStepId }),
}
