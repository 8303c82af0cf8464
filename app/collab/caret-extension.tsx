import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'

/** What the server lets another member's cursor say of them. */
const User = z.object({ name: z.string() })
const nameOf = (user: unknown): string => User.safeParse(user).data?.name ?? 'Någon'

/** The name fades to the bare caret when its owner has stood still for a while. */
const nameShownFor = 2000

/** Shows where the others stand and what they have marked. */
export const CaretExtension = Extension.create<{ awareness: Awareness | null }>({
  name: 'carets',
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options
    if (!awareness) return []
    return [
      yCursorPlugin(awareness, {
        cursorBuilder: (user, clientId) => caret(nameOf(user), clientId),
        selectionBuilder: () => ({ class: 'sel' }),
      }),
    ]
  },
})

function caret(name: string, clientId: number): HTMLElement {
  const element = document.createElement('span')
  element.className = clientId % 2 ? 'caret' : 'caret two'
  element.title = name
  const label = document.createElement('b')
  label.textContent = name
  element.append(label)
  window.setTimeout(() => element.classList.add('still'), nameShownFor)
  return element
}
