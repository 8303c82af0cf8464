const floor = { major: 20, minor: 19 }

/** Ends the process with one line where Node is older than what the packages run on. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > floor.major || (major === floor.major && minor >= floor.minor)) return
  console.error(
    `Node ${process.versions.node} är för gammal: installera Node ${floor.major}.${floor.minor} eller nyare (https://nodejs.org).`,
  )
  process.exit(1)
}
