import { fileURLToPath } from 'node:url'
import { buildWhenStale } from '~/boot/build.server'

// the same build that a start makes, so that the tested apps find it done
await buildWhenStale(fileURLToPath(new URL('..', import.meta.url)))
