import path from 'node:path'
import { createSetupLink } from '~/auth/create-setup-link.server'
import type { SignIn } from './demo.server'

type Welcome = {
  readonly address: string
  readonly signIns: readonly SignIn[]
  readonly folder: string
}

/** What the terminal says when the app is up: the address first, then how to get in. */
export async function welcome({ address, signIns, folder }: Welcome): Promise<void> {
  console.log(`\nSkuggbudget är igång på ${address}\n`)
  if (signIns.length > 0) printSignIns(signIns, path.join(folder, 'demo-sign-ins.json'))
  const link = await createSetupLink(new Date())
  if (link)
    console.log(`Egen grupp, med en länk som gäller en gång inom 72 timmar:\n  ${address}${link}\n`)
  console.log('Avsluta med Ctrl-C.')
}

const roles: Record<string, string> = {
  drafter: 'skriver',
  reviewer: 'granskar',
  secretary: 'sekreterare',
  leader: 'gruppledare',
  admin: 'administratör',
}

function printSignIns(signIns: readonly SignIn[], file: string) {
  console.log(`Exempelgruppernas inloggningar (de ligger också i ${path.relative('', file)}):`)
  for (const group of new Set(signIns.map(signIn => signIn.group))) {
    console.log(`  ${group}`)
    for (const { role, email, password } of signIns.filter(signIn => signIn.group === group))
      console.log(`    ${(roles[role] ?? role).padEnd(15)}${email.padEnd(32)}${password}`)
  }
  console.log()
}
