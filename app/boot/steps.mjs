const terminal = process.stdout.isTTY
const width = () => (process.stdout.columns ?? 80) - 1

/**
 * Says which step the start is at, and how far: `2 av 6  Bygger sidorna … 4 s`. On a terminal the line is rewritten;
 * elsewhere a line is added now and then.
 * @param {number} total
 */
export function countSteps(total) {
  let number = 0
  return {
    /**
     * @template T
     * @param {string} title
     * @param {(far: (text: string) => void) => Promise<T> | T} work
     * @returns {Promise<T>}
     */
    async step(title, work) {
      const line = beginLine(`${++number} av ${total}  ${title}`)
      try {
        return await work(line.far)
      } finally {
        line.end()
      }
    },
  }
}

/** @param {string} title */
function beginLine(title) {
  const began = Date.now()
  let far = ''
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const text = () => [title, far, seconds() > 0 ? `${seconds()} s` : ''].filter(Boolean).join(' · ')
  if (!terminal) console.log(title)
  const show = () => (terminal ? rewrite(text()) : console.log(text()))
  const clock = setInterval(show, terminal ? 200 : 10_000)
  if (terminal) show()
  return {
    /** @param {string} progress */
    far: progress => {
      far = progress
    },
    end: () => {
      clearInterval(clock)
      if (terminal) process.stdout.write(`\r\x1b[K${text()}\n`)
    },
  }
}

/** @param {string} text */
const rewrite = text => process.stdout.write(`\r\x1b[K${text.slice(0, width())}`)
