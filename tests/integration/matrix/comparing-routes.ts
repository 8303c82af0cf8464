import { at, reads, writes, type Route } from './cases'

const revision = '1'
const rival = { name: 'Majoriteten', source: 'Protokollet', datedOn: '' }

/** The pages that set other figures beside the proposal's. */
export const comparingRoutes: Readonly<Record<string, Route>> = {
  'routes/proposals.$proposalId.alternatives': {
    ...reads(at('alternatives')),
    writes: writes(at('alternatives'), 'keep-alternatives', {
      add: ({ suggestionId }) => ({ name: 'Med allt', [`switch.${suggestionId}`]: 'on' }),
      change: ({ alternativeId, amendmentId }) => ({
        id: alternativeId,
        revision,
        name: 'Utan skolan',
        [`switch.${amendmentId}`]: 'off',
      }),
      remove: ({ alternativeId }) => ({ id: alternativeId, revision }),
    }),
  },
  'routes/proposals.$proposalId.rivals': {
    ...reads(at('rivals')),
    writes: writes(at('rivals'), 'keep-rivals', {
      add: () => ({
        ...rival,
        'frame.BUN.0': '5 000',
        'reserve.0': '1 000',
        'loans.1': '2 000',
        'index.1': '0,5',
        'project.0.name': 'Simhall',
        'project.0.board': 'BUN',
        'project.0.life': '30',
        'project.0.0': '9 000',
      }),
      change: ({ rivalId }) => ({ id: rivalId, revision, ...rival, ore: '10' }),
      remove: ({ rivalId }) => ({ id: rivalId, revision }),
    }),
  },
}
