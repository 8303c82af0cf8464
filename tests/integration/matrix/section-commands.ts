import {
  addSection,
  moveSection,
  removeSection,
  renameSection,
  returnSection,
} from '~/collab/arrange-section.server'
import { wordsHash } from '~/collab/readiness'
import { loadFindPage } from '~/collab/find-page.server'
import { replaceChosen } from '~/collab/replace-words.server'
import { addImage } from '~/export/add-image.server'
import { onePixel } from '../../images'
import { loadSectionsPage } from '~/collab/sections-page.server'
import { setReadiness, setResponsible } from '~/collab/set-readiness.server'
import { secretText } from '../world'
import { needs, type Command } from './command'

const notThere = { section: 'unknown', from: 'AA==', to: 'AA==', words: 'Hemligt' }
const noteNotThere = {
  section: 'unknown',
  part: 'footnote' as const,
  place: 'AA==',
  at: 0,
  words: 'Hemligt',
}
const seen = (id: string) => ({ id, revision: 1 })
const approved = { from: 'approved' as const, seen: wordsHash(secretText('Partigruppen ett')) }

/** What is done with the sections of a proposal as wholes. */
export const sectionCommands: Readonly<Record<string, Command>> = {
  addImage: needs('write-text', (actor, { proposalId }) => addImage(actor, proposalId, onePixel)),
  addSection: needs('arrange-sections', (actor, { proposalId }) =>
    addSection(actor, proposalId, 'Nytt'),
  ),
  renameSection: needs('arrange-sections', (actor, { proposalId, sectionId }) =>
    renameSection(actor, proposalId, seen(sectionId), 'Annat'),
  ),
  removeSection: needs('arrange-sections', (actor, { proposalId, sectionId }, now) =>
    removeSection(actor, proposalId, seen(sectionId), now),
  ),
  returnSection: needs('arrange-sections', (actor, { proposalId, binnedId }) =>
    returnSection(actor, proposalId, { id: binnedId, revision: 2 }),
  ),
  'setReadiness ready': needs('write-text', (actor, { proposalId, sectionId }, now) =>
    setReadiness(actor, proposalId, { id: sectionId, intent: 'ready', ...approved }, now),
  ),
  'setReadiness approve': needs('approve-text', (actor, { proposalId, sectionId }, now) =>
    setReadiness(actor, proposalId, { id: sectionId, intent: 'approve', ...approved }, now),
  ),
  setResponsible: needs('arrange-sections', (actor, { proposalId, sectionId, memberId }) =>
    setResponsible(actor, proposalId, { id: sectionId, memberId }),
  ),
  'replaceChosen replace': needs('write-text', (actor, { proposalId }, now) =>
    replaceChosen(actor, proposalId, { intent: 'replace', put: 'Annat', hit: [notThere] }, now),
  ),
  'replaceChosen suggest': needs('suggest-text', (actor, { proposalId }, now) =>
    replaceChosen(actor, proposalId, { intent: 'suggest', put: 'Annat', hit: [notThere] }, now),
  ),
  'replaceChosen note': needs('write-text', (actor, { proposalId }, now) =>
    replaceChosen(actor, proposalId, { intent: 'replace', put: 'Annat', hit: [noteNotThere] }, now),
  ),
  loadFindPage: needs('read', (actor, { proposalId }) =>
    loadFindPage(actor, proposalId, { q: 'Hemligt' }),
  ),
  loadSectionsPage: needs('read', (actor, { proposalId }) => loadSectionsPage(actor, proposalId)),
  moveSection: needs('arrange-sections', (actor, { proposalId, sectionId }) =>
    moveSection(actor, proposalId, seen(sectionId), 0),
  ),
}
