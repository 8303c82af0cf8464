import { Link, useLocation } from '@remix-run/react'
import { useContext } from 'react'
import { WithSuggested } from '~/budget/with-suggested'
import { switchedSearch } from './suggested'

/** Where an amount that was typed went, when it became a suggestion and the cell shows what counts. */
export function SuggestedNotice({ number }: { number: number | null }) {
  const shown = useContext(WithSuggested)
  const { search } = useLocation()
  return (
    <output className="suggested-notice">
      {number !== null && (
        <>
          Sparat som förslag Ä{number}.{' '}
          {shown ? (
            'Det räknas med i det du ser, och för alla när gruppledaren har antagit det.'
          ) : (
            <>
              Summorna ändras när gruppledaren har antagit det.{' '}
              <Link to={{ search: switchedSearch(search, true) }} replace>
                Visa med föreslagna
              </Link>
            </>
          )}
        </>
      )}
    </output>
  )
}
