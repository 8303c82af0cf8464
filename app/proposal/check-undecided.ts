import { fault, warning, type Finding } from '~/budget/finding'
import type { Snapshot } from './snapshot'
import { isLeaving } from './suggested'

/** C16: what is suggested is decided before the proposal is handed in. Suggestions count nowhere until then. */
export const checkUndecided = (snapshot: Snapshot): Finding[] => [
  ...checkAmendments(snapshot),
  ...checkWithdrawals(snapshot),
  ...checkTexts(snapshot),
]

/** The text is printed as if they were rejected, which nobody has said that they are. */
const checkTexts = ({ sections }: Snapshot): Finding[] =>
  sections.flatMap(({ id, suggestions }, i) =>
    suggestions === undefined
      ? []
      : fault(
          'C16',
          `section:${id}`,
          `Avsnitt ${i + 1}: ${suggestions === 1 ? 'ett ändringsförslag i texten är inte avgjort. Det' : `${suggestions} ändringsförslag i texten är inte avgjorda. De`} är inte med i förslaget: godta eller avslå i avsnittet.`,
        ),
  )

function checkWithdrawals({ amendments }: Snapshot): Finding[] {
  return amendments
    .filter(isLeaving)
    .map(({ id, number }) =>
      warning(
        'C16',
        `amendment:${id}`,
        `Att dra tillbaka Ä${number} är föreslaget men inte avgjort. Ändringen räknas tills det är beslutat: dra tillbaka den eller behåll den.`,
      ),
    )
}

function checkAmendments({ amendments }: Snapshot): Finding[] {
  const open = amendments.filter(({ state }) => state === 'suggested')
  const [first] = open
  if (first === undefined) return []
  const names = open.map(({ number }) => `Ä${number}`).join(', ')
  return [
    warning(
      'C16',
      `amendment:${first.id}`,
      `${open.length === 1 ? 'En föreslagen ändring är' : `${open.length} föreslagna ändringar är`} inte avgjord${open.length === 1 ? '' : 'a'}: ${names}. ${open.length === 1 ? 'Den' : 'De'} räknas inte i förslaget: anta, dra tillbaka eller skjut upp.`,
    ),
  ]
}
