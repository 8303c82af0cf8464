import { Fragment, isValidElement, type ReactNode } from 'react'

/** Rows that were written from plain values, by what drew them and the values; the one used last at the end. */
const kept = new WeakMap<object, Map<string, string>>()

/** A row of figures is one or two kilobytes. */
const mostKept = 4_000

/**
 * The cells that `draw` makes of the values alone, written once for the same values.
 * @param of what JSON keeps: texts, numbers, lists and records of them.
 */
export function markupFrom<Of>(draw: (of: Of, live: null) => ReactNode, of: Of): string {
  const known = kept.get(draw) ?? new Map<string, string>()
  kept.set(draw, known)
  const key = JSON.stringify(of)
  const markup = known.get(key) ?? markupOf(draw(of, null))
  known.delete(key)
  known.set(key, markup)
  const [oldest] = known.keys()
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
  return markup
}

/** What is written so far, and whether it ends in text: React puts a mark before the text that follows. */
type Written = { readonly parts: string[]; inText: boolean }

type Props = { readonly children?: ReactNode; readonly [name: string]: unknown }

/**
 * The nodes as HTML, letter for letter as React's server writes them. Components are called in place, so it is called
 * while React renders one. Knows what a row of figures is made of, and throws at other tags and attributes.
 */
export function markupOf(node: ReactNode): string {
  const written: Written = { parts: [], inText: false }
  write(node, written)
  return written.parts.join('')
}

function write(node: ReactNode, to: Written): void {
  if (typeof node === 'string') writeText(node, to)
  else if (typeof node === 'number') writeText(String(node), to)
  else if (Array.isArray(node)) for (const each of node) write(each, to)
  else if (isValidElement<Props>(node)) {
    const { type, props } = node
    if (typeof type === 'string') writeElement(type, props, to)
    else write(type === Fragment ? props.children : Reflect.apply(type, undefined, [props]), to)
  } else if (node !== null && node !== undefined && typeof node !== 'boolean')
    throw new TypeError('A row holds text and elements')
}

function writeText(text: string, to: Written) {
  if (text === '') return
  if (to.inText) to.parts.push('<!-- -->')
  to.parts.push(escaped(text))
  to.inText = true
}

/** Tags that need no namespace, and keep no value of what is typed. */
const tags = new Set('th td div p ul li form button a span b svg path br input'.split(' '))
const endless = new Set(['br', 'input'])

function writeElement(tag: string, props: Props, to: Written) {
  if (!tags.has(tag) || (tag === 'input' && props.type !== 'hidden'))
    throw new TypeError(`A row is not made of <${tag}>`)
  const { parts } = to
  parts.push('<', tag)
  for (const name in props) {
    const value = props[name]
    if (name === 'children' || value === undefined || value === null || name.startsWith('on'))
      continue
    parts.push(' ', attributeName(name), '="', escaped(String(value)), '"')
  }
  to.inText = false
  if (endless.has(tag)) return void parts.push('/>')
  parts.push('>')
  write(props.children, to)
  parts.push('</', tag, '>')
  to.inText = false
}

/** How HTML spells the attributes that rows have used; at first those that it spells in another way than React. */
const spelling = new Map([
  ['className', 'class'],
  ['tabIndex', 'tabindex'],
  ['viewBox', 'viewBox'],
])

function attributeName(name: string): string {
  const known = spelling.get(name)
  if (known !== undefined) return known
  if (!/^[a-z-]+$/.test(name)) throw new TypeError(`No cell has the attribute ${name}`)
  spelling.set(name, name)
  return name
}

const signs: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#x27;',
  '<': '&lt;',
  '>': '&gt;',
}

const escaped = (text: string): string =>
  /["&'<>]/.test(text) ? text.replaceAll(/["&'<>]/g, sign => signs[sign] ?? '') : text
