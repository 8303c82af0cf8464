import { NodeSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { amina, opened, settled } from '../../tests/suggestions'
import { imageOf, paragraph } from '../../tests/written'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { checkPrintedTexts } from '~/proposal/check-printed-texts'
import { compare } from '~/proposal/compare'
import { Snapshot } from '~/proposal/snapshot'
import { wordsIn } from '~/proposal/word-count'
import { editorSchema } from './editor-schema'
import { saidOf } from './image-acts'
import { proposal } from './propose'
import { contentOf, docOf, firstUpdate } from './section-doc'

const docFrom = (...content: object[]) => docOf([firstUpdate({ type: 'doc', content })])
const withText = (...content: object[]) =>
  Snapshot.parse({
    ...demoSnapshot,
    sections: [{ id: 'x', title: 'Skola', content: { type: 'doc', content } }],
  })

describe('an image in a text', () => {
  test('survives the way into a document and back', () => {
    const content = [paragraph('Före'), imageOf('Skolgården'), paragraph('Efter')]
    const doc = docFrom(...content)
    expect(contentOf(doc).content).toEqual(content)
    expect(contentOf(settled(doc, 'accept')).content).toEqual(content)
  })

  test('without a description, or by another name than its sum, is none', () => {
    const { attrs } = imageOf('x')
    for (const wrong of [{ alt: '' }, { alt: null }, { sha256: '../../etc' }, { width: 0 }])
      expect(contentOf(docFrom({ type: 'image', attrs: { ...attrs, ...wrong } })).content).toEqual(
        [],
      )
  })

  test('cannot be suggested, nor suggested away', () => {
    const { state } = opened(docFrom(paragraph('Före'), imageOf('Skolgården')))
    const image = editorSchema.nodeFromJSON(imageOf('Ett träd'))
    expect(proposal(state.tr.insert(0, image), state, amina)).toBeNull()
    const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 6)))
    expect(proposal(chosen.tr.deleteSelection(), chosen, amina)).toBeNull()
  })

  test('is compared by what it shows', () => {
    const [difference] = compare(
      withText(imageOf('Ett träd')),
      withText(imageOf('Två träd')),
    ).sections
    expect(difference?.lines.map(({ kind }) => kind)).toEqual(['rewritten'])
  })

  test('is held against what may be printed', () => {
    expect(checkPrintedTexts(withText(imageOf('Ring 070-123 45 67')))).toContainEqual(
      expect.objectContaining({ id: 'C32', place: 'section:x' }),
    )
  })

  test('has a line under it where one is written, which is compared, checked and counted', () => {
    const { attrs } = imageOf('Skolgården')
    const captioned = { type: 'image', attrs: { ...attrs, caption: 'Foto: Ring 070-123 45 67' } }
    const doc = docFrom(captioned)
    expect(contentOf(doc).content).toEqual([captioned])
    const [difference] = compare(withText(imageOf('Skolgården')), withText(captioned)).sections
    expect(difference?.lines.map(({ kind }) => kind)).toEqual(['added'])
    expect(checkPrintedTexts(withText(captioned))).toContainEqual(
      expect.objectContaining({ id: 'C32', place: 'section:x' }),
    )
    expect(wordsIn(contentOf(doc))).toBe(6)
  })

  test.each([
    [{ alt: ' Skolgården\n i maj ' }, { alt: 'Skolgården i maj' }],
    [{ alt: 'Skolgården', caption: ' ' }, { alt: 'Skolgården' }],
    [
      { alt: 'Skolgården', caption: 'I maj\t2026' },
      { alt: 'Skolgården', caption: 'I maj 2026' },
    ],
    [{ alt: '  ', caption: 'I maj' }, null],
  ])('said of as %j is kept on one line each', (typed, kept) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(typed)) form.set(name, value)
    expect(saidOf(form)).toEqual(kept)
  })
})
