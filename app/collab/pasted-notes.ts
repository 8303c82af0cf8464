import { noteCharacter } from '~/proposal/section-content'

/**
 * Word, Google's documents and LibreOffice link a footnote's number and its text to each other: the number becomes the
 * note, and the text at the end goes. Runs in the browser.
 */
export function gatherNotes(page: Document): void {
  const named = namedIn(page)
  for (const anchor of page.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')) {
    const back = target(named, anchor)
    if (!back || !linksTo(back, anchor)) continue
    const holder = holderOf(back)
    // the text of the note links back too, and stands after its number
    if (!(anchor.compareDocumentPosition(back) & anchor.DOCUMENT_POSITION_FOLLOWING)) continue
    for (const link of holder.querySelectorAll('a'))
      if (linksTo(link, anchor)) (link.closest('sup') ?? link).remove()
    const text = holder.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    holder.remove()
    const note = page.createElement('sup')
    note.dataset.footnote = text
    note.textContent = noteCharacter
    const number = anchor.closest('sup') ?? anchor
    if (text) number.replaceWith(note)
    else number.remove()
  }
  // Word frames them with a rule of its own
  for (const list of page.querySelectorAll('[style*="note-list"]'))
    if (!list.textContent?.trim()) list.remove()
}

const fragmentOf = (anchor: Element): string =>
  /#(.+)$/.exec(anchor.getAttribute('href') ?? '')?.[1] ?? ''

/** The link that the anchor leads to, or the one in the block that it leads to. */
function target(named: ReadonlyMap<string, Element>, anchor: Element): Element | null {
  const found = named.get(fragmentOf(anchor))
  return found?.matches('a') ? found : (found?.querySelector('a[href*="#"]') ?? null)
}

function namedIn(page: Document): Map<string, Element> {
  const named = new Map<string, Element>()
  for (const element of page.querySelectorAll('[id], [name]'))
    for (const name of [element.getAttribute('name'), element.id])
      if (name && !named.has(name)) named.set(name, element)
  return named
}

const linksTo = (link: Element, anchor: Element): boolean => {
  const name = fragmentOf(link)
  return name !== '' && (anchor.id === name || anchor.getAttribute('name') === name)
}

/** All that is one note's text. */
const holderOf = (back: Element): Element =>
  back.closest('[id^="ftn"]:not(a), [id^="sdfootnote"]:not(a)') ??
  back.closest('li, p, div') ??
  back
