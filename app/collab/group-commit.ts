/** How many writes run at once: one is prepared while the other waits for the disk. How many rows one takes. */
const inFlight = 2
const largestBatch = 500

type Waiting<Row> = {
  row: Row
  resolve: (stored: boolean) => void
  reject: (reason: unknown) => void
}

/**
 * Gathers the rows that arrive in one turn of the event loop, or while two writes are on their way, into one: the busier
 * the server is, the fewer commits, answers and frames to the others each change costs.
 * @param write stores a batch, all or none, but for rows that may not be stored: it returns the places of those that were.
 * @returns a function that stores one row, and resolves once it is committed: to false where it may not be stored.
 */
export function groupCommit<Row>(write: (rows: Row[]) => Promise<ReadonlySet<number>>) {
  const queue: Waiting<Row>[] = []
  let writing = 0
  let gathers = false

  function soon() {
    if (gathers) return
    gathers = true
    setImmediate(() => {
      gathers = false
      next()
    })
  }

  function next() {
    if (writing >= inFlight || queue.length === 0) return
    const batch = queue.splice(0, largestBatch)
    writing++
    write(batch.map(({ row }) => row))
      .then(
        stored => batch.forEach(({ resolve }, at) => resolve(stored.has(at))),
        reason => batch.forEach(({ reject }) => reject(reason)),
      )
      .finally(() => {
        writing--
        soon()
      })
  }

  return (row: Row): Promise<boolean> =>
    new Promise((resolve, reject) => {
      queue.push({ row, resolve, reject })
      soon()
    })
}
