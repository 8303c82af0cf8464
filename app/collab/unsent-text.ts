import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { editorSchema } from './editor-schema'
import { sectionDoc, textFragment } from './section-doc'

/**
 * Whether changes that were kept in the browser can go into the text as it stands now: nothing that they build on is
 * missing, and what comes out is a text that this editor knows. They may come from an older editor.
 */
export function fits(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  const tried = sectionDoc()
  try {
    Y.applyUpdate(tried, Y.encodeStateAsUpdate(doc))
    for (const update of updates) Y.applyUpdate(tried, update)
    if (tried.store.pendingStructs || tried.store.pendingDs) return false
    return isKnown(tried) || !isKnown(doc)
  } catch {
    return false
  } finally {
    tried.destroy()
  }
}

function isKnown(doc: Y.Doc): boolean {
  const { content } = yXmlFragmentToProsemirrorJSON(textFragment(doc))
  const blocks = Array.isArray(content) ? content.flat() : []
  try {
    if (blocks.length > 0) editorSchema.nodeFromJSON({ type: 'doc', content: blocks }).check()
    return true
  } catch {
    return false
  }
}

/** The words that the changes wrote, in the order in which they were written: to be read and copied. */
export function wordsOf(updates: readonly Uint8Array[]): string {
  let words = ''
  for (const update of updates) for (const part of partsOf(update)) words += part
  return words.replace(/\n{2,}/g, '\n').trim()
}

function partsOf(update: Uint8Array): string[] {
  try {
    return Y.decodeUpdate(update).structs.flatMap(struct => {
      if (!(struct instanceof Y.Item)) return []
      if (struct.content instanceof Y.ContentString) return [struct.content.str]
      return struct.content instanceof Y.ContentType ? ['\n'] : []
    })
  } catch {
    return []
  }
}
