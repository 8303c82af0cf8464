/**
 * Word writes lists as paragraphs with a typed bullet. They become lists here; all else that the schema does not know
 * is dropped by the editor as it reads the paste. Runs in the browser.
 */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const element of page.querySelectorAll('style, script, meta, link, title, xml'))
    element.remove()
  const items = [...page.querySelectorAll<HTMLElement>('p')].filter(isListItem)
  for (const first of items) if (!followsItem(first)) gather(first)
  return page.body.innerHTML
}

const styleOf = (element: Element): string => element.getAttribute('style') ?? ''

const isListItem = (element: Element | null): boolean =>
  element?.tagName === 'P' && /mso-list:\s*l\d/i.test(styleOf(element))

const followsItem = (element: Element): boolean => isListItem(element.previousElementSibling)

const levelOf = (item: Element): number => Number(/level(\d)/i.exec(styleOf(item))?.[1] ?? 1)

/** The typed bullet or number in front of an item, taken out of it. */
function takeMarker(item: Element): string {
  const marker = [...item.querySelectorAll('span')].find(span =>
    /mso-list:\s*ignore/i.test(styleOf(span)),
  )
  marker?.remove()
  return marker?.textContent?.trim() ?? ''
}

function gather(first: Element): void {
  const items: Element[] = []
  for (let next: Element | null = first; next && isListItem(next); next = next.nextElementSibling)
    items.push(next)
  const place = first.ownerDocument.createComment('')
  first.before(place)
  place.replaceWith(...listsOf(items))
}

/** Items of a deeper level than the one before lie inside it. */
function listsOf(items: readonly Element[]): Element[] {
  const lists: Element[] = []
  for (let i = 0; i < items.length;) {
    const item = items[i]
    if (!item) break
    const level = levelOf(item)
    let end = i + 1
    while (end < items.length && levelOf(items[end] ?? item) > level) end++
    const tag = /^\(?[0-9a-z]{1,3}[.)]/i.test(takeMarker(item)) ? 'ol' : 'ul'
    const last = lists.at(-1)
    const list = last?.tagName.toLowerCase() === tag ? last : item.ownerDocument.createElement(tag)
    if (list !== last) lists.push(list)
    const entry = item.ownerDocument.createElement('li')
    entry.append(paragraphOf(item), ...listsOf(items.slice(i + 1, end)))
    list.append(entry)
    i = end
  }
  return lists
}

function paragraphOf(item: Element): Element {
  const paragraph = item.ownerDocument.createElement('p')
  paragraph.append(...item.childNodes)
  item.remove()
  return paragraph
}
