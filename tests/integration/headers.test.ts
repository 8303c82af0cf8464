import { beforeAll, expect, test } from 'vitest'
import { cookieOf, dataPath, serve, type Served } from './server'
import { routes } from './matrix/routes'
import { buildWorld, type World } from './world'

let served: Served
let world: World

beforeAll(async () => {
  served = await serve()
  world = await buildWorld('<img src=x onerror=alert(1)>"\'</script><script>alert(2)</script>')
}, 240_000)

const pages = Object.entries(routes).flatMap(([route, { page }]) => (page ? [{ route, page }] : []))

test.each(pages)(
  '$route lies in no cache, runs no foreign script, and prints names as they stand',
  async ({ page }) => {
    const path = page.path(world.ids)
    for (const asked of [path, dataPath(path)]) {
      const { headers, text } = await served.ask({ path: asked, cookie: await cookieOf(world.all) })
      if (headers.location === undefined)
        expect(headers['cache-control'], asked).toMatch(/no-store/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toMatch(/same-origin|no-referrer/)
      const policy = String(headers['content-security-policy'])
      expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'(;|$)/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("object-src 'none'")
      if (!String(headers['content-type']).startsWith('text/html')) continue
      expect(text).not.toMatch(/<img src=x|<script>alert/)
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      for (const [script] of text.matchAll(/<script\b[^>]*>/g)) expect(script).toContain(nonce)
    }
  },
)
