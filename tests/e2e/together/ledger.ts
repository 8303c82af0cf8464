/** A sign that the test counts: no word of the demo has one. */
const first = 0x4e00
const last = 0x9fff

/** What all have typed, each sign once in the whole run, so that one that is lost or doubled shows. */
export class Ledger {
  readonly #typed = new Set<string>()
  readonly #loose = new Set<string>()
  #next = first

  /** So many signs that nobody has typed before, as typed now. */
  newSigns(count: number): string[] {
    const signs = Array.from({ length: count }, () => String.fromCodePoint(this.#next++))
    if (this.#next > last) throw new Error('There are no more signs to type')
    signs.forEach(sign => this.#typed.add(sign))
    return signs
  }

  get count(): number {
    return this.#typed.size
  }

  /** These may be gone in the end: somebody took them away. */
  loosen(words: Iterable<string>): void {
    for (const sign of words) this.#loose.add(sign)
  }

  /** The signs that stand there twice, and those that are missing though nobody took them away. */
  faultsIn(text: string): string[] {
    const { missing, doubled } = this.#wrongIn(text)
    return [
      ...missing.map(sign => `${sign} is missing`),
      ...doubled.map(sign => `${sign} is there twice`),
    ]
  }

  /** The first of them, to be followed through the log. */
  signsIn(text: string): string[] {
    const { missing, doubled } = this.#wrongIn(text)
    return [...missing, ...doubled].slice(0, 3)
  }

  #wrongIn(text: string) {
    const counts = new Map<string, number>()
    for (const sign of text)
      if (this.#typed.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    const missing = [...this.#typed].filter(sign => !counts.has(sign) && !this.#loose.has(sign))
    const doubled = [...counts].filter(([, count]) => count > 1).map(([sign]) => sign)
    return { missing, doubled }
  }

  /** How many have to be there. */
  get held(): number {
    return [...this.#typed].filter(sign => !this.#loose.has(sign)).length
  }
}
