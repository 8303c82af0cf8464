import { z } from 'zod'

const port = 'ska vara ett heltal från 0 till 65535, till exempel PORT=3001'
const origin =
  'ska vara sidans adress utåt och inget mer, till exempel PUBLIC_ORIGIN=https://budget.example.se'

/** What the environment may say, with Swedish reasons. `DATABASE_URL` unset means the database that the app brings. */
export const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, port)
    .transform(Number)
    .pipe(z.int().max(65_535, port))
    .default(3000),
  HOST: z
    .string()
    .regex(
      /^[\w.:-]+$/,
      'ska vara den adress som appen lyssnar på, till exempel HOST=127.0.0.1 eller HOST=0.0.0.0',
    )
    .default('127.0.0.1'),
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/, error: origin })
    .refine(isOrigin, origin)
    .transform(url => new URL(url).origin)
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isPostgresUrl,
      'ska vara en PostgreSQL-adress: postgresql://namn:lösenord@server:5432/databas',
    )
    .optional(),
  REDIS_URL: z
    .string()
    .refine(
      isRedisUrl,
      'ska vara en Redis-adress, till exempel REDIS_URL=redis://:lösenord@server:6379',
    )
    .optional(),
})
export type Environment = z.infer<typeof Environment>

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { pathname, search, hash, username } = new URL(text)
  return pathname === '/' && !search && !hash && !username
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1
}

function isRedisUrl(text: string): boolean {
  return /^rediss?:\/\/./.test(text) && URL.canParse(text)
}

/** @throws Error with one line, `NAME: reason`, for the first value that is wrong. An empty value counts as unset. */
export function readEnvironment(values: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value))
  const parsed = Environment.safeParse(set)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`${issue?.path.join('.')}: ${issue?.message}`)
}
