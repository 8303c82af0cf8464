import { createHash, randomBytes } from 'node:crypto'

/** A secret for a cookie or a one-time link: 256 random bits. It is shown once; only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a token. A fast hash is enough: nobody guesses 256 random bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whether a text has the form of a token: anything else is not looked up at all. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)
