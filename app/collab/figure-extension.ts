import { Extension } from '@tiptap/core'
import type { Fragment, Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { FigureFormat } from '~/budget/figure'
import { freeAmounts, type FreeAmount } from '~/proposal/amounts'
import { figureCharacter, type Inline } from '~/proposal/section-content'

/** How a reference reads today; null where its row is gone. */
export type FigureReader = (ref: string, format: FigureFormat) => string | null

export type Chip = {
  readonly pos: number
  readonly ref: string
  readonly format: FigureFormat
  /** Whether it is suggested, or suggested away. */
  readonly suggested?: 'new' | 'gone'
}
export type Loose = FreeAmount & { readonly pos: number; readonly end: number }

type Figures = { read: FigureReader; fresh: ReadonlySet<string>; decorations: DecorationSet }

/** Sent by the text when somebody types `#` in it. */
export const pickFigure = 'pick-figure'

const key = new PluginKey<Figures>('figures')

/** Shows each figure character as the statement has it, and underlines amounts that follow no row. */
export const FigureExtension = Extension.create<{ read: FigureReader }>({
  name: 'figureTexts',
  addOptions: () => ({ read: () => null }),
  addProseMirrorPlugins() {
    const { read } = this.options
    return [
      new Plugin<Figures>({
        key,
        state: {
          init: (_, state) => figuresOf(state, read, new Set()),
          apply(tr, before, _, state) {
            const change: Pick<Figures, 'read' | 'fresh'> | undefined = tr.getMeta(key)
            if (change) return figuresOf(state, change.read, change.fresh)
            if (!tr.docChanged && !tr.selectionSet) return before
            return figuresOf(state, before.read, before.fresh)
          },
        },
        props: {
          decorations: state => key.getState(state)?.decorations,
          handleTextInput(view, _from, _to, text) {
            if (text !== '#' || !view.editable) return false
            view.dom.dispatchEvent(new Event(pickFigure))
            return true
          },
          handleDOMEvents: { mousedown: selectChip },
          clipboardTextSerializer: slice => plainText(slice.content, read),
        },
      }),
    ]
  },
})

/** Tells the editor that the statement changed: every chip is written anew, and what differs is marked. */
export function showFigures(view: EditorView, read: FigureReader): void {
  const before = key.getState(view.state)
  const fresh = chipsIn(view.state.doc)
    .filter(({ ref, format }) => before && before.read(ref, format) !== read(ref, format))
    .map(({ ref }) => ref)
  view.dispatch(
    view.state.tr.setMeta(key, { read, fresh: new Set(fresh) }).setMeta('addToHistory', false),
  )
}

export function chipsIn(doc: Node): Chip[] {
  const chips: Chip[] = []
  doc.descendants((node, pos) => {
    const mark = node.marks.find(({ type }) => type.name === 'figure')
    if (!node.isText || !mark) return
    const { ref, format } = mark.attrs
    const suggested = suggestedOf(node)
    for (let at = 0; at < node.nodeSize; at++)
      if (node.text?.[at] === figureCharacter)
        chips.push({ pos: pos + at, ref, format, ...(suggested && { suggested }) })
  })
  return chips
}

function suggestedOf({ marks }: Node): Chip['suggested'] {
  if (marks.some(({ type }) => type.name === 'deletion')) return 'gone'
  return marks.some(({ type }) => type.name === 'insertion') ? 'new' : undefined
}

/** The chip that is selected, or that the caret stands beside. */
export function chipAt({ selection, doc }: EditorState): Chip | null {
  const { from, to } = selection
  if (to - from > 1) return null
  const chips = chipsIn(doc)
  if (to > from) return chips.find(({ pos }) => pos === from) ?? null
  return chips.find(({ pos }) => pos === from) ?? chips.find(({ pos }) => pos + 1 === from) ?? null
}

const looseInBlock = new WeakMap<Node, FreeAmount[]>()

/** The amounts that follow no row. Blocks are immutable, so each is read once. */
export function looseIn(doc: Node): Loose[] {
  const found: Loose[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return
    const known = looseInBlock.get(node) ?? freeAmounts(inlinesOf(node))
    looseInBlock.set(node, known)
    for (const amount of known)
      found.push({ ...amount, pos: pos + 1 + amount.from, end: pos + 1 + amount.to })
    return false
  })
  return found
}

function inlinesOf(block: Node): Inline[] {
  const inlines: Inline[] = []
  block.forEach(({ text, marks }) => {
    if (text === undefined) inlines.push({ type: 'hardBreak' })
    else if (marks.some(({ type }) => type.name === 'freestanding'))
      inlines.push({ type: 'text', text, marks: [{ type: 'freestanding' }] })
    else inlines.push({ type: 'text', text })
  })
  return inlines
}

function figuresOf(state: EditorState, read: FigureReader, fresh: ReadonlySet<string>): Figures {
  const focused = chipAt(state)?.pos
  const chips = chipsIn(state.doc).flatMap(chip => {
    const text = read(chip.ref, chip.format)
    const look = [
      lookOf(chip, text),
      fresh.has(chip.ref) && 'fresh',
      chip.pos === focused && 'is-focus',
      chip.suggested,
    ]
    const name = look.filter(Boolean).join(' ')
    return [
      Decoration.widget(chip.pos, () => chipElement(name, text), {
        side: 1,
        key: `${chip.ref} ${text} ${name}`,
      }),
      Decoration.inline(chip.pos, chip.pos + 1, { class: 'figure-character' }),
    ]
  })
  const loose = looseIn(state.doc).map(({ pos, end }) =>
    Decoration.inline(pos, end, { class: 'loose' }),
  )
  return { read, fresh, decorations: DecorationSet.create(state.doc, [...chips, ...loose]) }
}

const lookOf = ({ ref }: Chip, text: string | null): string =>
  text === null ? 'fig lost' : ref.endsWith('.base') ? 'fig base' : 'fig'

function chipElement(className: string, text: string | null): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.contentEditable = 'false'
  element.textContent = text ?? 'siffran saknas'
  return element
}

/** A press on a chip selects it: its note opens in the margin. */
function selectChip(view: EditorView, event: MouseEvent): boolean {
  const chip = event.target instanceof Element ? event.target.closest('.fig') : null
  if (!chip) return false
  const pos = view.posAtDOM(chip, 0)
  const at = chipsIn(view.state.doc).find(one => one.pos === pos || one.pos === pos - 1)
  if (!at) return false
  event.preventDefault()
  view.focus()
  view.dispatch(
    view.state.tr.setSelection(TextSelection.create(view.state.doc, at.pos, at.pos + 1)),
  )
  return true
}

function plainText(content: Fragment, read: FigureReader): string {
  const texts: string[] = []
  content.descendants(node => {
    if (node.isTextblock && texts.length) texts.push('\n\n')
    if (node.type.name === 'hardBreak') texts.push('\n')
    const mark = node.marks.find(({ type }) => type.name === 'figure')
    const figure = mark ? (read(mark.attrs.ref, mark.attrs.format) ?? '') : ''
    const note = node.marks.find(({ type }) => type.name === 'footnote')
    if (note) texts.push(` (${note.attrs.text})`)
    else if (node.text) texts.push(node.text.replaceAll(figureCharacter, figure))
  })
  return texts.join('')
}
