/** The first 32 bits of the fractional parts of the roots that FIPS 180-4 names: square roots of 8 primes, cube of 64. */
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32)
const primes = firstPrimes(64)
const rounds = Uint32Array.from(primes, prime => fraction(Math.cbrt(prime)))
const start = Uint32Array.from(primes.slice(0, 8), prime => fraction(Math.sqrt(prime)))

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++)
    if (found.every(prime => n % prime !== 0)) found.push(n)
  return found
}

/**
 * SHA-256 of the text's UTF-8 bytes, 64 hexadecimal digits (FIPS 180-4). Pure, so that a check can compare a
 * framework's hash in any place; the shell, which has the machine's own, gives the same.
 */
export function sha256Of(text: string): string {
  const message = padded(new TextEncoder().encode(text))
  const state = Uint32Array.from(start)
  const schedule = new Uint32Array(64)
  const view = new DataView(message.buffer)
  for (let at = 0; at < message.length; at += 64) compress(state, schedule, view, at)
  return Array.from(state, word => word.toString(16).padStart(8, '0')).join('')
}

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  message.set(bytes)
  message[bytes.length] = 0x80
  new DataView(message.buffer).setBigUint64(message.length - 8, BigInt(bytes.length) * 8n)
  return message
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
const at = (words: Uint32Array, index: number): number => words[index] ?? 0

function compress(state: Uint32Array, w: Uint32Array, view: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(offset + 4 * i)
  for (let i = 16; i < 64; i++) {
    const before = at(w, i - 15)
    const recent = at(w, i - 2)
    const s0 = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3)
    const s1 = turn(recent, 17) ^ turn(recent, 19) ^ (recent >>> 10)
    w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(rounds, i) + at(w, i)) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = at(state, i) + word
}
