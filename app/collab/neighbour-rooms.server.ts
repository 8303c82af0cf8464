import { Redis } from '@hocuspocus/extension-redis'
import type {
  afterLoadDocumentPayload,
  beforeBroadcastStatelessPayload,
  onAwarenessUpdatePayload,
  onChangePayload,
} from '@hocuspocus/server'
import { instanceId } from '~/bus.server'
import { redisLine } from '~/redis.server'

/** How long the first reader of a section waits for what the other instances have of it. */
const patience = 300

/**
 * Lets the rooms of several instances hear each other. The log in the database is what holds, so a room opens, and
 * everything is acknowledged, whether Redis answers or not; what is not heard is read from the log later.
 */
export class NeighbourRooms extends Redis {
  constructor(redisUrl: string) {
    let lines = 0
    super({
      createClient: () => redisLine(redisUrl, lines++ === 0 ? 'avsnitt ut' : 'avsnitt in'),
      identifier: instanceId,
      prefix: 'skuggbudget:section',
      awaitInitialSyncTimeout: patience,
    })
  }

  get #isAway(): boolean {
    return this.pub.status !== 'ready' || this.sub.status !== 'ready'
  }

  override async afterLoadDocument(loaded: afterLoadDocumentPayload): Promise<void> {
    const heard = super.afterLoadDocument(loaded).catch(() => undefined)
    const waited = new Promise(resolve => setTimeout(resolve, this.#isAway ? 0 : patience))
    await Promise.race([heard, waited])
  }

  // the library's lock holds a store to one instance: the log needs none, and waits for nobody
  override async onStoreDocument(): Promise<void> {}
  override async afterStoreDocument(): Promise<void> {}

  override async onChange(change: onChangePayload): Promise<void> {
    if (!this.#isAway) await super.onChange(change)
  }

  override async onAwarenessUpdate(update: onAwarenessUpdatePayload): Promise<void> {
    if (!this.#isAway) await super.onAwarenessUpdate(update)
  }

  override async beforeBroadcastStateless(message: beforeBroadcastStatelessPayload) {
    return this.#isAway ? 0 : super.beforeBroadcastStateless(message)
  }
}
