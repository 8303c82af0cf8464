import { Unreadable } from './sheet'

/** What stands next in an XML text. Names have no namespace prefix. */
export type XmlEvent =
  | { readonly type: 'open'; readonly name: string; readonly attributes: string }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string }

/**
 * The parts of an XML text in their order, without a tree. A document type is refused, and with it every entity of its
 * own and everything from outside.
 * @throws Unreadable
 */
export function* xmlEvents(xml: string, overdue: () => boolean): Generator<XmlEvent> {
  let at = 0
  for (let count = 0; at < xml.length; count++) {
    if (count % 4096 === 0 && overdue())
      throw new Unreadable('Filen tog för lång tid att läsa. Spara bara bladet med budgetramen.')
    const open = xml.indexOf('<', at)
    if (open !== at)
      yield { type: 'text', text: unescaped(xml.slice(at, open < 0 ? undefined : open)) }
    if (open < 0) return
    if (xml.startsWith('<!--', open)) at = endOf(xml, '-->', open)
    else if (xml.startsWith('<![CDATA[', open)) {
      at = endOf(xml, ']]>', open)
      yield { type: 'text', text: xml.slice(open + 9, at - 3) }
    } else if (xml.startsWith('<?', open)) at = endOf(xml, '?>', open)
    else if (xml.startsWith('<!', open)) throw forbiddenDeclaration()
    else {
      at = endOf(xml, '>', open)
      yield* tagEvents(xml.slice(open + 1, at - 1))
    }
  }
}

const forbiddenDeclaration = () =>
  new Unreadable(
    'Filen har egna XML-deklarationer (DOCTYPE), som kan hämta annat utifrån, och läses inte. Spara om den i kalkylprogrammet.',
  )

const damaged = () => new Unreadable('Filens XML är skadad. Spara om den i kalkylprogrammet.')

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from)
  if (end < 0) throw damaged()
  return end + mark.length
}

function* tagEvents(tag: string): Generator<XmlEvent> {
  const closing = tag.startsWith('/')
  const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1]
  if (!name) throw damaged()
  if (closing) return yield { type: 'close', name }
  yield { type: 'open', name, attributes: tag }
  if (tag.endsWith('/')) yield { type: 'close', name }
}

/** One attribute of an opening tag, with or without a namespace prefix; null where it has none of that name. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? unescaped(found[1] ?? found[2] ?? '') : null
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (_, decimal, hex, name) => {
    if (name) {
      const character = named[name]
      if (character === undefined) throw forbiddenDeclaration()
      return character
    }
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}
