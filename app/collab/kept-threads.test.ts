import { expect, test } from 'vitest'
import { docWith, paragraphs } from '../../tests/suggestions'
import { layLostThreads } from './kept-threads'
import { threadsIn } from './section-doc'

test.each<[string, string, string[], boolean]>([
  ['stand once', 'mer pengar', ['Skolan får mer pengar.', 'Det räcker.'], true],
  ['end with their own full stop', 'pengar.', ['Skolan får mer pengar.'], true],
  ['stand nowhere', 'mindre pengar', ['Skolan får mer pengar.'], false],
  ['stand in two places', 'pengar', ['Mer pengar.', 'Mindre pengar.'], false],
  ['are a part of a longer word', 'år', ['Skolan får mer pengar.'], false],
  ['went over two paragraphs', 'pengar.\nDet', ['Skolan får mer pengar.', 'Det räcker.'], false],
])('a thread whose words %s', (_, quote, texts, lies) => {
  const doc = docWith(paragraphs(...texts))
  layLostThreads(doc, [{ id: 't', quote }])
  expect(threadsIn(doc).has('t')).toBe(lies)
})

test('a thread that lies on words already stays on them', () => {
  const doc = docWith(paragraphs('Mer pengar nu.'))
  layLostThreads(doc, [{ id: 't', quote: 'pengar' }])
  const before = doc.getXmlFragment('default').toJSON()
  layLostThreads(doc, [{ id: 't', quote: 'Mer' }])
  expect(doc.getXmlFragment('default').toJSON()).toBe(before)
})
