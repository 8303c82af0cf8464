import { Transform, type TransformCallback } from 'node:stream'

/**
 * What React writes of a page, handed on in one piece each time that it pauses. React writes two kilobytes at a time,
 * and each piece is compressed, flushed and sent by itself.
 */
export class PageBody extends Transform {
  #parts: Uint8Array[] = []

  override _transform(part: Uint8Array, _encoding: string, done: TransformCallback) {
    this.#parts.push(part)
    done()
  }

  override _flush(done: TransformCallback) {
    this.flush()
    done()
  }

  /** Called by React where it pauses. */
  flush() {
    if (this.#parts.length > 0) this.push(Buffer.concat(this.#parts))
    this.#parts = []
  }
}
