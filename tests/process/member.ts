import { expect } from 'vitest'
import type { Role } from '~/group/policy'
import type { App } from '../started-app'

/** Invites somebody as the admin does, and lets them in by their link. @returns their cookie header. */
export async function invite(app: App, admin: string, role: Role, name: string): Promise<string> {
  const email = `${name.replace(/\W/g, '')}@example.org`
  const invited = await fetch(`${app.url}/members`, {
    method: 'POST',
    headers: { cookie: admin },
    body: new URLSearchParams({ intent: 'invite', name, email, roles: role }),
  })
  const path = /\/invitation\/[\w-]+/.exec(await invited.text())?.[0]
  const password = 'ett-långt-lösenord-för-provet'
  const answer = await fetch(`${app.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ name, password }),
    redirect: 'manual',
  })
  expect(answer.status).toBe(302)
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}
