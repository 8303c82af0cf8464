import { formatShare, shareText } from './format'
import type { Ratio } from './rate'

/**
 * How much a share changes, in percent with its sign: the difference of the two as they are printed, so that before and
 * change add up to after on paper too (C17). A dash where one of them is a share of nothing.
 */
export function formatShareChange(before: Ratio, after: Ratio): string {
  const [from, to] = [printed(before), printed(after)]
  if (from === null || to === null) return '–'
  const text = formatShare({ numerator: to - from, denominator: 1_000_000 })
  return to > from ? `+${text}` : text
}

/** In ten-thousandths of a percent. */
function printed(share: Ratio): number | null {
  const text = shareText(share)
  return text === null ? null : Number(text.replace('.', ''))
}
