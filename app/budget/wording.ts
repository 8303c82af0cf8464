import { z } from 'zod'

// Half a surrogate pair is no character and a NUL is kept by no database; neither has a place in canonical JSON.
// eslint-disable-next-line no-control-regex
const noControls = /^[^\u0000-\u001F\u007F\uD800-\uDFFF]*$/u
// eslint-disable-next-line no-control-regex
const noNul = /^[^\u0000\uD800-\uDFFF]*$/u

/** A name or title: one line with something to read on it. */
export const singleLine = (limit: number) => z.string().max(limit).regex(/\S/).regex(noControls)

/** Text of several lines, which may be empty. */
export const prose = (limit: number) => z.string().max(limit).regex(noNul)
