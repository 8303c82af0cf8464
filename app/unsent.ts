/**
 * Changes of a text that the server has not acknowledged, kept in the browser until it has: a closed tab or an ended
 * session loses none. Nothing else of a draft is kept there, and nothing for other eyes: it goes with the sign-out, and
 * when another member comes.
 */
export type Unsent = {
  readonly memberId: string
  readonly proposalId: string
  readonly sectionId: string
  /** Of the editor that made the change. */
  readonly schemaVersion: number
  readonly update: Uint8Array
  readonly at: number
}
export type Kept = Unsent & { readonly key: number }

const name = 'skuggbudget'
const table = 'unsent'
/** No session lives longer: who comes later signs in anew, and a removed member never. */
const longest = 30 * 24 * 60 * 60 * 1000
/** A browser that does not answer at all must not keep a section shut. */
const patience = 2000

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(table, { autoIncrement: true }),
    )
    request.addEventListener('success', () => {
      request.result.addEventListener('versionchange', () => request.result.close())
      request.result.addEventListener('close', () => (opened = null))
      resolve(request.result)
    })
    request.addEventListener('error', () => reject(request.error))
    setTimeout(() => reject(new Error('The browser keeps nothing')), patience)
  })
  opened.catch(() => (opened = null))
  return opened
}

/** Runs the requests in one transaction; resolves once it is written. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await open()).transaction(table, mode)
  const request = work(transaction.objectStore(table))
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(request.result))
    transaction.addEventListener('abort', () => reject(transaction.error))
  })
}

/** Resolves to its key once it is kept. Rejects where the browser keeps nothing: private windows, a full disk. */
export async function keepUnsent(unsent: Unsent): Promise<number> {
  return Number(await inStore('readwrite', store => store.add(unsent)))
}

/** All that is kept, oldest first. */
async function all(): Promise<Kept[]> {
  const found: Kept[] = []
  await inStore('readonly', store => {
    const request = store.openCursor()
    request.addEventListener('success', () => {
      const cursor = request.result
      if (!cursor) return
      found.push({ ...(cursor.value as Unsent), key: Number(cursor.key) })
      cursor.continue()
    })
    return request
  })
  return found
}

/** What the member has not sent; nothing where the browser keeps nothing. */
export async function unsentOf(memberId: string): Promise<Kept[]> {
  const kept = await all().catch(() => [])
  return kept.filter(one => one.memberId === memberId)
}

export async function forgetUnsent(keys: readonly number[]): Promise<void> {
  if (keys.length === 0) return
  await inStore('readwrite', store => {
    keys.forEach(key => store.delete(key))
    return store.count()
  }).catch(() => undefined)
}

/** At sign-out: nothing of a draft stays in the browser. */
export async function forgetAllUnsent(): Promise<void> {
  await inStore('readwrite', store => store.clear()).catch(() => undefined)
}

/** What others left who used the same browser, and what nobody will send any more. */
export async function forgetOthersUnsent(memberId: string): Promise<void> {
  const kept = await all().catch(() => [])
  const old = Date.now() - longest
  await forgetUnsent(
    kept.filter(one => one.memberId !== memberId || one.at < old).map(({ key }) => key),
  )
}
