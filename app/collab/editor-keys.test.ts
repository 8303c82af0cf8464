import { expect, test } from 'vitest'
import { editorActOf, type KeyPress } from './editor-keys'

const press = (held: string, key: string, code: string): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  altGraph: held.includes('gr'),
})

test.each([
  ['ctrl alt', '1', 'Digit1', 'heading'],
  ['meta alt', '©', 'Digit1', 'heading'],
  ['ctrl alt', '@', 'Digit2', 'subheading'],
  ['ctrl alt', '£', 'Digit3', 'subheading'],
  ['ctrl alt', '0', 'Digit0', 'plain'],
  ['ctrl alt', 'm', 'KeyM', 'comment'],
  ['meta alt', 'µ', 'KeyM', 'comment'],
  ['ctrl alt', 'f', 'KeyF', 'footnote'],
  ['ctrl', 'k', 'KeyK', 'link'],
  ['ctrl alt shift', 'X', 'KeyX', 'suggest'],
  ['ctrl alt shift', 'Z', 'KeyZ', 'write'],
])('%s and %s (%s) is %s', (held, key, code, act) => {
  expect(editorActOf(press(held, key, code))).toBe(act)
})

test.each([
  ['AltGr writes @', 'ctrl alt gr', '@', 'Digit2'],
  ['AltGr writes µ', 'gr', 'µ', 'KeyM'],
  ['a letter is a letter', '', 'k', 'KeyK'],
  ['a screen reader on a Mac', 'ctrl meta alt', 'm', 'KeyM'],
  ['undo', 'ctrl', 'z', 'KeyZ'],
  ['redo', 'ctrl shift', 'Z', 'KeyZ'],
  ['the browser’s private window', 'ctrl shift', 'N', 'KeyN'],
  ['the browser’s own number keys', 'ctrl', '1', 'Digit1'],
  ['a menu of the browser', 'alt', 'm', 'KeyM'],
])('%s: not ours', (_, held, key, code) => {
  expect(editorActOf(press(held, key, code))).toBe(null)
})
