import type { Inline, SectionContent } from '~/proposal/section-content'
import type { DemoThread } from './comments'

type TextThread = Extract<DemoThread, { kind: 'text' }>

/** The section's text as the editor keeps it, with a comment mark where a thread quotes it. */
export function markQuotes(
  content: SectionContent,
  section: string,
  threads: readonly DemoThread[],
): { type: 'doc'; content: object[] } {
  const quoting = threads.flatMap(thread =>
    thread.kind === 'text' && thread.section === section ? [thread] : [],
  )
  const blocks = content.content.map(block => {
    if (block.type !== 'paragraph' || !block.content) return block
    return { ...block, content: block.content.flatMap(node => mark(node, quoting)) }
  })
  return { ...content, content: blocks }
}

function mark(node: Inline, threads: readonly TextThread[]): object[] {
  const thread = threads.find(({ quote }) => node.type === 'text' && node.text.includes(quote))
  if (!thread || node.type !== 'text') return [node]
  const [before = '', after = ''] = node.text.split(thread.quote, 2)
  const comment = { type: 'comment', attrs: { threadId: thread.id } }
  return [
    ...(before ? [{ ...node, text: before }] : []),
    { ...node, text: thread.quote, marks: [...(node.marks ?? []), comment] },
    ...(after ? [{ ...node, text: after }] : []),
  ]
}
