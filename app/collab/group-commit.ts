/** How many writes run at once: PostgreSQL brings commits that meet to the disk together. How many rows one takes. */
const inFlight = 6
const largestBatch = 500

type Waiting<Row> = {
  row: Row
  resolve: (stored: boolean) => void
  reject: (reason: unknown) => void
}

/**
 * Gathers the rows that arrive while a write is on its way into the next one, so that 200 writers cost few commits.
 * @param write stores a batch, all or none, but for rows that may not be stored: it returns the places of those that were.
 * @returns a function that stores one row, and resolves once it is committed: to false where it may not be stored.
 */
export function groupCommit<Row>(write: (rows: Row[]) => Promise<ReadonlySet<number>>) {
  const queue: Waiting<Row>[] = []
  let writing = 0

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
        next()
      })
  }

  return (row: Row): Promise<boolean> =>
    new Promise((resolve, reject) => {
      queue.push({ row, resolve, reject })
      next()
    })
}
