import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin } from '@tiptap/pm/state'
import { deepestList } from '~/proposal/section-content'
import { deepens, levelled, listsAround } from './list-depth'

/** Lists go no deeper than the room takes in: a deeper one is not made, and what is pasted is levelled. */
export const ListDepthExtension = Extension.create({
  name: 'listDepth',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: tr => !tr.docChanged || isChangeOrigin(tr) || !deepens(tr),
      props: {
        transformPasted: (slice, { state }) =>
          levelled(slice, deepestList - listsAround(state.selection.$from)),
      },
    }),
  ],
})
