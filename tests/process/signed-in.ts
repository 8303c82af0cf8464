import { expect } from 'vitest'
import type { Role } from '~/group/policy'
import type { App } from '../started-app'

/** Signs a member of the first group in. `at` picks among several of one role. @returns the cookie header. */
export async function signIn(app: App, role: Role, at = 0): Promise<string> {
  const known = app.signIns.filter(candidate => candidate.role === role)[at]
  if (!known) throw new Error(`No ${role} number ${at + 1} in the demo`)
  const answer = await fetch(`${app.url}/login`, {
    method: 'POST',
    body: new URLSearchParams({ email: known.email, password: known.password }),
    redirect: 'manual',
  })
  expect(answer.status).toBe(302)
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

/** The id of the group's demo section on schools, as the list of sections links to it. */
export const section = 'skola'
