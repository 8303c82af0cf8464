import { readdirSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './chromium'

const browser = await findChromium()

const files = readdirSync(new URL('e2e', import.meta.url)).filter(name => name.endsWith('.spec.ts'))

// each file starts an app of its own, so that tests in one never meet what another left: a project never shares a worker
export default defineConfig({
  projects: files.map(name => ({ name: name.replace('.spec.ts', ''), testMatch: name })),
  testDir: 'e2e',
  outputDir: '../node_modules/.cache/browser-tests',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME }]],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 900 },
    trace: 'off',
    launchOptions: {
      executablePath: browser.path,
      env: { ...process.env, ...browser.env } as Record<string, string>,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
