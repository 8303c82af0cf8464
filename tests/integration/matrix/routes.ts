import { readFileSync } from 'node:fs'
import { allSteps } from '~/group/status'
import { frameworkHash } from '~/proposal/check-base'
import { seenHash } from '~/proposal/rebase-page'
import { nextEdition } from '../world'
import { demoFramework as demo } from '../../../prisma/demo/framework'
import { at, importStep, leadsOn, proposal, reads, version, writes, type Route } from './cases'
import { comparingRoutes } from './comparing-routes'
import { figureForms } from './figure-forms'
import { readingRoutes } from './reading-routes'
import { sectionRoutes } from './section-routes'

const municipality = { municipality: 'Exempelby', municipalityId: '9999' }
const demoEdition = `${demo.edition} ${demo.name}`
const demoFramework = readFileSync('tests/fixtures/demo-framework.json', 'utf8')
const password = 'ett nytt långt lösenord'
const revision = '1'
/** Of a newer edition: each of the old base's grants. */
const oldGrants = Object.fromEntries(demo.grants.map((_, i) => [`grants${i + 1}.0`, '10']))
const amendment = {
  type: 'frame',
  board: 'KUN',
  recurrence: 'indexed',
  amount0: '1000',
  motivation: 'Skäl',
}
const indicator = { label: 'Andel', unit: '%', direction: 'increase' }

/**
 * EVERY route of the app, and every intent of its form. A new route or intent is added here: its address, what it needs
 * by the table in app/group/policy.ts, and a form that passes for who may send it.
 */
export const routes: Readonly<Record<string, Route>> = {
  'routes/$': { page: { path: () => '/ingenting', needs: 'nothing' } },
  'routes/_index': { page: { path: () => '/', needs: 'sign-in' } },
  'routes/login': {
    page: { path: () => '/login', needs: 'nothing' },
    writes: writes(() => '/login', 'nothing', {
      '': () => ({ email: 'ingen@example.org', password: 'fel' }),
    }),
  },
  'routes/logout': {
    page: { path: () => '/logout', needs: 'nothing' },
    writes: writes(() => '/logout', 'nothing', { '': () => ({}) }),
  },
  'routes/sign-in-again': {
    page: { path: () => '/sign-in-again', needs: 'nothing' },
    writes: writes(() => '/sign-in-again', 'nothing', {
      '': () => ({ email: 'ingen@example.org', password: 'fel', memberId: 'm' }),
    }),
  },
  'routes/invitation.$token': {
    page: { path: () => `/invitation/${'x'.repeat(43)}`, needs: 'nothing' },
    writes: writes(() => `/invitation/${'x'.repeat(43)}`, 'nothing', {
      '': () => ({ name: 'Någon', password }),
    }),
  },
  'routes/setup.$token': {
    page: { path: () => `/setup/${'x'.repeat(43)}`, needs: 'nothing' },
    writes: writes(() => `/setup/${'x'.repeat(43)}`, 'nothing', {
      '': () => ({ groupName: 'Grupp', name: 'Någon', email: 'n@example.org', password }),
    }),
  },
  'routes/account': {
    page: { path: () => '/account', needs: 'sign-in' },
    writes: writes(() => '/account', 'sign-in', {
      password: () => ({ current: 'rätt', password }),
      'sign-out-everywhere': () => ({}),
    }),
  },
  'routes/members': {
    page: { path: () => '/members', needs: 'manage-members' },
    writes: writes(() => '/members', 'manage-members', {
      invite: () => ({ name: 'Ny', email: 'ny@example.org', roles: 'drafter' }),
      revoke: ({ invitationId }) => ({ invitationId }),
      roles: ({ memberId }) => ({ memberId, roles: 'reviewer' }),
      remove: ({ memberId }) => ({ memberId }),
    }),
  },
  'routes/members_.names': { page: { path: () => '/members/names', needs: 'sign-in' } },
  'routes/proposals._index': { page: { path: () => '/proposals', needs: 'sign-in' } },
  'routes/proposals.new': {
    page: { path: () => '/proposals/new', needs: 'create-proposal' },
    writes: writes(() => '/proposals/new', 'create-proposal', {
      'more-boards': () => ({ way: 'table', title: 'Nytt' }),
      'more-grants': () => ({ way: 'table', title: 'Nytt' }),
      compare: () => ({ way: 'file', title: 'Nytt', file: demoFramework }),
      create: () => ({ way: 'file', title: 'Nytt', file: demoFramework }),
    }),
  },
  'routes/imports.$uploadId._index': importStep('', '?index', {
    next: { 'use.0': 'on', 'header.0': '1', budgetYear: '2027', ...municipality },
    again: { 'use.0': 'on', 'header.0': '1', budgetYear: '2027', ...municipality },
  }),
  'routes/imports.$uploadId.rows': importStep('/rows', '', {
    next: { unit: 'tkr', 'role.0.1': 'board', 'board.0.1': 'SN' },
  }),
  'routes/imports.$uploadId.preview': importStep('/preview', '', {
    save: { title: 'Nytt', name: 'Ramverk' },
    read: { title: 'Nytt', name: 'Ramverk' },
    unread: { title: 'Nytt', name: 'Ramverk' },
    create: {
      title: 'Nytt',
      name: 'Ramverk',
      rate: '21,36',
      'base.0': '1 000',
      'grants.0': '10',
      ...oldGrants,
    },
  }),
  'routes/proposals.$proposalId': leadsOn(proposal),
  'routes/proposals.$proposalId._index': leadsOn(proposal),
  'routes/proposals.$proposalId.budget': {
    ...reads(at('budget')),
    writes: {
      ...writes(at('budget'), 'amend', {
        add: ({ sectionId }) => ({ ...amendment, section: sectionId }),
        change: ({ amendmentId, sectionId }) => ({
          ...amendment,
          id: amendmentId,
          revision,
          section: sectionId,
        }),
        'suggest-withdrawal': ({ amendmentId }) => ({ id: amendmentId, revision }),
        cell: ({ amendmentId }) => ({
          board: 'BUN',
          at: '0',
          typed: '1 000',
          id: amendmentId,
          revision,
        }),
      }),
      // the world's groups have a leader, and the amendments are adopted and suggested
      ...writes(at('budget'), 'decide', {
        adopt: ({ suggestionId }) => ({ id: suggestionId, revision }),
        defer: ({ amendmentId }) => ({ id: amendmentId, revision }),
        withdraw: ({ amendmentId }) => ({ id: amendmentId, revision }),
        keep: ({ twinId }) => ({ id: twinId, revision }),
        replace: ({ amendmentId, twinId }) => ({ id: amendmentId, revision, replaces: twinId }),
        join: ({ amendmentId, twinId }) => ({
          id: amendmentId,
          revision,
          other: twinId,
          otherRevision: revision,
        }),
      }),
      ...writes(at('budget'), 'amend', {
        suggest: ({ deferredId }) => ({ id: deferredId, revision: '2' }),
        'running-cost': ({ investmentId }) => ({ id: investmentId }),
      }),
    },
  },
  'routes/proposals.$proposalId.figures': {
    ...leadsOn(at('figures')),
    writes: writes(at('figures'), 'amend', figureForms),
  },
  'routes/proposals.$proposalId.tables': reads(at('tables')),
  'routes/proposals.$proposalId.remedies': {
    ...reads(at('remedies')),
    writes: writes(at('remedies'), 'amend', { suggest: () => ({ type: 'board', board: 'BUN' }) }),
  },
  'routes/proposals.$proposalId.checks': {
    ...reads(at('checks')),
    writes: writes(at('checks'), 'override', {
      override: () => ({
        check: 'C08',
        place: 'result',
        ground: 'result-reserve',
        reason: 'Vi använder reserven.',
      }),
      'remove-override': ({ overrideId }) => ({ id: overrideId }),
    }),
  },
  'routes/proposals.$proposalId.meeting': {
    ...reads(at('meeting')),
    writes: writes(at('meeting'), 'decide', {
      order: ({ suggestionId }) => ({ ids: suggestionId }),
      decide: ({ suggestionId }) => ({ on: `${suggestionId}:1`, rest: 'leave' }),
    }),
  },
  ...comparingRoutes,
  'routes/proposals.$proposalId.decisions.$decisionId': reads(
    ids => `${proposal(ids)}/decisions/${ids.decisionId}`,
  ),
  'routes/proposals.$proposalId.status': {
    ...reads(at('status')),
    writes: {
      ...writes(at('status'), 'set-dates', {
        dates: () => ({ review: '2026-10-01', locked: '', submitted: '2026-11-02' }),
      }),
      ...Object.fromEntries(
        allSteps.flatMap(step =>
          Object.entries(
            writes(at('status'), step, { [step]: () => ({ reason: 'Därför att det behövs.' }) }),
          ),
        ),
      ),
    },
  },
  'routes/proposals.$proposalId.framework': {
    ...reads(at('framework')),
    writes: writes(at('framework'), 'correct-framework', {
      '': () => ({ seen: '0', edition: demoEdition, 'boards.BUN.frames.2025': '1 000 000' }),
    }),
  },
  'routes/proposals.$proposalId.clauses': reads(at('clauses')),
  'routes/proposals.$proposalId.comments': {
    ...reads(at('comments')),
    writes: writes(at('comments'), 'comment', {
      open: ({ sectionId }) => ({ kind: 'section', sectionId, body: 'Fråga' }),
      'open ': ({ amendmentId }) => ({
        intent: 'open',
        kind: 'amendment',
        amendmentId,
        body: 'Fråga',
      }),
      'open  ': ({ indicatorId: place }) => ({
        intent: 'open',
        kind: 'indicator',
        place,
        body: 'Fråga',
      }),
      reply: ({ threadId }) => ({ threadId, body: 'Svar' }),
      resolve: ({ threadId }) => ({ threadId }),
      reopen: ({ threadId }) => ({ threadId }),
    }),
  },
  ...readingRoutes,
  'routes/proposals.$proposalId.goals': {
    ...reads(at('goals')),
    writes: writes(
      at('goals'),
      'edit-goals',
      {
        'add-goal': () => ({ title: 'Mål' }),
        'rename-goal': ({ goalId }) => ({ goalId, revision: '2', title: 'Mål' }),
        'remove-goal': ({ goalId }) => ({ goalId, revision: '2' }),
        'add-indicator': ({ goalId }) => ({ goalId, ...indicator }),
        'change-indicator': ({ indicatorId }) => ({ indicatorId, revision, ...indicator }),
        'remove-indicator': ({ indicatorId }) => ({ indicatorId, revision }),
      },
      'type',
    ),
  },
  'routes/proposals.$proposalId.rebase': {
    ...reads(at('rebase')),
    writes: writes(at('rebase'), 'rebase', {
      drop: () => ({}),
      rebase: ({ amendmentId, twinId, investmentId, suggestionId, deferredId, decidedId }) => ({
        edition: frameworkHash(nextEdition),
        unit: 'tkr',
        seen: seenHash({
          amendments: [
            ...[amendmentId, twinId, investmentId, suggestionId].map(id => ({ id, revision: 1 })),
            { id: deferredId, revision: 2 },
            { id: decidedId, revision: 2 },
          ],
        }),
      }),
    }),
  },
  ...sectionRoutes,
  'routes/proposals.$proposalId.versions._index': {
    ...reads(at('versions')),
    writes: writes(at('versions?index'), 'freeze-version', { '': () => ({ name: 'Andra' }) }),
  },
  'routes/proposals.$proposalId.versions.compare': reads(
    ids => `${proposal(ids)}/versions/compare?from=${ids.versionId}&to=now`,
  ),
  'routes/proposals.$proposalId.versions.$versionId._index': reads(version('')),
  'routes/proposals.$proposalId.versions.$versionId.export': {
    page: { path: version('export'), needs: 'export' },
    writes: writes(version('export'), 'export', { '': () => ({ part: 'document' }) }),
  },
  'routes/proposals.$proposalId.versions.$versionId.restore': {
    ...reads(version('restore')),
    writes: {
      ...writes(version('restore'), 'restore-section', {
        section: ({ sectionId }) => ({ id: sectionId }),
      }),
      ...writes(version('restore'), 'amend', {
        amendment: ({ amendmentId }) => ({ id: amendmentId, revision }),
      }),
      ...writes(version('restore'), 'restore-all', { all: () => ({}) }),
    },
  },
  'routes/proposals.$proposalId.versions.$versionId.files.$file': {
    page: { path: version('files/snapshot.json'), needs: 'export' },
  },
}
