import type { Amendment } from './amendment'
import { fault, type Finding } from './finding'
import type { Framework } from './framework'

type Use = { readonly sourceId: string; readonly place: string; readonly name: string }

/**
 * C13: a grant or a measure pays once. The same source may not stand on two amendments or measures, nor on one where
 * the base already counts it as a grant.
 */
export function checkSources(framework: Framework, counted: readonly Amendment[]): Finding[] {
  const first = new Map<string, string>(
    framework.grants.map(({ id, name }) => [sameWriting(id), `ramens ${name}`]),
  )
  return counted.flatMap(usesOf).flatMap(({ sourceId, place, name }) => {
    const before = first.get(sameWriting(sourceId))
    if (before === undefined) {
      first.set(sameWriting(sourceId), name)
      return []
    }
    return fault(
      'C13',
      place,
      `${name} har källan ”${sourceId}”, som redan räknas i ${before}. Samma pengar får räknas en gång: ta bort källan från den ena.`,
    )
  })
}

/** What is typed by hand is the same whether it begins large or small. */
const sameWriting = (sourceId: string): string => sourceId.trim().toLowerCase()

/** Where the amendments say which money they count on: themselves, or for a measure. */
export function usesOf({ id, number, sourceId, change }: Amendment): Use[] {
  const place = `amendment:${id}`
  const measures = change.type === 'frame' ? (change.measures ?? []) : []
  return [
    ...(sourceId === undefined ? [] : [{ sourceId, place, name: `Ä${number}` }]),
    ...measures.flatMap(measure =>
      measure.sourceId === undefined
        ? []
        : [{ sourceId: measure.sourceId, place, name: `Ä${number} (${measure.name})` }],
    ),
  ]
}
