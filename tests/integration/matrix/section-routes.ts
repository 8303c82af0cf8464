import { wordsHash } from '~/collab/readiness'
import { secretText, type Ids } from '../world'
import { onePixel } from '../../images'
import { at, leadsOn, proposal, reads, writes, type Route } from './cases'

const sectionPage = (ids: Ids) => `${proposal(ids)}/sections/${ids.sectionId}`
const settled = { seen: 'member.settledalready01:0123456789abcdef' }
const revision = '1'

/** The world's sections are approved as they stand. */
const said = ({ sectionId }: Ids) => ({
  id: sectionId,
  from: 'approved',
  seen: wordsHash(secretText('Partigruppen ett')),
})

const notThere = () => ({
  put: 'Annat',
  hit: JSON.stringify({ section: 'unknown', from: 'AA==', to: 'AA==', words: 'Hemligt' }),
})

/** The list of a proposal's sections, and the page of one. */
export const sectionRoutes: Readonly<Record<string, Route>> = {
  'routes/proposals.$proposalId.find': {
    ...reads(at('find?q=Hemligt')),
    // words that stand nowhere: what does is in tests/integration/replace-words.test.ts
    writes: {
      ...writes(at('find'), 'write-text', { replace: notThere }),
      ...writes(at('find'), 'suggest-text', { suggest: notThere }),
    },
  },
  'routes/images.$sha256': {
    page: { path: ({ imageName }) => `/images/${imageName}`, needs: 'sign-in' },
  },
  'routes/proposals.$proposalId.images': {
    ...leadsOn(at('images')),
    writes: writes(at('images'), 'write-text', { '': () => ({ image: onePixel }) }),
  },
  'routes/proposals.$proposalId.sections._index': {
    ...reads(at('sections')),
    writes: {
      ...writes(at('sections?index'), 'write-text', { ready: said, rework: said }),
      ...writes(at('sections?index'), 'approve-text', { approve: said, 'take-back': said }),
      ...writes(at('sections?index'), 'arrange-sections', {
        responsible: ({ sectionId, memberId }) => ({ id: sectionId, memberId }),
        add: () => ({ title: 'Nytt avsnitt' }),
        rename: ({ sectionId }) => ({ id: sectionId, revision, title: 'Annat' }),
        move: ({ sectionId }) => ({ id: sectionId, revision, to: '0' }),
        remove: ({ sectionId }) => ({ id: sectionId, revision }),
        return: ({ binnedId }) => ({ id: binnedId, revision: '2' }),
      }),
    },
  },
  'routes/proposals.$proposalId.sections.$sectionId': {
    ...reads(sectionPage),
    // settled already: what stands is in tests/integration/suggestions.test.ts
    writes: {
      ...writes(sectionPage, 'write-text', { accept: () => settled, reject: () => settled }),
      ...writes(sectionPage, 'suggest-text', { withdraw: () => settled }),
    },
  },
}
