import type { Finding } from '~/budget/finding'
import { statementOf } from '~/budget/statement'
import { checkCatalog } from './check-catalog'
import type { Snapshot } from './snapshot'

export type NamedFinding = Finding & { readonly name: string; readonly where: string }
export type PassedCheck = { readonly id: string; readonly name: string; readonly proof: string }

/** The findings with their rule's name and their place in words, and the checks that passed with their calculation. */
export function checkPage(
  snapshot: Snapshot,
  findings: readonly Finding[],
): { findings: NamedFinding[]; passed: PassedCheck[] } {
  const statement = statementOf(snapshot.framework, snapshot.amendments)
  const failed = new Set(findings.map(({ id }) => id))
  return {
    findings: findings.map(finding => ({
      ...finding,
      name: checkCatalog.find(({ id }) => id === finding.id)?.name ?? finding.id,
      where: placeName(snapshot, finding.place),
    })),
    passed: checkCatalog
      .filter(({ id }) => !failed.has(id))
      .map(({ id, name, proof }) => ({ id, name, proof: proof(snapshot, statement) })),
  }
}

/** A finding's place as its reader says it: ”Avsnitt 2”, ”Ä4”, ”Socialnämnden”. */
export function placeName(snapshot: Snapshot, place: string): string {
  const [kind, ...rest] = place.split(':')
  const id = rest.join(':')
  switch (kind) {
    case 'section':
      return numbered('Avsnitt', snapshot.sections, id)
    case 'goal':
      return numbered('Mål', snapshot.goals, id)
    case 'clause':
      return numbered('Att-sats', snapshot.clauses, id)
    case 'amendment': {
      const amendment = snapshot.amendments.find(candidate => candidate.id === id)
      return amendment ? `Ä${amendment.number}` : 'Budget'
    }
    case 'board':
      return snapshot.framework.boards.find(board => board.id === id)?.name ?? id
    case 'clauses':
      return 'Att-satser'
    case 'tables':
      return 'Tabeller'
    case 'framework':
      return 'Ramen'
    case 'edition':
      return 'Ny utgåva'
    case 'dates':
      return 'Läge'
    case 'rivals':
      return 'Jämför med andra'
    case 'goals':
      return 'Mål och indikatorer'
    default:
      return 'Budget'
  }
}

function numbered(name: string, list: readonly { readonly id: string }[], id: string): string {
  const at = list.findIndex(item => item.id === id)
  return at < 0 ? name : `${name} ${at + 1}`
}
