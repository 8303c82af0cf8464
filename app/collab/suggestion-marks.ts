import { Mark } from '@tiptap/core'
import { Does } from './suggestion'

/** An attribute that an element carries as it stands; what a hostile page pastes is read as nothing. */
const carried = (name: string, fallback: string | null = null) => ({
  default: fallback,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? fallback,
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
})

const stamp = () => ({ suggestion: carried('suggestion'), since: carried('since') })

/**
 * Text that somebody suggests. What is no text lies on one pilcrow, and `does` says what: a split, a join, a line break.
 * So a suggestion never changes the structure, and what is below stays the same text until it is accepted.
 */
const Insertion = Mark.create({
  name: 'insertion',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ ...stamp(), does: carried('does', '') }),
  parseHTML: () => [
    {
      tag: 'ins[data-suggestion]',
      getAttrs: element => Does.safeParse(element.dataset.does ?? '').success && null,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['ins', HTMLAttributes, 0],
})

/** Text that somebody suggests to take away. */
const Deletion = Mark.create({
  name: 'deletion',
  inclusive: false,
  excludes: '',
  addAttributes: stamp,
  parseHTML: () => [{ tag: 'del[data-suggestion]' }],
  renderHTML: ({ HTMLAttributes }) => ['del', HTMLAttributes, 0],
})

/** Text that somebody suggests to mark otherwise: `mark` is set with `value` (a link's address) or, without `on`, taken away. */
const Formatting = Mark.create({
  name: 'formatting',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({
    ...stamp(),
    mark: carried('mark'),
    on: carried('on'),
    value: carried('value'),
  }),
  parseHTML: () => [{ tag: 'span[data-suggestion]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, class: 'suggested-format' }, 0],
})

export const suggestionMarks = [Insertion, Deletion, Formatting]
