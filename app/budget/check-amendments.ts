import type { Amendment, Change } from './amendment'
import { fault, type Finding } from './finding'
import type { Framework, TableUnit } from './framework'
import { decidedYears } from './decided-years'
import { wrongProduct } from './measured'

/** C10, C14 and C17 for the amendments in force: a value for each year, on lines that the base has, that adds up. */
export function checkAmendments(
  framework: Framework,
  amendments: readonly Amendment[],
  counted: readonly Amendment[],
): Finding[] {
  const count = decidedYears(framework).length
  const boards = new Set<string>(framework.boards.map(({ id }) => id))
  const lines = new Set(['settlement', ...framework.grants.map(({ id }) => id)])
  return [
    ...counted.flatMap(amendment => checkLengths(amendment, count)),
    ...counted.flatMap(amendment => checkPlaces(amendment, boards, lines)),
    ...counted.flatMap(amendment => checkProducts(amendment, framework.unit)),
    ...checkReplacements(amendments),
  ]
}

/** C10: every list of an amendment has one entry for each year of the proposal. */
function checkLengths({ id, number, change }: Amendment, count: number): Finding[] {
  return listsOf(change)
    .filter(list => list.length !== count)
    .slice(0, 1)
    .map(list =>
      fault(
        'C10',
        `amendment:${id}`,
        `Ä${number} har ${list.length} belopp men förslaget ${count} år (KL 11:6). Ange ett belopp för varje år, noll där inget ändras.`,
      ),
    )
}

function listsOf(change: Change): readonly (readonly unknown[])[] {
  switch (change.type) {
    case 'frame':
      return [change.amounts, ...(change.measures ?? []).map(({ amounts }) => amounts)]
    case 'indexation':
      return [change.percent]
    case 'result-target':
      return change.perYear ? [change.perYear] : []
    case 'borrowing-limit':
      return [change.amounts, change.loans]
    case 'tax-rate':
      return []
    case 'revenue':
    case 'central-finance':
    case 'financial-net':
    case 'result-reserve':
    case 'investment':
    case 'reallocation':
      return [change.amounts]
  }
}

/** C17: a measure's number times price gives its amount, since the document prints them side by side. */
function checkProducts({ id, number, change }: Amendment, unit: TableUnit): Finding[] {
  if (change.type !== 'frame') return []
  return (change.measures ?? []).flatMap(measure => {
    const wrong = wrongProduct(measure, unit)
    if (wrong === null) return []
    const away = wrong.away === null ? '' : `, skillnad ${wrong.away}`
    return fault(
      'C17',
      `amendment:${id}`,
      `Ä${number}, ${measure.name}: antal gånger pris är ${wrong.product}, men beloppet är ${wrong.amount}${away} (praxis). Rätta antalet, priset eller beloppet.`,
    )
  })
}

/** C14: an amendment to a board or a line that the base does not have counts nowhere. */
function checkPlaces(
  { id, number, change }: Amendment,
  boards: ReadonlySet<string>,
  lines: ReadonlySet<string>,
): Finding[] {
  const unknown = boardsOf(change).filter(board => !boards.has(board))
  if (change.type === 'revenue' && !lines.has(change.line)) unknown.push(change.line)
  const [first] = unknown
  if (first !== undefined)
    return [
      fault(
        'C14',
        `amendment:${id}`,
        `Ä${number} gäller ${first}, som inte finns i ramen, och räknas därför inte (KL 11:6). Välj en ${change.type === 'revenue' ? 'intäktsrad' : 'nämnd'} i ramen eller dra tillbaka ändringen.`,
      ),
    ]
  if (change.type !== 'reallocation' || change.from !== change.to) return []
  return [
    fault(
      'C14',
      `amendment:${id}`,
      `Ä${number} flyttar pengar från ${change.from} till sig själv och räknas därför inte. Välj två olika nämnder.`,
    ),
  ]
}

function boardsOf(change: Change): string[] {
  if (change.type === 'frame' || change.type === 'investment') return [change.board]
  if (change.type === 'reallocation') return [change.from, change.to]
  return change.type === 'indexation' ? [...change.boards] : []
}

/** C14: what an amendment replaces is there, and no chain of replacements bites its own tail. */
function checkReplacements(amendments: readonly Amendment[]): Finding[] {
  const byId = new Map(amendments.map(amendment => [amendment.id, amendment]))
  return amendments.flatMap(amendment => {
    if (amendment.state !== 'adopted' || amendment.replaces === undefined) return []
    if (!byId.has(amendment.replaces))
      return fault(
        'C14',
        `amendment:${amendment.id}`,
        `Ä${amendment.number} ersätter en ändring som inte finns. Ta bort ersättningen.`,
      )
    return replacesItself(amendment, byId)
      ? fault(
          'C14',
          `amendment:${amendment.id}`,
          `Ä${amendment.number} ersätter sig själv, direkt eller genom andra ändringar, så ingen av dem räknas. Ta bort en av ersättningarna.`,
        )
      : []
  })
}

/** Whether following what each adopted amendment replaces leads back to this one. */
export function replacesItself(
  { id, replaces }: Pick<Amendment, 'id' | 'replaces'>,
  byId: ReadonlyMap<string, Pick<Amendment, 'state' | 'replaces'>>,
): boolean {
  const seen = new Set<string>()
  let at = replaces
  while (at !== undefined && !seen.has(at)) {
    if (at === id) return true
    seen.add(at)
    const next = byId.get(at)
    at = next?.state === 'adopted' ? next.replaces : undefined
  }
  return false
}
