import { expect, vi } from 'vitest'
import type { Role } from '~/group/policy'
import type { App } from '../started-app'
import { SectionClient } from './section-client'

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

/** The id of the demo's section on schools. */
export const section = 'skola'

export const waitUntil = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 45_000 })

/** Ends the section in an empty paragraph: the place where all type. */
export async function addParagraph(app: App) {
  const client = new SectionClient(app.url, await signIn(app, 'drafter'), section)
  await waitUntil(() => client.isSynced)
  client.addParagraph()
  await waitUntil(() => client.isSaved)
  client.close()
}

/** The text as the server gives it to somebody who has just come. */
export async function readSection(app: App, cookie: string): Promise<string> {
  const reader = new SectionClient(app.url, cookie, section)
  await waitUntil(() => reader.isSynced)
  const { text } = reader
  reader.close()
  return text
}
