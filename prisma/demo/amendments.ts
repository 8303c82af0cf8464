import { Amendment } from '~/budget/amendment'
import { canonicalJson } from '~/proposal/canonical'
import { sha256 } from '~/proposal/hash.server'
import { demoFramework } from './framework'

const baseHash = sha256(canonicalJson(demoFramework))

const amendment = (
  number: number,
  section: string,
  change: object,
  motivation: string,
): Amendment =>
  Amendment.parse({
    id: `a${number}`,
    number,
    state: 'adopted',
    change,
    motivation,
    section,
    baseHash,
  })

const indexed = (board: string, amount: number) => ({
  type: 'frame',
  board,
  recurrence: 'indexed',
  amounts: [amount, 0, 0],
})

/** Ä1–Ä7 of the example: thirty öre, five boards and a result target. */
export const demoAmendments: Amendment[] = [
  amendment(
    1,
    'budget',
    { type: 'tax-rate', ore: 30 },
    'Skattehöjningen bär två femtedelar av satsningarna. Resten tar vi ur det överskott som annars hade legat över målet.',
  ),
  amendment(
    2,
    'skola',
    indexed('BUN', 50_000),
    'Fler vuxna i förskola och skola, först där grupperna är störst.',
  ),
  amendment(
    3,
    'omsorg',
    indexed('VON', 20_000),
    'Tätare bemanning kvällar och nätter, och tid för hemtjänsten att stanna kvar.',
  ),
  amendment(
    4,
    'kultur',
    indexed('KUN', 10_000),
    'Fler platser och lägre trösklar, så att plånboken inte avgör vem som får spela, måla och läsa vidare.',
  ),
  amendment(
    5,
    'klimat',
    indexed('KS', 5000),
    'Arbetet för klimat och beredskap samlas på ett ställe och får en egen budget.',
  ),
  amendment(
    6,
    'stod',
    indexed('SN', 2000),
    'Uppsökande arbete kvällar och helger, tillsammans med skolan.',
  ),
  amendment(
    7,
    'budget',
    { type: 'result-target', target: 2300 },
    'Ett överskott varje år, men inte större än vad investeringarna kräver.',
  ),
]
