import type { Page } from '@playwright/test'
import type { TiptapEditorHTMLElement } from '@tiptap/core'

/** Numbers that a step in the page chooses by. */
type Choice = { readonly block: number; readonly at: number; readonly length: number }

/** Puts the caret anywhere in the text. @returns whether there is an editor to type in. */
export const placeCaret = (page: Page, choice: Choice): Promise<boolean> =>
  page.evaluate(({ block, at }) => {
    const editor = document.querySelector<TiptapEditorHTMLElement>('.ProseMirror')?.editor
    if (!editor?.isEditable) return false
    const places: { start: number; size: number }[] = []
    editor.state.doc.descendants((node, pos) => {
      if (node.isTextblock) places.push({ start: pos + 1, size: node.content.size })
    })
    const place = places[block % places.length]
    if (!place) return false
    editor.view.focus()
    return editor.commands.setTextSelection(place.start + (at % (place.size + 1)))
  }, choice)

/** Presses Enter at the end of a block, all in one moment. */
export const breakLine = (page: Page, choice: Choice): Promise<boolean> =>
  page.evaluate(({ block }) => {
    const editor = document.querySelector<TiptapEditorHTMLElement>('.ProseMirror')?.editor
    if (!editor?.isEditable) return false
    const ends: number[] = []
    editor.state.doc.descendants((node, pos) => {
      if (node.isTextblock) ends.push(pos + 1 + node.content.size)
    })
    const end = ends[block % ends.length]
    if (end === undefined) return false
    editor.commands.setTextSelection(end)
    const { dom } = editor.view
    const enter = { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }
    return !dom.dispatchEvent(new KeyboardEvent('keydown', enter))
  }, choice)

/** Selects some characters of one block and presses Delete. @returns the characters that are gone by it. */
export const deleteSome = (page: Page, choice: Choice): Promise<string | null> =>
  page.evaluate(({ block, at, length }) => {
    const editor = document.querySelector<TiptapEditorHTMLElement>('.ProseMirror')?.editor
    if (!editor?.isEditable) return null
    const places: { start: number; size: number }[] = []
    editor.state.doc.descendants((node, pos) => {
      if (node.isTextblock && node.content.size > length)
        places.push({ start: pos + 1, size: node.content.size })
    })
    const place = places[block % places.length]
    if (!place) return null
    const from = place.start + (at % (place.size - length))
    const before = editor.state.doc.textContent
    editor.commands.setTextSelection({ from, to: from + length })
    const press = { key: 'Delete', keyCode: 46, bubbles: true, cancelable: true }
    editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', press))
    const after = new Set(editor.state.doc.textContent)
    return [...before].filter(sign => !after.has(sign)).join('')
  }, choice)

/** Selects some characters of one block and asks to comment on them. */
export const beginComment = (page: Page, choice: Choice): Promise<boolean> =>
  page.evaluate(({ block, at, length }) => {
    const editor = document.querySelector<TiptapEditorHTMLElement>('.ProseMirror')?.editor
    const tools = [...document.querySelectorAll<HTMLButtonElement>('.tools button')]
    const button = tools.find(({ textContent }) => textContent === 'Kommentera')
    if (!editor || !button) return false
    const places: { start: number; size: number }[] = []
    editor.state.doc.descendants((node, pos) => {
      if (node.isTextblock && node.content.size > length)
        places.push({ start: pos + 1, size: node.content.size })
    })
    const place = places[block % places.length]
    if (!place) return false
    const from = place.start + (at % (place.size - length))
    editor.commands.setTextSelection({ from, to: from + length })
    button.click()
    return true
  }, choice)

/**
 * Presses one of the buttons that settle a suggestion.
 * @returns the characters that go from the text by it, as they stood there then; null where there was none to press.
 */
export const pressSettle = (page: Page, at: number): Promise<string | null> =>
  page.evaluate(chosen => {
    const editor = document.querySelector<TiptapEditorHTMLElement>('.ProseMirror')?.editor
    const all = document.querySelectorAll<HTMLButtonElement>('.note.suggestion .acts button')
    const buttons = [...all].filter(
      ({ textContent, ariaBusy }) => textContent !== 'Ta tillbaka' && !ariaBusy,
    )
    const button = buttons[chosen % Math.max(1, buttons.length)]
    const id = button?.closest('[data-suggestion]')?.getAttribute('data-suggestion')
    if (!editor || !button || !id) return null
    const takes = button.textContent === 'Godta' ? 'deletion' : 'insertion'
    let taken = ''
    editor.state.doc.descendants(({ marks, text = '' }) => {
      if (marks.some(({ type, attrs }) => type.name === takes && attrs.suggestion === id))
        taken += text
    })
    button.click()
    return taken
  }, at)

/** How the page's text differs from the one given, as the editor shows it and as it is held behind; nothing where it does not. */
export const unlikeIn = (page: Page, wanted: { readonly shown: object; readonly held: string }) =>
  page.evaluate(({ shown, held }) => {
    const editor = document.querySelector<TiptapEditorHTMLElement>('.ProseMirror')?.editor
    if (!editor) return ['there is no editor']
    const { doc, schema } = editor.state
    const other = schema.nodeFromJSON(shown)
    const unlike: string[] = []
    doc.forEach((block, _pos, at) => {
      const same = other.maybeChild(at)
      if (!same?.eq(block)) unlike.push(`shown ${block.toString()}, not ${String(same)}`)
    })
    if (doc.childCount !== other.childCount)
      unlike.push(`${doc.childCount} blocks are shown, not ${other.childCount}`)
    const bound = editor.extensionManager.extensions.find(({ name }) => name === 'collaboration')
    const text = String(bound?.options.document.getXmlFragment('default'))
    if (text !== held) unlike.push(`held ${text}, not ${held}`)
    return unlike
  }, wanted)

/** The signs that no change has which lies in the browser. */
export const missingFrom = (page: Page, signs: readonly string[]): Promise<string[]> =>
  page.evaluate(
    typed =>
      new Promise<string[]>((resolve, reject) => {
        const opened = indexedDB.open('skuggbudget', 1)
        opened.addEventListener('error', () => reject(opened.error))
        opened.addEventListener('success', () => {
          if (!opened.result.objectStoreNames.contains('unsent')) return resolve([...typed])
          const all = opened.result.transaction('unsent').objectStore('unsent').getAll()
          all.addEventListener('success', () => {
            opened.result.close()
            const kept = all.result.map(({ update }) => new TextDecoder().decode(update)).join()
            resolve(typed.filter(sign => !kept.includes(sign)))
          })
        })
      }),
    signs,
  )
