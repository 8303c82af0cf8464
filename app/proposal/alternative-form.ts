import { z } from 'zod'
import { singleLine } from '~/budget/wording'
import type { Fault } from '~/outcome'
import type { Alternative, Setting } from './alternative'
import { longestAlternative } from './bounds'

const id = z.string().min(1).max(60)
// no more than the database's column holds
const revision = z.coerce.number().int().min(1).max(2_147_483_647)

const name = z
  .string()
  .trim()
  .min(1, 'Skriv vad alternativet heter, som ”Utan skattehöjning”.')
  .max(
    longestAlternative,
    `Namnet får ha högst ${longestAlternative} tecken, så att det får plats över en kolumn.`,
  )
  .refine(text => text === '' || singleLine(longestAlternative).safeParse(text).success, {
    message: 'Namnet ska vara en rad vanlig text.',
  })

/** What an alternative says of an amendment is a field of its own, `switch.` and the amendment's id. */
export const switchField = (amendmentId: string): string => `${prefix}${amendmentId}`
const prefix = 'switch.'

const settings = z.enum(['follow', 'on', 'off'])

/** What the page of alternatives sends. `revision` is that of the alternative that the writer saw. */
export const AlternativeForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), name }).catchall(settings),
  z.object({ intent: z.literal('change'), id, revision, name }).catchall(settings),
  z.object({ intent: z.literal('remove'), id, revision }),
])
type AlternativeForm = z.infer<typeof AlternativeForm>

/** One change of a proposal's alternatives. `settings` is by the amendments' ids, `revision` that which was seen. */
export type AlternativeEdit =
  | { readonly type: 'add'; readonly name: string; readonly settings: Settings }
  | ({ readonly type: 'change'; readonly name: string; readonly settings: Settings } & Seen)
  | ({ readonly type: 'remove' } & Seen)
type Settings = ReadonlyMap<string, Setting>
type Seen = { readonly id: string; readonly revision: number }

function editOf(form: AlternativeForm): AlternativeEdit {
  if (form.intent === 'remove') return { type: 'remove', id: form.id, revision: form.revision }
  const written = { name: form.name, settings: settingsOf(form) }
  return form.intent === 'add'
    ? { type: 'add', ...written }
    : { type: 'change', id: form.id, revision: form.revision, ...written }
}

function settingsOf(form: AlternativeForm): Settings {
  return new Map(
    Object.entries(form).flatMap(([field, value]): [string, Setting][] => {
      const setting = settings.safeParse(value)
      return field.startsWith(prefix) && setting.success
        ? [[field.slice(prefix.length), setting.data]]
        : []
    }),
  )
}

/** What the form on the page is open for. */
export type AlternativeEditing = {
  readonly type: AlternativeForm['intent']
  /** Null for a new one. */
  readonly alternative: (Alternative & { readonly revision: number }) | null
}

/** A refused form: as it was typed, what is wrong by field, and what someone else saved meanwhile. */
export type AlternativeDraft = {
  readonly typed: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, string>>
  readonly current: StandingAlternative | null
}

/** What a stale save is told of the alternative as it stands. */
export const StandingAlternative = z.object({
  name: z.string(),
  on: z.array(z.string()),
  off: z.array(z.string()),
  revision: z.int(),
})
export type StandingAlternative = z.infer<typeof StandingAlternative>

const unread = 'Formuläret gick inte att läsa. Läs in sidan igen och försök på nytt.'

/** Reads what was sent into a form of the page, or says per field what is wrong and how to mend it. */
export function readAlternativeForm(
  typed: AlternativeDraft['typed'],
): { readonly edit: AlternativeEdit } | { readonly draft: AlternativeDraft } {
  const parsed = AlternativeForm.safeParse(typed)
  if (parsed.success) return { edit: editOf(parsed.data) }
  const issue = parsed.error.issues.find(({ path }) => path[0] === 'name')
  const faults: AlternativeDraft['faults'] = issue ? { name: issue.message } : { form: unread }
  return { draft: { typed, faults, current: null } }
}

/** A refused save keeps what was chosen and takes the stored revision: saving it again is then a choice, made knowingly. */
export function refusedDraft(typed: AlternativeDraft['typed'], fault: Fault): AlternativeDraft {
  const faults = { form: fault.message }
  const stands =
    fault.kind === 'stale' ? StandingAlternative.safeParse(fault.current) : { success: false }
  if (!('data' in stands) || !stands.data) return { typed, faults, current: null }
  const revision = String(stands.data.revision)
  return { typed: { ...typed, revision }, faults, current: stands.data }
}
