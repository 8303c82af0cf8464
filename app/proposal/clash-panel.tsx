import { useId } from 'react'
import { changeText } from '~/budget/change-name'
import { formatOre } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import { zero } from '~/budget/money'
import { formatExactIn, listIn } from '~/budget/table-unit'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { formatMoment } from '~/ui/moment'
import type { Clash, Effect } from './amendment-judgement'

/**
 * Two values on one place: what each is, who saved it and when, and what it does to result and kvar. Nothing is chosen
 * beforehand; neither button is the primary one.
 */
export function ClashPanel({
  what,
  unit,
  clash,
  at,
  year,
  now,
  onKeep,
  onSave,
}: {
  /** What the two values are of: `Socialnämnden, ändring 2025`. */
  what: string
  unit: TableUnit
  clash: Clash
  /** Which year's effects are shown, by its place among the years. */
  at: number
  year: number
  now: Date
  onKeep: () => void
  onSave: () => void
}) {
  const heading = useId()
  const { saved, ours, effects } = clash
  const [savedText, oursText] = [valueText(saved, at, unit), valueText(ours, at, unit)]
  const sameText = savedText === oursText
  return (
    <div className="clash" role="group" aria-labelledby={heading}>
      <h3 id={heading}>
        <Icon name="warn" />
        Två värden för {what}
      </h3>
      <p className="second" role="alert">
        Raden sparades av någon annan medan du skrev. Inget är överskrivet. Välj vilket värde som
        ska gälla.
      </p>
      <div className="sides">
        <div className="side">
          <p>
            <b>Sparat nu</b>{' '}
            <span className="second">
              {saved.updatedByName}, {formatMoment(saved.updatedAt, now)}
            </span>
          </p>
          <p className="big num">{savedText}</p>
          {sameText && <p className="why">{saved.motivation || 'Skäl saknas'}</p>}
          <Effects unit={unit} effect={effects.saved} at={at} year={year} />
          <Button onClick={onKeep}>Behåll {short(savedText)}</Button>
        </div>
        <div className="side">
          <p>
            <b>Ditt, inte sparat</b> <span className="second">du, {formatMoment(now, now)}</span>
          </p>
          <p className="big num">{oursText}</p>
          {sameText && <p className="why">{ours.motivation || 'Skäl saknas'}</p>}
          <Effects unit={unit} effect={effects.ours} at={at} year={year} />
          <Button onClick={onSave}>Spara {short(oursText)}</Button>
        </div>
      </div>
    </div>
  )
}

function Effects({
  unit,
  effect,
  at,
  year,
}: {
  unit: TableUnit
  effect: Effect
  at: number
  year: number
}) {
  const gap = effect.gap[at] ?? zero
  return (
    <dl>
      {effect.frame && (
        <>
          <dt>Förslag {year}</dt>
          <dd className="num">{formatExactIn(unit, effect.frame[at] ?? zero)}</dd>
        </>
      )}
      <dt>Resultat</dt>
      <dd className="num">{formatExactIn(unit, effect.result[at] ?? zero)}</dd>
      <dt>Kvar att finansiera</dt>
      <dd className={gap > 0 ? 'num error' : 'num'}>
        {gap > 0 ? <b>{formatExactIn(unit, gap)}</b> : formatExactIn(unit, gap)}
      </dd>
    </dl>
  )
}

function valueText(
  { state, change }: Pick<Clash['ours'], 'state' | 'change'>,
  at: number,
  unit: TableUnit,
): string {
  if (state === 'withdrawn') return 'tillbakadragen'
  switch (change.type) {
    case 'frame':
    case 'reallocation':
    case 'revenue':
    case 'central-finance':
    case 'financial-net':
    case 'result-reserve':
    case 'borrowing-limit':
    case 'investment':
      return listIn(unit, [change.amounts[at] ?? zero])
    case 'tax-rate':
      return `${change.ore > 0 ? '+' : ''}${formatOre(change.ore)}`
    case 'result-target':
    case 'indexation':
      return changeText(change, unit)
  }
}

const short = (text: string) => text.replace(/\u00A0(tkr|mnkr)$/, '')
