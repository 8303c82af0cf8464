import { Mark } from '@tiptap/core'
import { FigureFormat, FigureReference } from '~/budget/figure-reference'
import { noteCharacter } from '~/proposal/section-content'
import { noteText } from './footnote-acts'

/** Web and mail addresses alone: nothing that a browser would run. */
export const isSafeAddress = (href: unknown): href is string =>
  typeof href === 'string' && href.length <= 2000 && /^(https?:\/\/|mailto:)/i.test(href)

const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'strong' },
    // Google's documents wrap the whole copy in <b style="font-weight: normal">.
    { tag: 'b', getAttrs: element => element.style.fontWeight !== 'normal' && null },
    {
      style: 'font-weight',
      getAttrs: weight => /^(bold(er)?|[6-9]\d\d)$/.test(weight) && null,
    },
  ],
  renderHTML: () => ['strong', 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark(this.name) }
  },
})

const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [
    { tag: 'em' },
    { tag: 'i', getAttrs: element => element.style.fontStyle !== 'normal' && null },
    { style: 'font-style=italic' },
  ],
  renderHTML: () => ['em', 0],
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark(this.name) }
  },
})

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: element => {
        const href = element.getAttribute('href')
        return isSafeAddress(href) && { href }
      },
    },
  ],
  renderHTML: ({ mark }) => [
    'a',
    {
      href: isSafeAddress(mark.attrs.href) ? mark.attrs.href : null,
      rel: 'noopener noreferrer',
      target: '_blank',
    },
    0,
  ],
})

/** Lies on one U+FFFC. The text shown is a decoration made from the statement, never part of the document. */
const Figure = Mark.create({
  name: 'figure',
  inclusive: false,
  addAttributes: () => ({ ref: { default: null }, format: { default: 'tkr' } }),
  parseHTML: () => [
    {
      tag: 'span[data-figure]',
      getAttrs: element => {
        const ref = FigureReference.safeParse(element.dataset.figure)
        const format = FigureFormat.safeParse(element.dataset.format)
        return ref.success && format.success && { ref: ref.data, format: format.data }
      },
    },
  ],
  renderHTML: ({ mark }) => [
    'span',
    { 'data-figure': mark.attrs.ref, 'data-format': mark.attrs.format, class: 'figure-place' },
    0,
  ],
})

/** An amount that its writer has said follows no row (C05 leaves it alone). */
const Freestanding = Mark.create({
  name: 'freestanding',
  inclusive: false,
  parseHTML: () => [{ tag: 'span[data-freestanding]' }],
  renderHTML: () => ['span', { 'data-freestanding': '' }, 0],
})

/** A promise, bound to the measure that pays for it, or to none: *inom ram* (C13, C23). */
const Promised = Mark.create({
  name: 'promise',
  inclusive: false,
  addAttributes: () => ({ amendment: { default: null }, measure: { default: null } }),
  parseHTML: () => [
    {
      tag: 'span[data-promise]',
      getAttrs: element => ({
        amendment: element.dataset.amendment ?? null,
        measure: element.dataset.measure ?? null,
      }),
    },
  ],
  renderHTML: ({ mark }) => [
    'span',
    {
      'data-promise': '',
      'data-amendment': mark.attrs.amendment,
      'data-measure': mark.attrs.measure,
      class: 'promise',
    },
    0,
  ],
})

/** Lies on one U+2020. Its number is where it stands among the others, so it is counted and never kept. */
const Footnote = Mark.create({
  name: 'footnote',
  inclusive: false,
  addAttributes: () => ({ text: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'sup[data-footnote]',
      getAttrs: element => {
        const text = noteText(element.dataset.footnote ?? '')
        return text !== null && element.textContent === noteCharacter && { text }
      },
    },
  ],
  renderHTML: ({ mark }) => ['sup', { 'data-footnote': mark.attrs.text, class: 'footnote' }, 0],
})

/** Where a thread is set. `excludes: ''` lets threads overlap. The server sets it; an editor only carries it along. */
const Comment = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ threadId: { default: null } }),
  parseHTML: () => [
    {
      tag: 'span[data-thread]',
      getAttrs: element => ({ threadId: element.dataset.thread ?? '' }),
    },
  ],
  renderHTML: ({ mark }) => ['span', { 'data-thread': mark.attrs.threadId, class: 'anchor' }, 0],
})

export const marks = [Bold, Italic, Link, Figure, Freestanding, Promised, Footnote, Comment]
