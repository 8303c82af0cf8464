import type { Present } from './live-message'

/**
 * Who has a proposal open on other instances of the app, as these last said it. One that falls silent is forgotten.
 * @param patience milliseconds that what an instance said holds.
 */
export function presentElsewhere(patience: number) {
  const heard = new Map<string, Map<string, { members: readonly Present[]; at: number }>>()
  return {
    hear(instance: string, proposalId: string, members: readonly Present[], at: number): void {
      const said = heard.get(proposalId) ?? new Map()
      if (members.length) heard.set(proposalId, said.set(instance, { members, at }))
      else if (said.delete(instance) && said.size === 0) heard.delete(proposalId)
    },

    of(proposalId: string, now: number): Present[] {
      const said = [...(heard.get(proposalId)?.values() ?? [])]
      return said.filter(({ at }) => now - at <= patience).flatMap(({ members }) => [...members])
    },
  }
}
