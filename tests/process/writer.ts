import { SectionClient } from './section-client'

/** So much is typed ahead of the acknowledgements, with the line or without. */
const ahead = 30

/** A member who types, on and off line, letters that stand nowhere else in the text. */
export class Writer {
  readonly client: SectionClient
  #typing: NodeJS.Timeout | undefined
  #pauses = false

  constructor(
    url: string,
    cookie: string,
    section: string,
    /** The letters, typed over and over, so that a lost one breaks the order. */
    readonly letters: string,
  ) {
    this.client = new SectionClient(url, cookie, section)
  }

  type() {
    this.#typing = setInterval(() => {
      const { sent, unsaved } = this.client
      if (unsaved === 0) this.#pauses = false
      if (unsaved >= ahead) this.#pauses = true
      if (!this.#pauses) this.client.type(this.letters[sent % this.letters.length] ?? '')
    }, 6)
  }

  rest() {
    clearInterval(this.#typing)
  }

  /** What of the first `count` characters is not in the text in the order that they were typed in. */
  missingIn(text: string, count: number): string {
    const wanted = this.letters.repeat(Math.ceil(count / this.letters.length)).slice(0, count)
    const found = [...text].filter(character => this.letters.includes(character)).join('')
    if (found.startsWith(wanted)) return ''
    return `${wanted.length} typed, ${found.length} found`
  }

  close() {
    this.rest()
    this.client.close()
  }
}

/** Two alphabets that Swedish text does not use. */
export const alphabets = ['αβγδεζηθικλμνξοπρστυφχψω', 'абвгдежзийклмнопрстуфхцчшщъыьэюя'] as const
