import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  askedAt,
  bodyOf,
  chosen,
  edited,
  emptyComment,
  matching,
  mentionedIn,
  partsOf,
  type CommentDraft,
} from './mention'

const anna = { id: 'anna_01', name: 'Anna Berg' }
const bo = { id: 'bo-02', name: 'Bo' }
const members = [anna, bo, { id: 'lo', name: 'Åsa Bergman Lo' }]

const write = (text: string, draft = emptyComment) => edited(draft, text)
const choose = (draft: CommentDraft, member: typeof anna) => {
  const asked = askedAt(draft, draft.text.length)
  if (!asked) throw new Error('nothing is asked for')
  return chosen(draft, asked, member).draft
}
const nameOf = (id: string) => members.find(member => member.id === id)?.name ?? 'Okänd'
const readText = (body: string) =>
  partsOf(body, bo.id, nameOf)
    .map(({ text }) => text)
    .join('')

describe('who is looked for', () => {
  test.each([
    ['@', '@'.length, ''],
    ['Hej @an', 7, 'an'],
    ['(@Anna B', 8, 'Anna B'],
    ['rad\n@bo', 7, 'bo'],
  ])('%j', (text, caret, query) => {
    expect(askedAt(write(text), caret)).toMatchObject({ query })
  })

  test.each(['', 'Hej', 'anna@exempel.se', '@bo\nnästa rad'])('nobody: %j', text => {
    expect(askedAt(write(text), text.length)).toBe(null)
  })

  test('a name that is chosen is not looked for again', () => {
    const draft = choose(write('Hej @bo'), bo)
    expect(draft.text).toBe('Hej @Bo ')
    expect(askedAt(draft, draft.text.length)).toBe(null)
  })

  test.each([
    ['', ['Anna Berg', 'Bo', 'Åsa Bergman Lo']],
    ['B', ['Anna Berg', 'Bo', 'Åsa Bergman Lo']],
    ['berg', ['Anna Berg', 'Åsa Bergman Lo']],
    ['bergman l', ['Åsa Bergman Lo']],
    ['ÅS', ['Åsa Bergman Lo']],
    ['nna', []],
  ])('%j finds %j', (query, names) => {
    expect(matching(members, query).map(({ name }) => name)).toEqual(names)
  })
})

describe('a comment with names', () => {
  test('is stored by id and read by name', () => {
    const draft = choose(write('Hej @Bo , och @an', choose(write('Hej @'), bo)), anna)
    const body = bodyOf(draft)
    expect(body).toBe('Hej @{bo-02} , och @{anna_01} ')
    expect(mentionedIn(`${body}@{bo-02}`)).toEqual(['bo-02', 'anna_01'])
    expect(partsOf(body, bo.id, nameOf)).toEqual([
      { text: 'Hej ', mention: null },
      { text: '@Bo', mention: 'reader' },
      { text: ' , och ', mention: null },
      { text: '@Anna Berg', mention: 'other' },
      { text: ' ', mention: null },
    ])
    expect(partsOf('Hej @{gone}', bo.id, nameOf).at(-1)?.text).toBe('@Okänd')
  })

  test('a name that is written over is words', () => {
    const draft = choose(write('Hej @bo'), bo)
    expect(bodyOf(edited(draft, 'Hej @Boel '))).toBe('Hej @{bo-02}el ')
    expect(bodyOf(edited(draft, 'Hej @B '))).toBe('Hej @B ')
    expect(bodyOf(edited(draft, 'Hej ! '))).toBe('Hej ! ')
    expect(bodyOf(edited(draft, '@Hej @Bo '))).toBe('@Hej @{bo-02} ')
  })

  const word = fc.constantFrom('@', 'a', ' ', 'Bo', '@Bo', '@Anna Berg', '\n', 'Berg')

  test('edits around the names leave them, and what is read is what was written', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(word), fc.array(word), (before, between, after) => {
        const first = choose(write(`${before.join('')} @`), anna)
        const both = choose(edited(first, `${first.text}${between.join('')} @`), bo)
        const whole = edited(both, `${both.text}${after.join('')}`)
        expect(mentionedIn(bodyOf(whole)).toSorted()).toEqual([anna.id, bo.id])
        expect(readText(bodyOf(whole))).toBe(whole.text)
        const led = edited(whole, `${after.join('')}${whole.text}`)
        expect(mentionedIn(bodyOf(led)).toSorted()).toEqual([anna.id, bo.id])
        expect(readText(bodyOf(led))).toBe(led.text)
      }),
    )
  })

  test('any edit leaves names that stand in the text, no two in one place', () => {
    const edit = fc.tuple(fc.nat(60), fc.nat(20), fc.array(word, { maxLength: 3 }))
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), edits => {
        let draft = choose(write('@Bo @an', choose(write('@'), bo)), anna)
        for (const [from, length, put] of edits)
          draft = edited(
            draft,
            draft.text.slice(0, from) + put.join('') + draft.text.slice(from + length),
          )
        expect(new Set(draft.mentions.map(({ at }) => at)).size).toBe(draft.mentions.length)
        expect(readText(bodyOf(draft))).toBe(draft.text)
      }),
    )
  })
})
