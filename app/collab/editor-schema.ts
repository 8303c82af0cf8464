import { getSchema } from '@tiptap/core'
import { blocks } from './editor-blocks'
import { marks } from './editor-marks'
import { ImageNode } from './editor-image'
import { tables } from './editor-tables'
import { suggestionMarks } from './suggestion-marks'

/**
 * Raised with every change of the schema: an editor with an older one deletes for all what it does not know, merely by
 * opening a section, so the room turns it away.
 */
export const schemaVersion = 7

/** The editor's extensions that make up the schema: the same set on screen and on the server. */
export const schemaExtensions = [...blocks, ...tables, ImageNode, ...marks, ...suggestionMarks]

export const editorSchema = getSchema(schemaExtensions)
