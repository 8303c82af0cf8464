import { Amendment } from '~/budget/amendment'
import { Framework } from '~/budget/framework'
import { canonicalJson } from '~/proposal/canonical'
import { clausesFor, mandatoryFor } from '~/proposal/clauses'
import { sha256 } from '~/proposal/hash.server'
import { Snapshot, type SnapshotSection } from '~/proposal/snapshot'
import { figure, paragraph, text } from './content'

/** The second group's base: three boards, constructed throughout, small enough to be checked by hand. */
export const rivalFramework = Framework.parse({
  format: 'skuggbudget-framework/1',
  municipality: { id: '1489', name: 'Alingsås kommun' },
  name: 'Konstruerad ram i liten skala 2025–2027',
  edition: 1,
  constructed: true,
  unit: 'tkr',
  years: [
    { year: 2025, kind: 'budget' },
    { year: 2026, kind: 'plan' },
    { year: 2027, kind: 'plan' },
  ],
  boards: [
    { id: 'BUN', name: 'Barn- och ungdomsnämnden', frames: [600_000, 618_000, 636_540] },
    { id: 'VON', name: 'Vård- och omsorgsnämnden', frames: [500_000, 515_000, 530_450] },
    { id: 'KS', name: 'Kommunstyrelsen', frames: [100_000, 103_000, 106_090] },
  ],
  centralFinance: [40_000, 41_000, 42_000],
  tax: { rate: 2136, base: [5_000_000, 5_200_000, 5_400_000], settlement: [0, 0, 0] },
  grants: [{ id: 'grants', name: 'Generella bidrag', amounts: [220_000, 220_000, 220_000] }],
  financialIncome: [12_000, 12_000, 12_000],
  financialCosts: [-8000, -8000, -8000],
  indexation: { pkv: [3000, 3000, 3000] },
  resultTarget: 2000,
  printed: {
    frames: [1_200_000, 1_236_000, 1_273_080],
    netCosts: [-1_240_000, -1_277_000, -1_315_080],
    taxRevenue: [1_068_000, 1_110_720, 1_153_440],
    result: [52_000, 57_720, 62_360],
  },
  sources: [{ field: 'boards', text: 'Konstruerad ram, endast för exemplet.' }],
})

const baseHash = sha256(canonicalJson(rivalFramework))

export const rivalAmendments: Amendment[] = [
  Amendment.parse({
    id: 'r1',
    number: 1,
    state: 'adopted',
    change: { type: 'frame', board: 'VON', recurrence: 'indexed', amounts: [8000, 0, 0] },
    motivation: 'Fler platser i dagverksamheten.',
    section: 'dagverksamhet',
    baseHash,
  }),
  Amendment.parse({
    id: 'r2',
    number: 2,
    state: 'adopted',
    change: { type: 'frame', board: 'KS', recurrence: 'permanent', amounts: [-3000, 0, 0] },
    motivation: 'Mindre till kommunikation och representation.',
    section: 'dagverksamhet',
    baseHash,
  }),
]

/** What the second group's leader has to decide on. */
export const rivalSuggestions: Amendment[] = [
  Amendment.parse({
    id: 'r3',
    number: 3,
    state: 'suggested',
    change: { type: 'frame', board: 'BUN', recurrence: 'indexed', amounts: [24_000, 0, 0] },
    motivation: 'En till vuxen i varje förskolegrupp med små barn.',
    section: null,
    baseHash,
  }),
  Amendment.parse({
    id: 'r4',
    number: 4,
    state: 'suggested',
    change: { type: 'frame', board: 'KS', recurrence: 'one-off', amounts: [-4000, 0, 0] },
    motivation: 'Vänta ett år med den nya webbplatsen.',
    section: null,
    baseHash,
  }),
  Amendment.parse({
    id: 'r5',
    number: 5,
    state: 'suggested',
    change: { type: 'frame', board: 'VON', recurrence: 'indexed', amounts: [11_000, 0, 0] },
    motivation: 'Ännu fler platser i dagverksamheten.',
    section: 'dagverksamhet',
    baseHash,
    replaces: 'r1',
  }),
]

export const rivalSections: SnapshotSection[] = [
  {
    id: 'dagverksamhet',
    title: 'Dagverksamhet för fler',
    content: text(
      paragraph(
        'Vård- och omsorgsnämnden får ',
        figure('frame.VON.2025.change', 'miljoner kronor'),
        ' till fler platser i dagverksamheten. En del av det betalas av att kommunstyrelsens ram blir ',
        figure('frame.KS.2025.proposed', 'tkr'),
        '.',
      ),
      paragraph(
        'Den som får komma ut om dagarna bor kvar hemma längre, och de anhöriga orkar mer.',
      ),
    ),
  },
]

const decided = {
  framework: rivalFramework,
  amendments: [...rivalAmendments, ...rivalSuggestions],
  sections: rivalSections,
  goals: [],
}

/** The second group's small proposal, there so that secrecy has something to keep. */
export const rivalSnapshot = Snapshot.parse({
  format: 'skuggbudget-snapshot/1',
  title: 'Trygg vardag',
  group: 'Gruppen mitt emot',
  version: null,
  frozenOn: null,
  ...decided,
  clauses: clausesFor(decided),
  mandatory: mandatoryFor(clausesFor(decided)),
  overrides: [],
})
