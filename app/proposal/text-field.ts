import type { Amendment } from '~/budget/amendment'
import { longestCondition, longestMotivation, longestName, longestQuestion } from '~/budget/bounds'
import type { Statement } from '~/budget/statement'
import { amendmentName } from './amendment-name'
import type { Clause } from './clause'
import { clauseText } from './clauses'
import type { Draft } from './draft'
import { longestGoal, longestIndicator } from './goal'
import { isSetAside, stateNames } from './moves'
import { placePath } from './place'
import { longestTitle } from './section-content'

/** A text inside an amendment; `measure` is the id of the part that it names. */
export type AmendmentText =
  | { readonly of: 'motivation' | 'project' | 'condition' | 'question' }
  | { readonly of: 'measure'; readonly measure: string }

/** Whose text a field is. A clause is written by the server. */
export type FieldOwner =
  | {
      readonly kind: 'section' | 'goal' | 'indicator' | 'clause'
      readonly id: string
    }
  | { readonly kind: 'amendment'; readonly id: string; readonly text: AmendmentText }

/** A text of the proposal that is not live: a heading, a name, a reason. */
export type TextField = {
  /** Its own among the proposal's fields, and the same while it stands. */
  readonly key: string
  readonly owner: FieldOwner
  /** Where it stands, as the page says it. */
  readonly name: string
  /** The way there, inside the proposal. */
  readonly path: string
  readonly text: string
  /** The revision of what it belongs to; null where it cannot be written here. */
  readonly revision: number | null
  /** The most characters that it holds. */
  readonly most: number
}

type Written = Pick<Draft, 'sections' | 'goals' | 'amendments'>

/** The texts of a draft that can be written anew: sections' titles, goals and indicators, and amendments, also those
 * that count no longer. */
export const textFieldsOf = (draft: Written, statement: Statement): TextField[] => [
  ...draft.sections.map(({ id, title, revision }, at) =>
    field({ kind: 'section', id }, `Rubriken på avsnitt ${at + 1}`, `sections/${id}`, {
      text: title,
      revision,
      most: longestTitle,
    }),
  ),
  ...goalFields(draft),
  ...draft.amendments.flatMap(amendment => amendmentFields(amendment, statement)),
]

/** The clauses as they read now. */
export const clauseFields = (clauses: readonly Clause[], statement: Statement): TextField[] =>
  clauses.map((clause, at) =>
    field(
      { kind: 'clause', id: clause.id },
      `Att-sats ${at + 1}`,
      placePath(`clause:${clause.id}`),
      {
        text: clauseText(clause, statement),
        revision: null,
        most: 1000,
      },
    ),
  )

/** A field; its key is told by whose text it is. */
export const field = (
  owner: FieldOwner,
  name: string,
  path: string,
  rest: Pick<TextField, 'text' | 'revision' | 'most'>,
): TextField => ({ key: keyOf(owner), owner, name, path, ...rest })

function keyOf(owner: FieldOwner): string {
  if (owner.kind !== 'amendment') return `${owner.kind} ${owner.id}`
  const { text } = owner
  return `amendment ${owner.id} ${text.of === 'measure' ? `measure ${text.measure}` : text.of}`
}

const goalFields = ({ goals }: Written): TextField[] =>
  goals.flatMap(({ id, title, revision, indicators }, at) => {
    const path = placePath(`goal:${id}`)
    return [
      field({ kind: 'goal', id }, `Mål ${at + 1}`, path, {
        text: title,
        revision,
        most: longestGoal,
      }),
      ...indicators.map(one =>
        field({ kind: 'indicator', id: one.id }, `Indikator till mål ${at + 1}`, path, {
          text: one.label,
          revision: one.revision,
          most: longestIndicator,
        }),
      ),
    ]
  })

type Kept = Amendment & { readonly revision: number; readonly formerName?: string }

const amendmentFields = (amendment: Kept, statement: Statement): TextField[] => {
  const { id, number, state, change, motivation, question, revision } = amendment
  const called = `Ä${number} ${amendmentName(amendment, statement)}`
  const standing = isSetAside(state) ? ` (${stateNames[state].toLowerCase()})` : ''
  const path = placePath(`amendment:${id}`)
  const part = (text: AmendmentText, what: string, words: string | undefined, most: number) =>
    words
      ? [
          field({ kind: 'amendment', id, text }, `${called}, ${what}${standing}`, path, {
            text: words,
            revision,
            most,
          }),
        ]
      : []
  const measures = change.type === 'frame' ? (change.measures ?? []) : []
  return [
    ...part({ of: 'motivation' }, 'skälet', motivation, longestMotivation),
    ...measures.flatMap(measure =>
      part({ of: 'measure', measure: measure.id }, 'en åtgärd', measure.name, longestName),
    ),
    ...(change.type === 'investment'
      ? part({ of: 'project' }, 'projektets namn', change.name, longestName)
      : []),
    ...(change.type === 'revenue'
      ? part({ of: 'condition' }, 'villkoret', change.conditional, longestCondition)
      : []),
    ...part({ of: 'question' }, 'frågan till ekonomikontoret', question?.text, longestQuestion),
  ]
}

type Content = Pick<Amendment, 'change' | 'motivation'> & {
  readonly question?: Amendment['question'] | null
}

/** The amendment with one of its texts written anew; as it was where it has no such text. */
export function withText<T extends Content>(amendment: T, which: AmendmentText, text: string): T {
  const { change, question } = amendment
  if (which.of === 'motivation') return { ...amendment, motivation: text }
  if (which.of === 'question')
    return question ? { ...amendment, question: { ...question, text } } : amendment
  return { ...amendment, change: withName(change, which, text) }
}

function withName(
  change: Amendment['change'],
  which: AmendmentText,
  text: string,
): Amendment['change'] {
  if (which.of === 'measure' && change.type === 'frame' && change.measures)
    return {
      ...change,
      measures: change.measures.map(one =>
        one.id === which.measure ? { ...one, name: text } : one,
      ),
    }
  if (which.of === 'project' && change.type === 'investment') return { ...change, name: text }
  if (which.of === 'condition' && change.type === 'revenue') return { ...change, conditional: text }
  return change
}
