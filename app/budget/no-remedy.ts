import type { BoardId, Framework } from './framework'
import type { Amendment } from './amendment'
import { inForce, ofType } from './in-force'
import { hasDeficit, hasGap, mostOre, reserveOf, type RemedyType } from './remedy'
import type { Statement } from './statement'

/**
 * Why this kind of remedy leads nowhere here, for the reader; null where it is not asked for, as the reserve where there
 * is no deficit. Only for kinds that `remediesOf` left out.
 */
export function whyNot(
  type: RemedyType,
  framework: Framework,
  amendments: readonly Amendment[],
  statement: Statement,
  board: BoardId,
): string | null {
  switch (type) {
    case 'tax-rate':
      if (!statement.taxRate.known) return 'Grunden har ingen skattesats att höja.'
      return framework.tax.base === undefined
        ? 'Grunden har inget skatteunderlag att räkna på.'
        : `Inte ens ${mostOre / 100} kronor högre skattesats räcker.`
    case 'board': {
      const name = statement.boards.find(({ id }) => id === board)?.name
      return name === undefined
        ? 'Grunden är inte delad på nämnder.'
        : `Hela ramen för ${name} räcker inte. Välj en annan nämnd.`
    }
    case 'even':
      return ofType(inForce(amendments), 'frame').some(({ change }) =>
        change.amounts.some(amount => amount > 0),
      )
        ? 'Det saknas pengar också utan alla våra tillägg till nämnderna.'
        : 'Det finns inga tillägg till nämnderna att minska.'
    case 'target':
      if (!hasGap(statement)) return null
      return statement.target === null
        ? 'Det finns inget resultatmål att sänka. Det som saknas är ett underskott.'
        : 'Inte ens målet noll nås: något år är resultatet negativt.'
    case 'reserve':
      if (!hasDeficit(statement)) return null
      return reserveOf(framework) > 0
        ? 'Resultatreserven räcker inte till underskottet (KL 11:14).'
        : 'Grunden säger inte att det finns någon resultatreserv att ta av (KL 11:14).'
  }
}
