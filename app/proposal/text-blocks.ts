import type { Block, Inline, SectionContent, Table, TableRow } from './section-content'

/** A paragraph or heading, and its number within the section, counted from one. */
export type TextBlock = { readonly number: number; readonly content: readonly Inline[] }

/** Every paragraph and heading of a text in reading order, also those inside lists, quotes and tables. */
export function textBlocks(text: SectionContent): TextBlock[] {
  const found: TextBlock[] = []
  const waiting: Container[] = text.content.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'paragraph' || node.type === 'heading')
      found.push({ number: found.length + 1, content: node.content ?? [] })
    else if (node.type !== 'image') waiting.push(...node.content.toReversed())
  }
  return found
}

type ListItem = Extract<Block, { type: 'bulletList' }>['content'][number]
type Container = Block | ListItem | Table | TableRow | TableRow['content'][number]
