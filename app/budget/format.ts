import type { Kronor, Tkr } from './money'
import type { MilliPercent, Ore, Ratio } from './rate'

/** U+00A0: between groups of digits and before a unit, so that a figure never breaks over two lines. */
export const noBreak = '\u00A0'
const minus = '\u2212'

/** An amount in whole tkr without its unit, as in a table: `2 985 410`, `−9 000`. */
export const formatTkr = (amount: Tkr): string => decimal(BigInt(amount), 0)

/** A count, as of characters: `5 000`. */
export const formatCount = (count: number): string => decimal(BigInt(count), 0)

/** An amount in whole kronor without its unit. */
export const formatKronor = (amount: Kronor): string => decimal(BigInt(amount), 0)

/** The same in tkr with a plus on every increase, as in a column of changes: `+50 000`, `−9 000`, `0`. */
export const formatSigned = (amount: Tkr): string =>
  amount > 0 ? `+${formatTkr(amount)}` : formatTkr(amount)

/** A tax rate in kronor per 100 kronor, two decimals, without its unit: `21,66`. */
export const formatRate = (rate: Ore): string => decimal(BigInt(rate), 2)

/** A rate or a change of one in öre: `30 öre`. */
export const formatOre = (rate: Ore): string => `${decimal(BigInt(rate), 0)}${noBreak}öre`

/** A percentage with the decimals that it has and no more: `2,3`, `2`, `2,125`. Without its unit. */
export const formatPercent = (percent: MilliPercent): string =>
  decimal(BigInt(percent), 3).replace(/,?0+$/, '')

/** The same with a plus on every increase. */
export const formatSignedPercent = (percent: MilliPercent): string =>
  percent > 0 ? `+${formatPercent(percent)}` : formatPercent(percent)

/** Figures one after the other, as of years: `2, 3`, but `2,3 / 2`, where a comma would be one of decimals. */
export const figureList = (figures: readonly string[]): string =>
  figures.join(figures.some(figure => figure.includes(',')) ? ' / ' : ', ')

/** A share in percent without its unit, rounded half away from zero: `2,3009`. A share of nothing is a dash. */
export const formatShare = (share: Ratio, decimals = 4): string => {
  const scaled = scaledShare(share, decimals)
  return scaled === null ? '–' : decimal(scaled, decimals)
}

/** A share in percent as machines write it: `2.3009`; null for a share of nothing. */
export function shareText(share: Ratio, decimals = 4): string | null {
  const scaled = scaledShare(share, decimals)
  return scaled === null ? null : plainDecimal(scaled, decimals)
}

/** A tax rate as machines write it: `21.66`. */
export const rateText = (rate: Ore): string => plainDecimal(BigInt(rate), 2)

/** An amount in millions of kronor without its unit: whole millions without decimals, else one: `87`, `71,4`. */
export function formatMillions(amount: Tkr): string {
  if (amount % 1000 === 0) return decimal(BigInt(amount) / 1000n, 0)
  return decimal(divideRounded(BigInt(amount) * 10n, 1000n), 1)
}

/** A whole number over ten to the power of `scale`, rounded half away from zero to so many decimals. */
export const formatDecimal = (whole: number, scale: number, decimals: number): string =>
  decimal(divideRounded(BigInt(whole), 10n ** BigInt(scale - decimals)), decimals)

function scaledShare({ numerator, denominator }: Ratio, decimals: number): bigint | null {
  if (denominator === 0) return null
  const sign = denominator < 0 ? -1n : 1n
  const scale = 100n * 10n ** BigInt(decimals)
  return divideRounded(sign * BigInt(numerator) * scale, sign * BigInt(denominator))
}

/** Half away from zero; the divisor is positive. */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend
  const rounded = (2n * size + divisor) / (2n * divisor)
  return dividend < 0n ? -rounded : rounded
}

/** `scaled` is the number times ten to the power of `decimals`. */
function decimal(scaled: bigint, decimals: number): string {
  const { sign, whole, rest } = parts(scaled, decimals)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, noBreak)
  return `${sign && minus}${grouped}${rest && `,${rest}`}`
}

function plainDecimal(scaled: bigint, decimals: number): string {
  const { sign, whole, rest } = parts(scaled, decimals)
  return `${sign}${whole}${rest && `.${rest}`}`
}

function parts(scaled: bigint, decimals: number) {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0')
  const at = digits.length - decimals
  return { sign: scaled < 0n ? '-' : '', whole: digits.slice(0, at), rest: digits.slice(at) }
}
