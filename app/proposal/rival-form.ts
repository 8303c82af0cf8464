import { z } from 'zod'
import type { Amendment, Change } from '~/budget/amendment'
import type { Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'
import { longestName } from '~/budget/bounds'
import { parseRate } from '~/budget/parse'
import { milliPercent } from '~/budget/rate'
import { singleLine } from '~/budget/wording'
import { longestRivalName, longestRivalSource } from './bounds'
import { changeFault } from './change-judgement'
import type { Rival } from './rival'
import { boardPrefix, indexField } from './rival-fields'
import { isYearlyField, lineChanges } from './rival-lines'
import { readProjects } from './rival-projects'
import {
  readAmounts,
  readPercent,
  readSteps,
  textOf,
  type FieldFaults,
  type Reading,
  type Typed,
} from './typed'

const id = z.string().min(1).max(60)
// no more than the database's column holds
const revision = z.coerce.number().int().min(1).max(2_147_483_647)

const line = (limit: number, missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(limit, `Högst ${limit} tecken får plats.`)
    .refine(text => text === '' || singleLine(limit).safeParse(text).success, {
      message: 'Skriv en rad vanlig text.',
    })

const heading = {
  name: line(longestRivalName, 'Skriv vems förslaget är, som ”Majoriteten”.'),
  source: line(
    longestRivalSource,
    'Skriv var förslaget är hämtat, som ”Kommunstyrelsens förslag, sidan 12”.',
  ),
  datedOn: z
    .string()
    .trim()
    .refine(
      day => day === '' || z.iso.date().safeParse(day).success,
      'Skriv dagen som 2026-10-15, eller lämna tomt.',
    )
    .transform(day => day || null),
}

const written = z.string().max(longestName, `Det är för långt: högst ${longestName} tecken.`)

/** What the page sends of another's proposal. `revision` is that which the writer saw. */
export const RivalForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), ...heading }).catchall(written),
  z.object({ intent: z.literal('change'), id, revision, ...heading }).catchall(written),
  z.object({ intent: z.literal('remove'), id, revision }),
])

type Heading = Pick<Rival, 'name' | 'source' | 'datedOn'>
type Seen = { readonly id: string; readonly revision: number }
/** What is typed of the changes, by field: boardField, `ore` and `target`. */
type Written = Heading & { readonly typed: Readonly<Record<string, string>> }

/** One change of the proposals that are kept beside ours. */
export type RivalEdit =
  | ({ readonly type: 'add' } & Written)
  | ({ readonly type: 'change' } & Written & Seen)
  | ({ readonly type: 'remove' } & Seen)

function editOf(form: z.infer<typeof RivalForm>): RivalEdit {
  if (form.intent === 'remove') return { type: 'remove', id: form.id, revision: form.revision }
  const { name, source, datedOn } = form
  const texts = Object.entries(form).flatMap(([field, text]) =>
    typeof text === 'string' && !(field in heading) ? [[field, text]] : [],
  )
  const content = { name, source, datedOn, typed: Object.fromEntries(texts) }
  return form.intent === 'add'
    ? { type: 'add', ...content }
    : { type: 'change', id: form.id, revision: form.revision, ...content }
}

export type ReadRival =
  | { readonly ok: true; readonly amendments: Amendment[] }
  | { readonly ok: false; readonly faults: FieldFaults }

/**
 * Reads another's changes of our base: for each board and each line of income and finance what it gets more or less than
 * in the base, year by year, percentage points of indexation, investment projects, the tax rate in öre and the target
 * of the result. Each year's amount stands by itself, so that the frames are theirs to the tkr; another indexation
 * comes on top. What cannot be made to the base is refused as it is in our own proposal.
 */
export function readRivalChanges(
  typed: Typed,
  framework: Framework,
  newId: () => string,
  baseHash: string,
): ReadRival {
  const years = decidedYears(framework).map(({ year }) => year)
  const reading: Reading = { typed, years, faults: {}, newId, unit: framework.unit }
  const frames = framework.boards.flatMap(({ id: board }): Change[] => {
    const amounts = readAmounts(reading, boardPrefix(board))
    return amounts.some(Boolean) ? [{ type: 'frame', board, recurrence: 'one-off', amounts }] : []
  })
  const changes = [
    ...frames,
    ...readIndexation(reading),
    ...lineChanges(framework, field => readAmounts(reading, field)),
    ...readProjects(reading, framework),
    ...readTax(reading),
    ...readTarget(reading),
  ]
  for (const change of changes) {
    const fault = changeFault(framework, change)
    if (fault) reading.faults[('field' in fault && fault.field) || 'form'] ??= fault.message
  }
  if (Object.keys(reading.faults).length > 0) return { ok: false, faults: reading.faults }
  return {
    ok: true,
    amendments: changes.map((change, i) => ({
      id: newId(),
      number: i + 1,
      state: 'adopted',
      change,
      motivation: '',
      section: null,
      baseHash,
    })),
  }
}

function readIndexation(reading: Reading): Change[] {
  const percent = readSteps(reading, indexField(''))
  return percent.some(Boolean) ? [{ type: 'indexation', basis: 'points', boards: [], percent }] : []
}

function readTax(reading: Reading): Change[] {
  const text = textOf(reading, 'ore')
  if (text === '') return []
  const read = parseRate(text, 'öre')
  if (!read.ok) {
    reading.faults.ore = read.reason
    return []
  }
  return read.value === 0 ? [] : [{ type: 'tax-rate', ore: read.value }]
}

function readTarget(reading: Reading): Change[] {
  if (textOf(reading, 'target') === '') return []
  return [{ type: 'result-target', target: readPercent(reading, 'target', milliPercent(0)) }]
}

/** Reads what was sent into a form of the page, or says per field what is wrong and how to mend it. */
export function readRivalForm(
  typed: Readonly<Record<string, string>>,
):
  | { readonly ok: true; readonly edit: RivalEdit }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> } {
  const parsed = RivalForm.safeParse(typed)
  if (parsed.success) return { ok: true, edit: editOf(parsed.data) }
  const faults = parsed.error.issues.map(({ path, message }): [string, string] => {
    const field = String(path[0] ?? '')
    return field in headings || isYearlyField(field) ? [field, message] : ['form', unread]
  })
  return { ok: false, faults: Object.fromEntries(faults) }
}

const headings = { ...heading, ore: null, target: null }
const unread = 'Formuläret gick inte att läsa. Läs in sidan igen och försök på nytt.'
