import * as Y from 'yjs'
import type { DecodedUpdate } from './decoded-update'
import { markName } from './mark-name'
import { authorOf, suggestionKinds } from './suggestion'

/** Says whether a mark, by its name and its value, is one that a member's frame may change on words that stand. */
export type MayChange = (name: string, value: unknown) => boolean

type Marks = ReadonlyMap<string, unknown>

/**
 * Puts back the marks that a frame changed on words that stood before it. Yjs ends and begins a mark anew around what is
 * written inside it: where somebody takes the mark away at the same time, as by accepting a suggestion, what was begun
 * anew has no end, and the rest of the paragraph would become a suggestion.
 * @param before the text as it was; `text` is the same with the frame in it, and is mended.
 */
export function keepMarks(before: Y.XmlText, text: Y.XmlText, mayChange: MayChange): void {
  const known = new Map<string, Marks>()
  eachCharacter(before, (id, marks) => known.set(id, marks))
  let at = 0
  const mends: { at: number; marks: Record<string, unknown> }[] = []
  eachCharacter(text, (id, marks) => {
    const were = known.get(id)
    const changed = were ? changedMarks(were, marks, mayChange) : {}
    if (Object.keys(changed).length > 0) mends.push({ at, marks: changed })
    at++
  })
  for (const mend of mends) text.format(mend.at, 1, mend.marks)
}

function changedMarks(were: Marks, are: Marks, mayChange: MayChange): Record<string, unknown> {
  const changed: Record<string, unknown> = {}
  for (const key of new Set([...were.keys(), ...are.keys()])) {
    const [then, now] = [were.get(key), are.get(key)]
    if (JSON.stringify(then) === JSON.stringify(now)) continue
    if (!mayChange(markName(key), then ?? now)) changed[key] = then ?? null
  }
  return changed
}

/** The characters of a text with their identities and marks, in order. */
function eachCharacter(text: Y.XmlText, visit: (id: string, marks: Marks) => void): void {
  let marks: Marks = new Map()
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) {
      const next = new Map(marks)
      const { key, value } = item.content
      if (value === null) next.delete(key)
      else next.set(key, value)
      marks = next
    } else if (item.countable)
      for (let i = 0; i < item.length; i++) visit(`${item.id.client}:${item.id.clock + i}`, marks)
  }
}

/** Who may only suggest changes suggestions of their own, and nothing else. */
export const ownSuggestions =
  (memberId: string): MayChange =>
  (name, value) =>
    suggestionKinds.includes(name) && authorOf(suggestionOf(value)) === memberId

/** The same, but for words that stand already: they are not written by the member, whatever the mark says. */
export const ownButInsertions =
  (memberId: string): MayChange =>
  (name, value) =>
    name !== 'insertion' && ownSuggestions(memberId)(name, value)

/** Writers change what they like, but for the threads and others' suggestions, which commands set and take away. */
export const allButAsides =
  (memberId: string): MayChange =>
  (name, value) =>
    name !== 'comment' &&
    (!suggestionKinds.includes(name) || authorOf(suggestionOf(value)) === memberId)

const suggestionOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'suggestion' in value
    ? String(value.suggestion)
    : ''

/** Whether a writer's frame may have changed marks that are not theirs to change. */
export function touchesAsides({ structs }: DecodedUpdate, memberId: string): boolean {
  const mayChange = allButAsides(memberId)
  return structs.some(
    struct =>
      struct instanceof Y.Item &&
      struct.content instanceof Y.ContentFormat &&
      struct.content.value !== null &&
      !mayChange(markName(struct.content.key), struct.content.value),
  )
}
