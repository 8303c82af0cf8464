import { z } from 'zod'
import type { Action } from '~/group/policy'
import { canonicalJson } from '~/proposal/canonical'
import type { SectionContent } from '~/proposal/section-content'
import { sha256Of } from '~/proposal/sha256'
import { dayAndTime } from '~/ui/date'

/** How far a section has come, as somebody has said of its words. */
export const Readiness = z.enum(['draft', 'ready', 'approved'])
export type Readiness = z.infer<typeof Readiness>

/** What was last said of a section. `of` is the hash of the words that it was said of. */
export type Standing = {
  readonly readiness: Readiness
  readonly byName: string | null
  readonly at: Date | null
  readonly of: string
}

/** What stands in a section now: how many words, and their hash. */
export type StandingWords = { readonly words: number; readonly hash: string }

/** SHA-256 of a section's words with their figures, structure and links; comments and suggestions are no part of them. */
export const wordsHash = (content: SectionContent): string => sha256Of(canonicalJson(content))

/** Whether the words are others than those that it was said of. */
export const hasLapsed = ({ readiness, of }: Standing, hash: string): boolean =>
  readiness !== 'draft' && of !== hash

/** What one may say of a section: what it becomes then, and who may. */
export const readinessSteps = {
  ready: { to: 'ready', action: 'write-text' },
  rework: { to: 'draft', action: 'write-text' },
  approve: { to: 'approved', action: 'approve-text' },
  'take-back': { to: 'ready', action: 'approve-text' },
} as const satisfies Record<string, { to: Readiness; action: Action }>
export type ReadinessStep = keyof typeof readinessSteps

/** A step as a form sends it, with what the member saw: the standing, and the hash of the words. */
export const ReadinessForm = z.object({
  intent: z.literal(['ready', 'rework', 'approve', 'take-back']),
  id: z.string().min(1).max(60),
  from: Readiness,
  seen: z.string().max(64),
})
export type ReadinessForm = z.infer<typeof ReadinessForm>

/** The steps that lead on from where the section stands, in the order of their buttons. */
export function stepsFrom(standing: Standing, hash: string): ReadinessStep[] {
  if (standing.readiness === 'draft') return ['ready', 'approve']
  if (hasLapsed(standing, hash)) return ['ready', 'approve', 'rework']
  return standing.readiness === 'ready' ? ['approve', 'rework'] : ['take-back', 'rework']
}

export const stepName: Record<ReadinessStep, string> = {
  ready: 'Klar för granskning',
  approve: 'Godkänn',
  'take-back': 'Ta tillbaka godkännandet',
  rework: 'Tillbaka till utkast',
}

/** How far the section has come, in two words. An approval of other words is none. */
export function standingName(standing: Standing, hash: string): string {
  if (standing.readiness === 'draft') return 'Utkast'
  if (hasLapsed(standing, hash)) return 'Ändrad sedan dess'
  return standing.readiness === 'ready' ? 'Klar för granskning' : 'Godkänd'
}

/** Who said so and when, and whether it still holds; empty for a draft. */
export function standingText(standing: Standing, hash: string): string {
  const { readiness, byName, at } = standing
  if (readiness === 'draft' || !at) return ''
  const name = byName ?? 'En tidigare medlem'
  const moment = dayAndTime(at)
  if (!hasLapsed(standing, hash))
    return readiness === 'approved' ? `av ${name} ${moment}` : `enligt ${name} ${moment}`
  return readiness === 'approved'
    ? `${name} godkände en tidigare text ${moment}`
    : `${name} såg den som klar för granskning ${moment}`
}
