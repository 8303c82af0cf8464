import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { isChangeOrigin } from '@tiptap/extension-collaboration'

/**
 * For those who may not write: the text keeps its caret, so that words can be marked for a comment with the keyboard
 * too, and takes no change but those that come from the server. The room refuses them as well.
 */
export const ReadOnlyExtension = Extension.create({
  name: 'readOnly',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: tr => !tr.docChanged || isChangeOrigin(tr),
      props: {
        handleDOMEvents: {
          beforeinput: (_, event) => {
            event.preventDefault()
            return true
          },
        },
        handlePaste: () => true,
        handleDrop: () => true,
        handleKeyDown: (_, event) => ['Enter', 'Backspace', 'Delete'].includes(event.key),
        attributes: { 'aria-readonly': 'true' },
      },
    }),
  ],
})
