import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { seed } from '../../prisma/seed'

const SignIn = z.object({
  group: z.string(),
  role: z.string(),
  email: z.string(),
  password: z.string(),
})
export type SignIn = z.infer<typeof SignIn>

/** The demo's sign-ins. An empty database gets the demo groups first, with passwords made now. */
export async function loadDemo(folder: string): Promise<SignIn[]> {
  const file = path.join(folder, 'demo-sign-ins.json')
  // kept before the database commits: passwords that nobody knows would lock the demo
  await seed(signIns => keep(file, signIns))
  return read(file)
}

function keep(file: string, signIns: readonly SignIn[]) {
  writeFileSync(`${file}.new`, `${JSON.stringify(signIns, undefined, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** None, where the database came filled from elsewhere. */
function read(file: string): SignIn[] {
  try {
    return z.array(SignIn).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
