import { can, type Actor } from '~/group/policy'
import type { Framework } from '~/budget/framework'
import { done, forbidden, refused, type Outcome } from '~/outcome'
import { createProposal } from '~/proposal/create-proposal.server'
import { parseFramework } from './framework'

/** Largest framework file that is read, in bytes: thousands of boards fit. */
export const frameworkFileLimit = 5_000_000

/**
 * The framework in a JSON file. A file that cannot be used gets one line that says which field and why.
 */
export function readFrameworkFile(file: string): Outcome<Framework> {
  if (Buffer.byteLength(file) > frameworkFileLimit)
    return invalid('filen: är större än 5 MB. Ta bort det som inte hör till budgetramen.')
  const json = parseJson(file)
  if (!json.ok) return invalid(json.message)
  const parsed = parseFramework(json.value)
  return parsed.ok ? done(parsed.framework) : invalid(parsed.message)
}

/** Creates a proposal on the framework in a JSON file; where the file cannot be used, nothing is stored. */
export async function importFramework(
  actor: Actor,
  { title, file }: { title: string; file: string },
): Promise<Outcome<{ proposalId: string }>> {
  if (!can(actor, 'create-proposal')) return forbidden
  const framework = readFrameworkFile(file)
  return framework.ok ? createProposal(actor, { title, framework: framework.value }) : framework
}

const invalid = (message: string) => refused({ kind: 'invalid', field: 'file', message })

export function parseJson(
  text: string,
): { ok: true; value: unknown } | { ok: false; message: string } {
  if (text.trim() === '')
    return { ok: false, message: 'filen: är tom. Välj en fil med budgetramen.' }
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return {
      ok: false,
      message: `filen: är inte JSON${placeOf(error, text)}. Spara om den som JSON.`,
    }
  }
}

/** The line where reading stopped, where the engine says the position. */
function placeOf(error: unknown, text: string): string {
  const position = error instanceof Error && /position (\d+)/.exec(error.message)?.[1]
  if (!position) return ''
  return `, rad ${text.slice(0, Number(position)).split('\n').length}`
}
