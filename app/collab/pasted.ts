import { figureCharacter } from '~/proposal/section-content'
import { gatherLists } from './pasted-lists'
import { gatherNotes } from './pasted-notes'
import { levelTables } from './pasted-tables'

/** What a paste brings that a section can hold, and how many pictures stayed behind. */
export type Pasted = { readonly html: string; readonly pictures: number }

const unwanted =
  'style, script, meta, link, title, xml, noscript, template, object, iframe, svg, select, textarea, [hidden], .Apple-interchange-newline'

/** Words that somebody has taken away in Word or LibreOffice, with the change still to be accepted. */
const tookAway = 'del:not([data-suggestion]), .msoDel'

const comments = [
  '.MsoCommentReference',
  '.msocomanchor',
  '[style*="mso-element:comment-list"]',
  'a[href^="#cmnt"]',
].join(', ')

/**
 * Word, Google's documents and LibreOffice each write structure in a way of their own: it becomes plain HTML here, and
 * what is no text goes. All else that the schema does not know is dropped by the editor as it reads the paste. Runs in
 * the browser.
 */
export function cleanPaste(html: string): Pasted {
  const page = new DOMParser().parseFromString(html, 'text/html')
  if (page.querySelector('[data-pm-slice]')) return { html, pictures: 0 }
  gatherNotes(page)
  for (const element of page.querySelectorAll([unwanted, tookAway, comments].join(', ')))
    element.remove()
  for (const element of page.querySelectorAll('[style]')) readStyle(element)
  const pictures = takePictures(page)
  gatherLists(page)
  levelTables(page)
  levelHeadings(page)
  gatherQuotes(page)
  for (const heading of page.querySelectorAll(headingsInside)) becomeBold(heading)
  dropEmpty(page)
  return { html: page.body.innerHTML.replaceAll(figureCharacter, ''), pictures }
}

const styleOf = (element: Element): string => element.getAttribute('style') ?? ''

/** What is hidden goes, and a tab is a space. */
function readStyle(element: Element): void {
  const style = styleOf(element)
  if (/display:\s*none|mso-hide:\s*all/i.test(style)) element.remove()
  else if (/mso-tab-count/i.test(style)) element.replaceWith(' ')
}

/** The box of a checklist is a picture too, but none that anybody misses. */
function takePictures(page: Document): number {
  const pictures = [...page.querySelectorAll('img')]
  for (const picture of pictures) picture.remove()
  return pictures.filter(picture => picture.getAttribute('role') !== 'checkbox').length
}

const headings = 'h1, h2, h3, h4, h5, h6'
const headingsInside = ['li', 'td', 'th', 'blockquote']
  .map(name => `${name} :is(${headings})`)
  .join()

const levelOf = ({ tagName }: Element): number => Number(tagName.slice(1))

/** A section has two levels of headings: the highest of what is pasted is the first, unless it is a subheading itself. */
function levelHeadings(page: Document): void {
  for (const element of page.querySelectorAll('p[role="heading"], p.MsoTitle'))
    rename(element, `h${Math.min(6, Number(element.getAttribute('aria-level') ?? 1))}`)
  const found = [...page.querySelectorAll(headings)]
  const highest = Math.min(...found.map(levelOf))
  for (const heading of found) {
    const plain = rename(heading, levelOf(heading) === highest && highest < 3 ? 'h2' : 'h3')
    for (const bold of plain.querySelectorAll('b, strong')) bold.replaceWith(...bold.childNodes)
    for (const bold of plain.querySelectorAll<HTMLElement>('[style]')) bold.style.fontWeight = ''
  }
}

function rename(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name)
  other.append(...element.childNodes)
  element.replaceWith(other)
  return other
}

const isQuote = (element: Element | null): boolean =>
  element?.matches('p.MsoQuote, p.MsoIntenseQuote') ?? false

function gatherQuotes(page: Document): void {
  for (const first of page.querySelectorAll('p')) {
    if (!isQuote(first) || isQuote(first.previousElementSibling)) continue
    const quote = page.createElement('blockquote')
    first.before(quote)
    for (let next = quote.nextElementSibling; next && isQuote(next);) {
      quote.append(next)
      next = quote.nextElementSibling
    }
  }
}

/** Lists, quotes and tables hold no headings. */
function becomeBold(heading: Element): void {
  const paragraph = rename(heading, 'p')
  const bold = paragraph.ownerDocument.createElement('strong')
  bold.append(...paragraph.childNodes)
  paragraph.append(bold)
}

const blocks = 'p, h1, h2, h3, ul, ol, table, blockquote, div'

/** Lines that only make room. */
function dropEmpty(page: Document): void {
  for (const line of page.querySelectorAll('br'))
    if (isLast(line) || [...(line.parentElement?.children ?? [])].some(one => one.matches(blocks)))
      line.remove()
  for (const block of page.querySelectorAll('p, h2, h3'))
    if (!block.textContent?.trim() && !block.closest('td, th')) block.remove()
}

function isLast(line: Element): boolean {
  for (let next = line.nextSibling; next; next = next.nextSibling)
    if (next.textContent?.trim() || next instanceof HTMLBRElement) return false
  return line.parentElement?.matches('p, li, h2, h3, td, th') ?? false
}
