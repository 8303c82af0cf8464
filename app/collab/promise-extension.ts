import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Pledge } from '~/proposal/promise'
import { lostTitle } from './lost-promise'
import { promisesIn } from './promise-mark'

/** Why a promise has no money today; null where it has. */
export type LostMoney = (pledge: Pledge) => string | null

type Lost = { readonly why: LostMoney; readonly decorations: DecorationSet }

const key = new PluginKey<Lost>('promises')

/** Shows the promises whose money does not count otherwise than those that are paid for. */
export const PromiseExtension = Extension.create<{ why: LostMoney }>({
  name: 'lostPromises',
  addOptions: () => ({ why: () => null }),
  addProseMirrorPlugins() {
    const { why } = this.options
    return [
      new Plugin<Lost>({
        key,
        state: {
          init: (_, state) => lostIn(state, why),
          apply(tr, before, _, state) {
            const changed: LostMoney | undefined = tr.getMeta(key)
            return changed || tr.docChanged ? lostIn(state, changed ?? before.why) : before
          },
        },
        props: { decorations: state => key.getState(state)?.decorations },
      }),
    ]
  },
})

/** Tells the editor that what pays for promises changed. */
export function showPromises(view: EditorView, why: LostMoney): void {
  view.dispatch(view.state.tr.setMeta(key, why).setMeta('addToHistory', false))
}

function lostIn({ doc }: EditorState, why: LostMoney): Lost {
  const decorations = promisesIn(doc).flatMap(({ from, to, pledge }) => {
    const reason = why(pledge)
    if (reason === null) return []
    return [Decoration.inline(from, to, { class: 'lost-promise', title: lostTitle(reason) })]
  })
  return { why, decorations: DecorationSet.create(doc, decorations) }
}
