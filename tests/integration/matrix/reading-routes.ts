import { at, reads, writes, type Route } from './cases'

const seenSection = (id: string) =>
  JSON.stringify({
    kind: 'section',
    id,
    upto: 0,
    text: '',
    title: 'Avsnitt',
    removed: false,
    threads: 0,
  })
const seenAmendment = (id: string) =>
  JSON.stringify({ kind: 'amendment', id, revision: 1, leaving: null, threads: 0 })

/** The page of what each member has read. */
export const readingRoutes: Readonly<Record<string, Route>> = {
  'routes/proposals.$proposalId_.threads': reads(ids =>
    at(`threads?section=${ids.sectionId}`)(ids),
  ),
  'routes/proposals.$proposalId.news': {
    ...reads(at('news')),
    writes: writes(at('news'), 'read', {
      mark: ({ sectionId }) => ({ seen: seenSection(sectionId) }),
      'mark  ': ({ indicatorId }) => ({
        intent: 'mark',
        seen: JSON.stringify({ kind: 'place', key: `indicator.${indicatorId}`, threads: 0 }),
      }),
      'mark ': ({ amendmentId }) => ({ intent: 'mark', seen: seenAmendment(amendmentId) }),
    }),
  },
}
