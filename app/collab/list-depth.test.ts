import { sinkListItem } from '@tiptap/pm/schema-list'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { Slice, type Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deepestList } from '~/proposal/section-content'
import { editorSchema } from './editor-schema'
import { deepens, levelled } from './list-depth'

type Json = { type: string; content?: Json[]; text?: string }

const paragraph = (text: string): Json => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const list = (...items: Json[][]): Json => ({
  type: 'bulletList',
  content: items.map(content => ({ type: 'listItem', content })),
})
const docOf = (...content: Json[]): Node => editorSchema.nodeFromJSON({ type: 'doc', content })

/** A list so many levels deep, with two items at the deepest. */
const deep = (levels: number): Json =>
  levels === 1
    ? list([paragraph('näst sist')], [paragraph('sist')])
    : list([paragraph(`nivå ${levels}`), deep(levels - 1)])

const depthOf = (node: Node): number => {
  let deepest = 0
  node.forEach(child => (deepest = Math.max(deepest, depthOf(child))))
  return deepest + (node.type.name === 'bulletList' ? 1 : 0)
}

/** Whether to sink the item of these words makes a list too deep. */
function sunk(content: Json, words: string) {
  const doc = docOf(content)
  let at = 0
  doc.descendants((node, pos) => {
    if (node.text === words) at = pos
  })
  const state = EditorState.create({ doc })
  const chosen = state.apply(state.tr.setSelection(TextSelection.near(doc.resolve(at))))
  const item = editorSchema.nodes.listItem
  if (!item) throw new Error('no list items')
  let asked: boolean | null = null
  sinkListItem(item)(chosen, tr => (asked = deepens(tr)))
  return asked
}

describe('a list as deep as the room takes in', () => {
  test('is not made deeper', () => {
    expect(sunk(deep(deepestList - 1), 'sist')).toBe(false)
    expect(sunk(deep(deepestList), 'sist')).toBe(true)
    const second = (levels: number) =>
      list([paragraph('först')], [paragraph('med mer under'), deep(levels)])
    expect(sunk(second(deepestList - 2), 'med mer under')).toBe(false)
    expect(sunk(second(deepestList - 1), 'med mer under')).toBe(true)
  })

  test('takes what is typed in it', () => {
    const state = EditorState.create({ doc: docOf(deep(deepestList)) })
    expect(deepens(state.tr.insertText('x', state.doc.content.size - 2 * deepestList - 1))).toBe(
      false,
    )
  })
})

describe('what is pasted', () => {
  const item = fc.letrec<{ list: Json }>(tie => ({
    list: fc
      .array(fc.tuple(fc.string({ minLength: 1 }), fc.option(tie('list'), { maxDepth: 8 })), {
        minLength: 1,
        maxLength: 3,
      })
      .map(items =>
        list(...items.map(([text, inner]) => [paragraph(text), ...(inner ? [inner] : [])])),
      ),
  })).list

  test('keeps its words in order, and its structure as far as it may', () => {
    fc.assert(
      fc.property(item, fc.integer({ min: 0, max: 9 }), (written, most) => {
        const doc = docOf(written)
        const kept = docOf()
        const slice = levelled(new Slice(doc.content, 0, 0), most)
        const after = kept.copy(slice.content)
        after.check()
        expect(after.textContent).toBe(doc.textContent)
        expect(depthOf(after)).toBe(Math.min(depthOf(doc), most))
        if (depthOf(doc) <= most) expect(slice.content.eq(doc.content)).toBe(true)
      }),
    )
  })

  test('stays open where it was', () => {
    const doc = docOf(deep(3))
    const cut = doc.slice(5, doc.content.size - 5)
    const after = levelled(cut, 1)
    expect(after.openStart).toBeLessThanOrEqual(cut.openStart)
    expect(depthOf(docOf().copy(after.content))).toBe(1)
  })
})
