import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What another program finds in a PDF file. */
export type ReadPdf = {
  readonly pages: number
  /** The text of all pages, a form feed between them, without the hyphens that were set at ends of lines. */
  readonly text: string
  /** The stretches that the text is written in: where something unseen stands between two signs, they are apart. */
  readonly stretches: readonly string[]
  readonly title: string
  readonly language: string | null
  /** The file's own description (XMP), where a PDF/UA file says that it is one. */
  readonly description: string
  readonly marked: boolean
  /** How often each tag stands in the structure tree. */
  readonly tags: ReadonlyMap<string, number>
  /** Headings in order, as their level and text. */
  readonly headings: readonly string[]
  /** Figures, each with its text for who cannot see it. */
  readonly alternatives: readonly (string | undefined)[]
}

type Tag = { role?: string; alt?: string; children?: readonly (Tag | Content)[] }
type Content = { type: string; id: string }

/** Without any space: which spaces and line ends a reader makes of a line's gaps is its own affair. */
export const squeezed = (text: string): string => text.replace(/[\s\u00AD]/gu, '')

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { info } = await document.getMetadata()
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, (_, i) => readPage(document, i + 1)),
  )
  const tags = new Map<string, number>()
  for (const role of pages.flatMap(page => page.roles)) tags.set(role, (tags.get(role) ?? 0) + 1)
  return {
    pages: document.numPages,
    text: pages.map(page => page.text).join('\f'),
    stretches: pages.flatMap(page => page.stretches),
    title: textOf(info, 'Title'),
    language: textOf(info, 'Language') || null,
    description: Buffer.from(bytes).toString('utf8'),
    marked: (await document.getMarkInfo())?.Marked === true,
    tags,
    headings: pages.flatMap(page => page.headings),
    alternatives: pages.flatMap(page => page.alternatives),
  }
}

const textOf = (info: object, key: string): string => {
  const value: unknown = Reflect.get(info, key)
  return typeof value === 'string' ? value : ''
}

async function readPage(document: PDFDocumentProxy, number: number) {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const byContent = new Map<string, string>()
  let text = ''
  const open: string[] = []
  for (const item of items) {
    if ('str' in item) {
      text += item.str + (item.hasEOL ? '\n' : '')
      for (const id of open) byContent.set(id, (byContent.get(id) ?? '') + item.str)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? '')
  }
  const tree: Tag | null = await page.getStructTree()
  const roles: string[] = []
  const headings: string[] = []
  const alternatives: (string | undefined)[] = []
  const visit = (tag: Tag) => {
    const role = tag.role ?? ''
    roles.push(role)
    if (/^H\d$/.test(role)) headings.push(`${role} ${wordsIn(tag, byContent)}`)
    if (role === 'Figure') alternatives.push(tag.alt)
    for (const child of tag.children ?? []) if (!('type' in child)) visit(child)
  }
  if (tree) visit(tree)
  const stretches = items.flatMap(item => ('str' in item ? item.str : []))
  return { text: text.replace(/\u00AD\n?/g, ''), stretches, roles, headings, alternatives }
}

function wordsIn(tag: Tag, byContent: ReadonlyMap<string, string>): string {
  return (tag.children ?? [])
    .map(child => ('type' in child ? (byContent.get(child.id) ?? '') : wordsIn(child, byContent)))
    .join('')
}
