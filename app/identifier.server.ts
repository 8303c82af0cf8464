import { randomBytes } from 'node:crypto'

/** A new identifier of 120 random bits, safe in addresses. */
export const newId = (): string => randomBytes(15).toString('base64url')
