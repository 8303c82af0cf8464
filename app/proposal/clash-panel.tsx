import { useId } from 'react'
import { changeText } from '~/budget/change-name'
import { formatOre, formatSigned, formatTkr, noBreak } from '~/budget/format'
import { zero } from '~/budget/money'
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
  clash,
  at,
  year,
  now,
  onKeep,
  onSave,
}: {
  /** What the two values are of: `Socialnämnden, ändring 2025`. */
  what: string
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
  const [savedText, oursText] = [valueText(saved, at), valueText(ours, at)]
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
          <Effects effect={effects.saved} at={at} year={year} />
          <Button onClick={onKeep}>Behåll {short(savedText)}</Button>
        </div>
        <div className="side">
          <p>
            <b>Ditt, inte sparat</b> <span className="second">du, {formatMoment(now, now)}</span>
          </p>
          <p className="big num">{oursText}</p>
          {sameText && <p className="why">{ours.motivation || 'Skäl saknas'}</p>}
          <Effects effect={effects.ours} at={at} year={year} />
          <Button onClick={onSave}>Spara {short(oursText)}</Button>
        </div>
      </div>
    </div>
  )
}

function Effects({ effect, at, year }: { effect: Effect; at: number; year: number }) {
  const gap = effect.gap[at] ?? zero
  return (
    <dl>
      {effect.frame && (
        <>
          <dt>Förslag {year}</dt>
          <dd className="num">{formatTkr(effect.frame[at] ?? zero)}</dd>
        </>
      )}
      <dt>Resultat</dt>
      <dd className="num">{formatTkr(effect.result[at] ?? zero)}</dd>
      <dt>Kvar att finansiera</dt>
      <dd className={gap > 0 ? 'num error' : 'num'}>
        {gap > 0 ? <b>{formatTkr(gap)}</b> : formatTkr(gap)}
      </dd>
    </dl>
  )
}

function valueText({ state, change }: Pick<Clash['ours'], 'state' | 'change'>, at: number): string {
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
      return `${formatSigned(change.amounts[at] ?? zero)}${noBreak}tkr`
    case 'tax-rate':
      return `${change.ore > 0 ? '+' : ''}${formatOre(change.ore)}`
    case 'result-target':
    case 'indexation':
      return changeText(change)
  }
}

const short = (text: string) => text.replace(`${noBreak}tkr`, '')
