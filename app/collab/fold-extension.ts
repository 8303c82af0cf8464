import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { carried, hidingPart, partAt, partsAround, partsOf, type Part } from './folding'

type Folds = {
  readonly parts: readonly Part[]
  readonly folded: ReadonlySet<string>
  readonly decorations: DecorationSet
}

/** Where the reader's own folds are kept. */
export type FoldStore = {
  readonly read: () => readonly string[]
  readonly write: (keys: readonly string[]) => void
}

const key = new PluginKey<Folds>('folds')
const none: Folds = { parts: [], folded: new Set(), decorations: DecorationSet.empty }

/** The parts of the text, and which of them are folded. */
export const foldsIn = (state: EditorState): Folds => key.getState(state) ?? none

/** The heading whose fold hides a place; null where the place can be seen. */
export function hiddenUnder(state: EditorState, pos: number): Part | null {
  const { parts, folded } = foldsIn(state)
  return hidingPart(parts, folded, pos)
}

/**
 * Folds what stands under a heading away, for this reader alone: the text is the same for all. A place that is asked for
 * is unfolded: where the caret goes, what the browser finds, what a note leads to.
 */
export const FoldExtension = Extension.create<{ store: FoldStore }>({
  name: 'folds',
  addOptions: () => ({ store: { read: () => [], write: () => {} } }),
  addProseMirrorPlugins() {
    const { store } = this.options
    return [
      new Plugin<Folds>({
        key,
        state: {
          init: (_, { doc }) => foldsOf(doc, new Set(store.read())),
          apply(tr, before, _, { doc, selection }) {
            const asked: ReadonlySet<string> | undefined = tr.getMeta(key)
            if (!asked && !tr.docChanged && !tr.selectionSet) return before
            const parts = tr.docChanged ? partsOf(doc) : before.parts
            const own = tr.docChanged && !isChangeOrigin(tr)
            const folded =
              asked ??
              (own ? carried(before.folded, before.parts, parts, tr.mapping) : before.folded)
            const around = partsAround(parts, selection.head).map(part => part.key)
            const reveals = around.some(part => folded.has(part))
            if (!asked && !tr.docChanged && !reveals) return before
            const shown = [...folded].filter(part => !around.includes(part))
            return foldsOf(doc, new Set(reveals ? shown : folded), parts)
          },
        },
        props: {
          decorations: state => foldsIn(state).decorations,
          handleDOMEvents: {
            beforematch(view, { target }) {
              if (target instanceof Element) reveal(view, view.posAtDOM(target, 0))
              return false
            },
          },
        },
        view: () => ({
          update({ state }, before) {
            const { folded, parts } = foldsIn(state)
            if (folded === foldsIn(before).folded) return
            store.write(parts.flatMap(part => (folded.has(part.key) ? [part.key] : [])))
          },
        }),
      }),
    ]
  },
})

/** Folds a part, or unfolds it. The caret steps out of what is folded away. */
export function toggleFold(view: EditorView, part: Part): void {
  const folded = new Set(foldsIn(view.state).folded)
  const { tr, doc, selection } = view.state
  if (!folded.delete(part.key)) {
    folded.add(part.key)
    if (selection.head >= part.from && selection.head < part.to)
      tr.setSelection(TextSelection.create(doc, part.from - 1))
  }
  view.dispatch(tr.setMeta(key, folded))
}

/** Folds all parts, or unfolds them. */
export function foldAll(view: EditorView, fold: boolean): void {
  const { parts } = foldsIn(view.state)
  const { tr, doc, selection } = view.state
  const widest = partsAround(parts, selection.head)[0]
  if (fold && widest) tr.setSelection(TextSelection.create(doc, widest.from - 1))
  view.dispatch(tr.setMeta(key, new Set(fold ? parts.map(part => part.key) : [])))
}

/** Unfolds whatever hides a place. */
export function reveal(view: EditorView, pos: number): void {
  const { parts, folded } = foldsIn(view.state)
  if (!hidingPart(parts, folded, pos)) return
  const around = partsAround(parts, pos).map(part => part.key)
  const left = [...folded].filter(part => !around.includes(part))
  view.dispatch(view.state.tr.setMeta(key, new Set(left)))
}

/** The part that the caret stands in. */
export const partHere = (state: EditorState): Part | null =>
  partAt(foldsIn(state).parts, state.selection.head)

function foldsOf(
  doc: Node,
  folded: ReadonlySet<string>,
  parts: readonly Part[] = partsOf(doc),
): Folds {
  const headings = parts
    .filter(({ from, to }) => to > from)
    .flatMap(part => {
      const isFolded = folded.has(part.key)
      return [
        Decoration.node(part.pos, part.from, { class: isFolded ? 'part is-folded' : 'part' }),
        Decoration.widget(part.pos + 1, view => foldButton(view, part, isFolded), {
          side: -1,
          key: `${part.key} ${part.title} ${isFolded}`,
          ignoreSelection: true,
          stopEvent: () => true,
        }),
      ]
    })
  const hidden: Decoration[] = []
  doc.forEach((node, pos) => {
    if (hidingPart(parts, folded, pos))
      hidden.push(Decoration.node(pos, pos + node.nodeSize, { hidden: 'until-found' }))
  })
  return { parts, folded, decorations: DecorationSet.create(doc, [...headings, ...hidden]) }
}

/** For the pointer; the keyboard has the same among the tools. */
function foldButton(view: EditorView, { key: partKey, title }: Part, isFolded: boolean) {
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.contentEditable = 'false'
  button.className = 'fold'
  button.setAttribute('aria-expanded', String(!isFolded))
  button.setAttribute('aria-label', `${isFolded ? 'Fäll ut' : 'Fäll ihop'} ${title}`)
  button.addEventListener('mousedown', event => event.preventDefault())
  button.addEventListener('click', () => {
    const part = foldsIn(view.state).parts.find(one => one.key === partKey)
    if (part) toggleFold(view, part)
  })
  return button
}
