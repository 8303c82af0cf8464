import type { Inline } from './section-content'

/** An amount of money, a tax rate or a result share written by hand: where it stands in its text, and how it reads. */
export type FreeAmount = {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly kind: 'money' | 'rate' | 'share'
}

const digits = String.raw`(?:\d{1,3}(?:[ \u00A0\u2009\u202F.]\d{3})+(?:,\d+)?|\d+(?:[.,:]\d+)?)`
const ones = 'ett|en|två|tre|fyra|fem|sex|sju|åtta|nio'
const teens = 'tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton'
const tens = `(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:${ones})?`
const words = `(?:(?:en )?halv|ett par|(?:${ones})?(?:hundra|tusen)(?:${tens}|${teens}|${ones})?|${tens}|${teens}|${ones})`
const start = String.raw`(?<![\p{L}\d])`
const end = String.raw`(?!\p{L})`
const gap = String.raw`\s{0,3}`
const number = String.raw`(?:${digits}(?:\s?[-–]\s?${digits})?|${words})`

const millions = String.raw`(?:miljon|miljoner|miljonerna|miljard|miljarder|tusen)`
const krona = String.raw`(?:kronor|kronorna|kronors|krona|kr)`
// "två miljoner invånare" is a count; "två miljoner till skolan" is money.
const moneyFollows = String.raw`(?=\s*(?:[.,;:!?)]|$)|\s+(?:till|från|för|mer|mindre|extra|per|om|och|i|på|under|årligen|år)(?!\p{L}))`
const short = String.raw`(?:mnkr|mkr|mnkr|msek|tkr|tsek|kkr|sek|mdkr)`

const money = new RegExp(
  String.raw`${start}(?:${number}${gap}(?:${short}|${millions}${gap}${krona}|(?:miljoner|miljarder|miljon|miljard)${moneyFollows}|(?<!(?<!\p{L})(?:en|ett)\s)${krona}(?:${gap}och${gap}\d{1,2}${gap}öre)?)${end}|${digits}:-)`,
  'giu',
)
const rate = new RegExp(
  String.raw`${start}(?:${digits}${gap}-?öring${end}|${number}${gap}öre${end})`,
  'giu',
)
const bareRate = new RegExp(String.raw`${start}(?<!kl\.? )\d{1,2}[,:.]\d{2}(?![\d:]|[.,]\d)`, 'giu')
const percent = new RegExp(String.raw`${start}${number}${gap}(?:%|-?procent\p{L}*)`, 'giu')

const namesRate = /(?<!\p{L})(?:skattesats|utdebitering|kommunalskatt|skattekrona)/iu
const namesShare = /(?<!\p{L})(?:resultat|skattesats)/iu

/**
 * The amounts in a text that C05 wants bound to a figure: money and tax rates anywhere, a percentage only where its
 * sentence names *resultat* or *skattesats*. Years, ages and counts are left alone.
 */
export function amountsIn(text: string): FreeAmount[] {
  const found = sentences(text).flatMap(({ at, sentence }) => [
    ...matches(money, sentence, at, 'money'),
    ...matches(rate, sentence, at, 'rate'),
    ...(namesRate.test(sentence) ? matches(bareRate, sentence, at, 'rate') : []),
    ...(namesShare.test(sentence) ? matches(percent, sentence, at, 'share') : []),
  ])
  return withoutOverlap(found)
}

/** The same for the content of one paragraph or heading. Positions count as the editor's do: a line break is one. */
export function freeAmounts(content: readonly Inline[]): FreeAmount[] {
  const text = content.map(node => (node.type === 'text' ? node.text : '\n')).join('')
  const exempt = freestandingRanges(content)
  return amountsIn(text).filter(
    amount => !exempt.some(({ from, to }) => from <= amount.from && amount.to <= to),
  )
}

export type Sentence = { readonly at: number; readonly sentence: string }

type Range = { from: number; to: number }

/** Adjacent runs that are marked *fristående*, joined: bold inside the mark does not divide it. */
function freestandingRanges(content: readonly Inline[]): Range[] {
  const ranges: Range[] = []
  let at = 0
  for (const node of content) {
    const size = node.type === 'text' ? node.text.length : 1
    const marked = node.type === 'text' && node.marks?.some(mark => mark.type === 'freestanding')
    const last = ranges.at(-1)
    if (marked && last?.to === at) last.to = at + size
    else if (marked) ranges.push({ from: at, to: at + size })
    at += size
  }
  return ranges
}

/** The sentences of a text, each with its place in it. */
export function sentences(text: string): Sentence[] {
  const pieces: Sentence[] = []
  let at = 0
  for (const { index } of text.matchAll(/(?<=[.!?])\s+(?=[\p{Lu}"”»–])|\n/gu)) {
    pieces.push({ at, sentence: text.slice(at, index) })
    at = index
  }
  pieces.push({ at, sentence: text.slice(at) })
  return pieces
}

function matches(
  pattern: RegExp,
  sentence: string,
  at: number,
  kind: FreeAmount['kind'],
): FreeAmount[] {
  return [...sentence.matchAll(pattern)].map(match => ({
    from: at + match.index,
    to: at + match.index + match[0].length,
    text: match[0],
    kind,
  }))
}

/** In order of place; of two that overlap the longer one stays. */
function withoutOverlap(found: readonly FreeAmount[]): FreeAmount[] {
  const kept: FreeAmount[] = []
  for (const amount of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1)
    if (last === undefined || amount.from >= last.to) kept.push(amount)
  }
  return kept
}
