// The start, in plain JavaScript that any Node reads: an old one must come as far as the line that says so.
import { requireNode } from './node-version.mjs'

requireNode()
import('./launch.mjs').then(({ launch }) => launch(process.argv.slice(2)))
