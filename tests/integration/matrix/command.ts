import type { Action, Actor } from '~/group/policy'
import type { Ids } from '../world'

export type Command = {
  /** What it needs by the table in app/group/policy.ts; 'read' where it only shows what the group may see. */
  readonly needs: Action
  readonly call: (actor: Actor, ids: Ids, now: Date) => Promise<unknown>
}

export const needs = (action: Action, call: Command['call']): Command => ({ needs: action, call })
