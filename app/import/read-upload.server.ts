import { decodeText, kindOf } from './decode'
import { readDelimited } from './delimited'
import { reading, uploadLimits, type Read, type Sheet } from './sheet'
import { openArchive } from './unzip.server'
import { readWorkbook } from './workbook'

/** What an uploaded file holds: tables to map, or a framework as JSON text. */
export type Upload =
  | { readonly type: 'tables'; readonly sheets: readonly Sheet[] }
  | { readonly type: 'json'; readonly text: string }

/** Reads a file by what it is, not by what it is called. What cannot be used gets one line that says how to mend it. */
export function readUpload(bytes: Uint8Array): Read<Upload> {
  const started = Date.now()
  const overdue = () => Date.now() - started > uploadLimits.milliseconds
  return reading(() => {
    const kind = kindOf(bytes)
    if (kind === 'workbook')
      return { type: 'tables', sheets: readWorkbook(openArchive(bytes), overdue) }
    const text = decodeText(bytes)
    if (kind === 'json') return { type: 'json', text: text.replace(/^\uFEFF/, '') }
    return { type: 'tables', sheets: [readDelimited(text)] }
  })
}
