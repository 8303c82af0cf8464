import type { ImageBlock, SectionContent } from './section-content'

/** The images of a text, in order. They stand beside the blocks of words, never inside one. */
export const imagesIn = ({ content }: SectionContent): ImageBlock['attrs'][] =>
  content.flatMap(block => (block.type === 'image' ? [block.attrs] : []))
