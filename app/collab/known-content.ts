import type { ContentMatch, NodeType } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { deepestList, ImageBlock } from '~/proposal/section-content'
import type { DecodedUpdate } from './decoded-update'
import { editorSchema } from './editor-schema'
import { markName } from './mark-name'
import { textFragment } from './section-doc'

/** What was looked at: the schema has it, has it not, or it builds on what is not here. */
export type Known = 'known' | 'unknown' | 'missing'

/**
 * Whether the schema knows all that an update brings: nodes and where they stand, marks, attributes. An editor erases for
 * all, merely by opening the section, whatever it does not know. What the update takes away is not judged: two who
 * delete at once may leave an empty list between them, and did no wrong. Looks at what is new alone, however long the
 * section is.
 */
export function knownContent(doc: Y.Doc, { structs }: DecodedUpdate): Known {
  const brought = new Brought(doc, structs)
  let missing = hasGap(doc, structs)
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || brought.isHeld(struct)) continue
    const place = brought.placeOf(struct)
    if (place === 'gone') continue
    if (place === 'missing') missing = true
    else if (!fitsIn(struct, place)) return 'unknown'
  }
  return missing ? 'missing' : 'known'
}

/** Whether one of the clients made something between what is here and what the update brings, or within that. */
function hasGap(doc: Y.Doc, structs: DecodedUpdate['structs']): boolean {
  const here = new Map<number, number>()
  return structs.some(struct => {
    const { id, length } = struct
    const known = here.get(id.client) ?? Y.getState(doc.store, id.client)
    here.set(id.client, Math.max(known, id.clock + length))
    return id.clock > known || (struct instanceof Y.Skip && id.clock + length > known)
  })
}

/** What an item stands in: the section itself, a block, a text. */
type Place = {
  readonly name: string
  /** Which attribute of it the item is; null for what stands inside. */
  readonly attribute: string | null
  /** How many lists it lies in, itself counted. */
  readonly lists: number
}
type Found = Place | 'gone' | 'missing'

/** The types of an update that has not been applied, beside those of the document. */
class Brought {
  private readonly items = new Map<string, Y.Item>()
  private readonly places = new Map<Y.Item, Found>()

  private readonly byClient: ReadonlyMap<number, readonly Y.Item[]>
  private readonly top: Y.XmlFragment

  constructor(
    private readonly doc: Y.Doc,
    structs: readonly object[],
  ) {
    // a part that nobody has asked for has no type yet
    this.top = textFragment(doc)
    for (const struct of structs)
      if (struct instanceof Y.Item) this.items.set(keyOf(struct.id), struct)
    this.byClient = groupByClient(this.items.values())
  }

  /** Whether the document has it already: each reconnect may send it again. */
  isHeld({ id, length }: Y.Item): boolean {
    return Y.getState(this.doc.store, id.client) >= id.clock + length
  }

  /** What the item stands in. Without a word of its own it stands where its neighbour does. */
  placeOf(item: Y.Item): Found {
    const neighbours = new Set<Y.Item>()
    let at: Y.Item | Found = item
    while (at instanceof Y.Item && !this.places.has(at)) {
      // a forged ring of neighbours stands nowhere
      if (neighbours.has(at)) return 'missing'
      neighbours.add(at)
      at = this.step(at)
    }
    const found: Found = at instanceof Y.Item ? (this.places.get(at) ?? 'missing') : at
    for (const one of neighbours) this.places.set(one, found)
    return found
  }

  private step(item: Y.Item): Y.Item | Found {
    const { parent, parentSub } = item
    if (!parent) {
      const neighbour = item.origin ?? item.rightOrigin
      return neighbour ? this.find(neighbour) : 'gone'
    }
    const found =
      parent instanceof Y.ID
        ? this.inside(this.find(parent))
        : typeof parent === 'string'
          ? rootPlace(parent)
          : this.ofType(parent)
    return typeof found === 'string' ? found : { ...found, attribute: parentSub }
  }

  private find(id: Y.ID): Y.Item | 'gone' | 'missing' {
    if (Y.getState(this.doc.store, id.client) > id.clock) {
      const held: unknown = Y.getItem(this.doc.store, id)
      return held instanceof Y.Item ? held : 'gone'
    }
    return this.items.get(keyOf(id)) ?? covering(this.byClient.get(id.client), id.clock)
  }

  private inside(item: Y.Item | 'gone' | 'missing'): Found {
    if (!(item instanceof Y.Item)) return item
    // what stood in a block that is deleted is deleted with it
    if (!(item.content instanceof Y.ContentType)) return 'gone'
    const around = this.placeOf(item)
    if (typeof around === 'string') return around
    const name = nameOf(item.content.type)
    return { name, attribute: null, lists: around.lists + (isList(name) ? 1 : 0) }
  }

  private ofType(type: Y.AbstractType<unknown>): Found {
    if (type === this.top) return rootPlace('default')
    return type._item ? this.inside(type._item) : rootPlace('')
  }
}

const keyOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`

function groupByClient(items: Iterable<Y.Item>): Map<number, Y.Item[]> {
  const groups = new Map<number, Y.Item[]>()
  for (const item of items) {
    const group = groups.get(item.id.client)
    if (group) group.push(item)
    else groups.set(item.id.client, [item])
  }
  return groups
}

/** The item that holds the clock, of one client's in their order. */
function covering(items: readonly Y.Item[] = [], clock: number): Y.Item | 'missing' {
  let [low, high] = [0, items.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (!item) break
    if (item.id.clock > clock) high = middle - 1
    else if (item.id.clock + item.length <= clock) low = middle + 1
    else return item
  }
  return 'missing'
}

const topName = editorSchema.topNodeType.name
const textName = 'text'

const rootPlace = (part: string): Place => ({
  name: part === 'default' ? topName : '',
  attribute: null,
  lists: 0,
})

const isList = (name: string): boolean => name.endsWith('List')

/** The schema's name of a type; none for what an editor does not make. */
function nameOf(type: Y.AbstractType<unknown>): string {
  if (type instanceof Y.XmlText) return textName
  return type instanceof Y.XmlElement && type.nodeName !== textName ? type.nodeName : ''
}

/** The kinds that may stand in each kind of node: which of them, and how many, an editor mends by itself. */
const childrenOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.values(editorSchema.nodes).map(type => [type.name, namesIn(type)]),
)

function namesIn(type: NodeType): Set<string> {
  const names = new Set<string>()
  const seen = new Set<ContentMatch>()
  const waiting = [type.contentMatch]
  for (let match = waiting.pop(); match; match = waiting.pop()) {
    if (seen.has(match)) continue
    seen.add(match)
    for (let i = 0; i < match.edgeCount; i++) {
      const edge = match.edge(i)
      names.add(edge.type.name)
      waiting.push(edge.next)
    }
  }
  return names
}

function fitsIn({ content }: Y.Item, { name, attribute, lists }: Place): boolean {
  if (content instanceof Y.ContentDeleted) return true
  if (attribute !== null)
    return content instanceof Y.ContentAny && content.arr.every(isAttribute(name, attribute))
  if (content instanceof Y.ContentString) return name === textName
  if (content instanceof Y.ContentFormat)
    return name === textName && isMark(content.key, content.value)
  if (!(content instanceof Y.ContentType)) return false
  const child = nameOf(content.type)
  if (!childrenOf.get(name)?.has(child)) return false
  return !isList(child) || lists < deepestList
}

const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** What attributes hold that do not take any value. */
const values: Readonly<Record<string, (value: unknown) => boolean>> = {
  level: value => value === 2 || value === 3,
  colspan: value => value === 1,
  rowspan: value => value === 1,
  colwidth: value => value === null,
  sha256: value => ImageBlock.shape.attrs.shape.sha256.safeParse(value).success,
  alt: value => ImageBlock.shape.attrs.shape.alt.safeParse(value).success,
  width: value => ImageBlock.shape.attrs.shape.width.safeParse(value).success,
  caption: value => ImageBlock.shape.attrs.shape.caption.safeParse(value).success,
  height: value => ImageBlock.shape.attrs.shape.height.safeParse(value).success,
}

/** An attribute of a node, with a value that an editor sets. */
const isAttribute =
  (node: string, attribute: string) =>
  (value: unknown): boolean => {
    const attributes = editorSchema.nodes[node]?.spec.attrs ?? {}
    if (!(attribute in attributes) || !isPlain(value)) return false
    return values[attribute]?.(value) ?? true
  }

function isMark(key: string, value: unknown): boolean {
  const mark = editorSchema.marks[markName(key)]
  if (!mark) return false
  if (value === null) return true
  const known = mark.spec.attrs ?? {}
  return (
    typeof value === 'object' &&
    Object.entries(value).every(([attribute, one]) => attribute in known && isPlain(one))
  )
}
