import { readEnvironment } from './environment'

function read() {
  const { DATABASE_URL, ...rest } = readEnvironment(process.env)
  if (!DATABASE_URL) throw new Error('DATABASE_URL: is set by the start, to the database it brings')
  return { ...rest, DATABASE_URL }
}

/** The environment, checked: the only reader of process.env in the app. */
export const env = read()
