import { fault, type Finding } from '~/budget/finding'
import type { Framework } from '~/budget/framework'
import { canonicalJson } from './canonical'
import { sha256Of } from './sha256'
import type { Snapshot } from './snapshot'

// A framework never changes once it is read, and hashing a large one costs more than all other checks together.
const hashes = new WeakMap<Framework, string>()

/** The SHA-256 of the framework's canonical bytes, by which amendments name their base. */
export function frameworkHash(framework: Framework): string {
  const known = hashes.get(framework)
  if (known !== undefined) return known
  const hash = sha256Of(canonicalJson(framework))
  hashes.set(framework, hash)
  return hash
}

/** C01: every amendment was written against the base that the proposal stands on. */
export function checkBase({ framework, amendments }: Snapshot): Finding[] {
  return amendments.flatMap(({ id, number, state, baseHash }) => {
    if (state !== 'adopted' || baseHash === frameworkHash(framework)) return []
    return fault(
      'C01',
      `amendment:${id}`,
      `Ä${number} är skriven mot en annan ram (${baseHash.slice(0, 12)}) än den som förslaget bygger på (${frameworkHash(framework).slice(0, 12)}). Alla belopp ska ha en och samma bas: öppna ändringen, kontrollera beloppet och spara den igen.`,
    )
  })
}
