import { baseLineOf } from '~/budget/base-line'
import { changeName } from '~/budget/change-name'
import type { Framework } from '~/budget/framework'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import type { StoredAmendment } from './draft'
import { storedFramework } from './framework-store.server'

/**
 * The amendments, where one stands on a line that the base no longer has with what the latest edition that had it calls
 * it. Nothing is read unless there is one.
 */
export async function withFormerNames(
  actor: Actor,
  proposalId: string,
  framework: Framework,
  amendments: readonly StoredAmendment[],
  database: Database,
): Promise<StoredAmendment[]> {
  if (!amendments.some(amendment => isLost(amendment, framework))) return [...amendments]
  const rows = await database.rebase.findMany({
    where: { proposalId, groupId: actor.groupId },
    select: { fromFrameworkId: true },
    orderBy: { decidedAt: 'desc' },
  })
  const editions: Framework[] = []
  for (const { fromFrameworkId } of rows)
    editions.push((await storedFramework(actor, fromFrameworkId, database)).framework)
  return amendments.map(amendment => {
    if (!isLost(amendment, framework)) return amendment
    const known = editions.find(edition => !isLost(amendment, edition))
    return known ? { ...amendment, formerName: changeName(amendment.change, known) } : amendment
  })
}

const isLost = ({ change }: StoredAmendment, base: Framework): boolean =>
  baseLineOf(base, change) === null
