/** An item of a list that a page writes flat: how deep it stands, and what kind of list it is in. */
type Item = {
  readonly element: Element
  readonly level: number
  readonly tag: 'ul' | 'ol'
}

/**
 * Word writes lists as paragraphs with a typed bullet, and Word in the browser as a list of its own for each item. Both
 * become real lists, one inside the other. Runs in the browser.
 */
export function gatherLists(page: Document): void {
  for (const heading of page.querySelectorAll('h1, h2, h3, h4, h5, h6')) takeMarker(heading)
  for (const first of page.querySelectorAll('p'))
    if (isTyped(first) && !isTyped(first.previousElementSibling))
      replace(following(first, isTyped), typedItem)
  for (const first of page.querySelectorAll(wrapper))
    if (!first.previousElementSibling?.matches(wrapper))
      replaceAll(following(first, element => element.matches(wrapper)))
}

const wrapper = '.ListContainerWrapper'

const styleOf = (element: Element): string => element.getAttribute('style') ?? ''

const isTyped = (element: Element | null): boolean =>
  element?.tagName === 'P' && /mso-list:\s*l\d/i.test(styleOf(element))

/** An element and its next siblings, as long as they are of the kind. */
function following(first: Element, isKind: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  for (let next: Element | null = first; next && isKind(next); next = next.nextElementSibling)
    found.push(next)
  return found
}

const typedItem = (element: Element): Item => ({
  element,
  level: Number(/level(\d)/i.exec(styleOf(element))?.[1] ?? 1),
  tag: /^\(?[0-9a-z]{1,3}[.)]/i.test(takeMarker(element)) ? 'ol' : 'ul',
})

/** The typed bullet or number in front of the words, taken out of them. */
function takeMarker(element: Element): string {
  const marker = [...element.querySelectorAll('span')].find(span =>
    /mso-list:\s*ignore/i.test(styleOf(span)),
  )
  marker?.remove()
  return marker?.textContent?.trim() ?? ''
}

function replace(elements: readonly Element[], itemOf: (element: Element) => Item): void {
  const [first] = elements
  if (!first) return
  const place = first.ownerDocument.createComment('')
  first.before(place)
  place.replaceWith(...listsOf(elements.map(itemOf)))
}

function replaceAll(wrappers: readonly Element[]): void {
  const [first] = wrappers
  if (!first) return
  const items = wrappers.flatMap(one => [...one.querySelectorAll('li')])
  const lists = listsOf(
    items.map(element => ({
      element,
      level: Number(element.dataset.ariaLevel ?? element.getAttribute('aria-level') ?? 1),
      tag: element.closest('ol') ? 'ol' : 'ul',
    })),
  )
  first.before(...lists)
  for (const one of wrappers) one.remove()
}

/** Items of a deeper level than the one before lie inside it. */
function listsOf(items: readonly Item[]): Element[] {
  const lists: Element[] = []
  for (let i = 0; i < items.length;) {
    const item = items[i]
    if (!item) break
    let end = i + 1
    while ((items[end]?.level ?? 0) > item.level) end++
    const last = lists.at(-1)
    const list =
      last?.tagName.toLowerCase() === item.tag
        ? last
        : item.element.ownerDocument.createElement(item.tag)
    if (list !== last) lists.push(list)
    const entry = item.element.ownerDocument.createElement('li')
    entry.append(...contentOf(item.element), ...listsOf(items.slice(i + 1, end)))
    list.append(entry)
    i = end
  }
  return lists
}

function contentOf(element: Element): Node[] {
  if (element.tagName === 'LI') return [...element.childNodes]
  const paragraph = element.ownerDocument.createElement('p')
  paragraph.append(...element.childNodes)
  element.remove()
  return [paragraph]
}
