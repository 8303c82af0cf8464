import { z } from 'zod'
import { Amendment } from '~/budget/amendment'
import { Framework } from '~/budget/framework'
import { prose, singleLine } from '~/budget/wording'
import { longestOverride, longestProposalTitle, longestVersionName, mostRivals } from './bounds'
import { Clause, MandatoryItem } from './clause'
import { Goal } from './goal'
import { Rival } from './rival'
import { ImageName, longestTitle, SectionContent } from './section-content'

export const SnapshotSection = z.strictObject({
  id: singleLine(60),
  title: prose(longestTitle),
  content: SectionContent,
  suggestions: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe(
      'How many suggested changes of the text nobody has decided; the text is without them',
    ),
})
export type SnapshotSection = z.infer<typeof SnapshotSection>

/** An image as it was taken in: its metadata is taken out. */
export const SnapshotImage = z.strictObject({
  type: z.enum(['png', 'jpeg', 'webp']),
  base64: z.string().max(6_000_000),
})
export type SnapshotImage = z.infer<typeof SnapshotImage>

/** The grounds on which a budget may be underbalanced (KL 11:5): an earlier reserve is used, or there are exceptional reasons. */
export const DeficitGround = z.enum(['result-reserve', 'exceptional-reasons'])
export type DeficitGround = z.infer<typeof DeficitGround>

export const Override = z.strictObject({
  check: z.string().regex(/^C\d{2}$/),
  reason: prose(longestOverride).regex(/\S/),
  place: singleLine(200)
    .optional()
    .describe('The one place that it is about; all, where none is said'),
  ground: DeficitGround.optional().describe(
    'For C08: the ground in KL 11:5. Its reason is printed',
  ),
})
export type Override = z.infer<typeof Override>

/**
 * One proposal at one moment: what a version is, what a check reads and what an export is made of. Its canonical JSON
 * (RFC 8785) is the open interchange format; the sha256 of those bytes lies outside it.
 */
export const Snapshot = z.strictObject({
  format: z.literal('skuggbudget-snapshot/1'),
  title: singleLine(longestProposalTitle),
  group: singleLine(120).describe('The party group that lays the proposal'),
  version: z
    .strictObject({ number: z.int().min(1).max(9999), name: singleLine(longestVersionName) })
    .nullable(),
  frozenOn: z.iso
    .date()
    .nullable()
    .describe('The freezing date; null for a proposal that is still written'),
  framework: Framework,
  amendments: z.array(Amendment).max(5000),
  sections: z.array(SnapshotSection).max(500),
  goals: z.array(Goal).max(100),
  clauses: z.array(Clause).max(200),
  mandatory: z
    .record(MandatoryItem, z.enum(['own', 'inherited']))
    .describe('C09: our own, or as the executive board proposes'),
  overrides: z
    .array(Override)
    .max(400)
    .describe('Written reasons: C08 (KL 11:5) and warnings may be overridden'),
  rivals: z
    .array(Rival)
    .min(1)
    .max(mostRivals)
    .optional()
    .describe('Other proposals that this one is printed beside; they never count in it'),
  images: z
    .record(ImageName, SnapshotImage)
    .optional()
    .describe('The images of the sections, each under the SHA-256 of its bytes'),
})
export type Snapshot = z.infer<typeof Snapshot>
