import { data } from '@remix-run/node'
import { answer } from '~/answer.server'
import type { Fault } from '~/outcome'
import type { Sent } from './step-forms'

/** A step that was refused: what was sent comes back with it, and the fault beside its field. */
export function refusedStep(sent: Sent, fault: Fault) {
  const field = fault.kind === 'invalid' ? (fault.field ?? 'form') : 'form'
  const faults: Record<string, string> = { [field]: fault.message }
  return data({ sent, faults }, answer({ ok: false, fault }).init ?? undefined)
}
