import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** A browser to test with, and what its process needs in its environment. */
export type Browser = { readonly path: string; readonly env: Record<string, string> }

const onTheMachine = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const cache = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url))

/**
 * CHROMIUM_PATH, else Playwright's own if it was downloaded, else one on the machine, else the Linux build that the
 * package @sparticuz/chromium carries.
 * @throws Error with one line that says what to install
 */
export async function findChromium(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH: ${named} does not exist.`)
    return { path: named, env: {} }
  }
  const { chromium } = await import('@playwright/test')
  const found = [chromium.executablePath(), ...onTheMachine].find(file => existsSync(file))
  if (found) return { path: found, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium()
  throw new Error('No Chromium found: run `npx playwright install chromium`, or set CHROMIUM_PATH.')
}

/**
 * Unpacked into the project's own cache: the shared temporary folder may hold somebody else's. With it come the
 * libraries that a bare machine lacks, which the package unpacks only where it believes to be at its usual host.
 */
async function unpackChromium(): Promise<Browser> {
  mkdirSync(cache, { recursive: true })
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV }
  Object.assign(process.env, { TMPDIR: cache, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' })
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const executable = await chromium.executablePath()
    return {
      path: executable,
      env: { LD_LIBRARY_PATH: path.join(cache, 'al2023', 'lib'), FONTCONFIG_FILE: nameFonts() },
    }
  } finally {
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
}

/** The package names its font in a folder of the shared temporary one; a Chromium that finds no font at all ends. */
function nameFonts(): string {
  const file = path.join(cache, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(cache, 'fonts')}</dir>
  <cachedir>${path.join(cache, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  )
  return file
}
