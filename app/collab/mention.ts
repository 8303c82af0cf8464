/** A member of the group, as a comment may name them. */
export type Mentionable = { readonly id: string; readonly name: string }

/** A name in a comment that is being written: `@Name`, from the character `at`. */
export type Mention = Mentionable & { readonly at: number }

/** A comment that is being written, with the names that were chosen in it. */
export type CommentDraft = { readonly text: string; readonly mentions: readonly Mention[] }

export const emptyComment: CommentDraft = { text: '', mentions: [] }

/** A piece of a comment as it is read; `mention` tells whether it names the reader or another member. */
export type CommentPart = { readonly text: string; readonly mention: 'reader' | 'other' | null }

/** How a stored comment names a member: by id, since a name may change. */
const stored = /@\{([\w-]{1,60})\}/g

/** The members that a stored comment names, each once. */
export const mentionedIn = (body: string): string[] => [
  ...new Set([...body.matchAll(stored)].flatMap(([, id]) => id ?? [])),
]

/** A stored comment as its reader sees it. */
export function partsOf(
  body: string,
  readerId: string,
  nameOf: (memberId: string) => string,
): CommentPart[] {
  // what a pattern with one group splits off lies at the odd places
  const pieces = body.split(stored).map((piece, at): CommentPart => {
    if (at % 2 === 0) return { text: piece, mention: null }
    return { text: `@${nameOf(piece)}`, mention: piece === readerId ? 'reader' : 'other' }
  })
  return pieces.filter(({ text }) => text !== '')
}

/** The comment as it is sent and stored, each chosen name as its member's id. */
export const bodyOf = ({ text, mentions }: CommentDraft): string =>
  mentions
    .toSorted((a, b) => b.at - a.at)
    .reduce((body, { at, id, name }) => spliced(body, at, at + 1 + name.length, `@{${id}}`), text)

/** The comment after its text was edited: names that the edit left alone move with their place, others are words again. */
export function edited(before: CommentDraft, text: string): CommentDraft {
  const moved = text.length - before.text.length
  const same = commonStart(before.text, text)
  const mentions = before.mentions.flatMap(mention => {
    const { at, name } = mention
    const ends = at + 1 + name.length
    const stays = ends <= same ? [at] : [at + moved, at]
    const found = stays.find(place => place >= 0 && text.startsWith(`@${name}`, place))
    return found === undefined ? [] : [{ ...mention, at: found }]
  })
  return { text, mentions }
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

/** What is being looked for where the caret stands: the words after an `@` that begins a word; null for nothing. */
export function askedAt({ text, mentions }: CommentDraft, caret: number) {
  const [, query] = /(?:^|[\s(])@([^@\n]{0,40})$/u.exec(text.slice(0, caret)) ?? []
  if (query === undefined) return null
  const at = caret - query.length - 1
  return mentions.some(mention => mention.at === at) ? null : { at, query }
}

/** How many names are offered at once. */
const offered = 8

/** The members with a name, or a later part of one, that begins with the words. */
export function matching(members: readonly Mentionable[], query: string): Mentionable[] {
  const wanted = query.toLocaleLowerCase('sv')
  const begins = ({ name }: Mentionable) => {
    const words = name.toLocaleLowerCase('sv').split(/\s+/)
    return words.some((_, from) => words.slice(from).join(' ').startsWith(wanted))
  }
  return members.filter(begins).slice(0, offered)
}

/** The comment with the member named in place of what was looked for, and where the caret goes. */
export function chosen(
  draft: CommentDraft,
  { at, query }: { readonly at: number; readonly query: string },
  member: Mentionable,
): { draft: CommentDraft; caret: number } {
  const name = `@${member.name} `
  const text = spliced(draft.text, at, at + 1 + query.length, name)
  const { mentions } = edited(draft, text)
  return {
    draft: { text, mentions: [...mentions, { ...member, at }] },
    caret: at + name.length,
  }
}

const spliced = (text: string, from: number, to: number, put: string): string =>
  text.slice(0, from) + put + text.slice(to)
