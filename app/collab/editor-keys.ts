/** What the text does at a press of its keys, beside what every text does. */
export type EditorAct =
  'heading' | 'subheading' | 'plain' | 'link' | 'comment' | 'footnote' | 'suggest' | 'write'

export type KeyPress = {
  readonly key: string
  /** Which key it is, by its place: `Digit1`. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  /** Set while AltGr is held, which some systems tell of as Ctrl and Alt: it writes @, £ and }. */
  readonly altGraph: boolean
}

/** Ctrl and Alt with these, as in Word and Google Docs. A page's own heading is level 1, so the second and third are one. */
const withAlt: Readonly<Record<string, EditorAct>> = {
  Digit0: 'plain',
  Digit1: 'heading',
  Digit2: 'subheading',
  Digit3: 'subheading',
}
const lettersWithAlt: Readonly<Record<string, EditorAct>> = { m: 'comment', f: 'footnote' }
const withAltAndShift: Readonly<Record<string, EditorAct>> = { x: 'suggest', z: 'write' }

/** What a press asks the text to do; null where the press is none of its own. */
export function editorActOf(press: KeyPress): EditorAct | null {
  const { key, code, altKey, shiftKey, altGraph } = press
  if (altGraph || press.ctrlKey === press.metaKey) return null
  const letter = /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key.toLowerCase()
  if (!altKey) return !shiftKey && letter === 'k' ? 'link' : null
  if (shiftKey) return withAltAndShift[letter] ?? null
  return lettersWithAlt[letter] ?? withAlt[code] ?? null
}
