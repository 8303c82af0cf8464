import { useId } from 'react'
import type { Statement } from '~/budget/statement'
import { asCell, asColumnHead, asRow, asRowGroup, asRowHead, asTable } from '~/ui/table-roles'
import { inAlternative, isOffered, settingOf, standings, type Standing } from './alternative'
import type { StoredAlternative } from './alternative-store.server'
import { amendmentName } from './amendment-name'
import type { StoredAmendment } from './draft'
import { stateNames } from './moves'

const words: Record<Standing, string> = { on: 'På', off: 'Av', replaced: 'Ersatt' }

/** Which amendments count in the proposal and in each alternative; what an alternative says for itself is in ink. */
export function AlternativeStandings({
  amendments,
  shown,
  alternatives,
  statement,
}: {
  amendments: readonly StoredAmendment[]
  /** The same as the proposal's first column counts them. */
  shown: readonly StoredAmendment[]
  alternatives: readonly StoredAlternative[]
  statement: Statement
}) {
  const heading = useId()
  const own = standings(shown)
  const columns = alternatives.map(alternative => ({
    alternative,
    standing: standings(inAlternative(shown, alternative)),
  }))
  const named = (id: string) => alternatives.some(each => settingOf(each, id) !== 'follow')
  const rows = amendments.filter(amendment => isOffered(amendment) || named(amendment.id))
  return (
    <div className="block after-table">
      <h2 id={heading}>Ändringar som räknas</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scrolled" role="region" aria-labelledby={heading} tabIndex={0}>
        <table className="t side-t" data-columns={alternatives.length + 1} {...asTable}>
          <caption className="sr">Ändringar som räknas i förslaget och i varje alternativ</caption>
          <thead {...asRowGroup}>
            <tr {...asRow}>
              <th {...asColumnHead}>Ändring</th>
              <th {...asColumnHead} className="r">
                Förslaget
              </th>
              {alternatives.map(({ id, name }) => (
                <th key={id} {...asColumnHead} className="r">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...asRowGroup}>
            {rows.map(amendment => (
              <tr key={amendment.id} {...asRow}>
                <th {...asRowHead}>
                  <span className="ink">Ä{amendment.number}</span>{' '}
                  {amendmentName(amendment, statement)}
                  {amendment.state !== 'adopted' && (
                    <span className="meta"> {stateNames[amendment.state].toLowerCase()}</span>
                  )}
                </th>
                <td {...asCell} className="num">
                  {words[own.get(amendment.id) ?? 'off']}
                </td>
                {columns.map(({ alternative, standing }) => {
                  const exception =
                    isOffered(amendment) && settingOf(alternative, amendment.id) !== 'follow'
                  return (
                    <td key={alternative.id} {...asCell} className={exception ? 'num ink' : 'num'}>
                      {words[standing.get(amendment.id) ?? 'off']}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="second">
        Med färg står det som alternativet själv säger. Allt annat, också ändringar som kommer till,
        följer förslaget.
        {rows.some(amendment => !isOffered(amendment)) &&
          ' En ändring som är tillbakadragen eller uppskjuten räknas inte i något alternativ förrän den tas upp igen.'}
      </p>
    </div>
  )
}
