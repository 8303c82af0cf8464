import { setTimeout as sleep } from 'node:timers/promises'
import type { Role } from '~/group/policy'
import type { App } from '../started-app'
import { SectionClient } from './section-client'

/** Where an app is reached, itself or through a balancer. */
export type Reached = Pick<App, 'url' | 'signIns'>

/** Signs a member of the first group in. `at` picks among several of one role. @returns the cookie header. */
export async function signIn(app: Reached, role: Role, at = 0): Promise<string> {
  const known = app.signIns.filter(candidate => candidate.role === role)[at]
  if (!known) throw new Error(`No ${role} number ${at + 1} in the demo`)
  const answer = await fetch(`${app.url}/login`, {
    method: 'POST',
    body: new URLSearchParams({ email: known.email, password: known.password }),
    redirect: 'manual',
  })
  if (answer.status !== 302) throw new Error(`The sign-in was answered ${answer.status}`)
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

/** The id of the demo's section on schools. */
export const section = 'skola'

const patience = 45_000

export async function waitUntil(condition: () => boolean): Promise<void> {
  for (const limit = Date.now() + patience; !condition(); await sleep(20))
    if (Date.now() > limit) throw new Error(`Waited in vain for ${condition}`)
}

/** Ends the section in an empty paragraph: the place where all type. */
export async function addParagraph(app: Reached) {
  const client = new SectionClient(app.url, await signIn(app, 'drafter'), section)
  await waitUntil(() => client.isSynced)
  client.addParagraph()
  await waitUntil(() => client.isSaved)
  client.close()
}

/** The text as the server gives it to somebody who has just come. */
export async function readSection(app: Pick<Reached, 'url'>, cookie: string): Promise<string> {
  const reader = new SectionClient(app.url, cookie, section)
  await waitUntil(() => reader.isSynced)
  const { text } = reader
  reader.close()
  return text
}
