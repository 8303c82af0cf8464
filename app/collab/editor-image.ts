import { Node } from '@tiptap/core'
import type { Attrs, DOMOutputSpec } from '@tiptap/pm/model'
import { ImageBlock } from '~/proposal/section-content'

const { shape } = ImageBlock.shape.attrs

/** What an element says of an image, where all of it is so. */
function attributesOf(element: HTMLElement) {
  const image = ImageBlock.shape.attrs.safeParse({
    sha256: element.dataset.image,
    alt: element.getAttribute('alt'),
    caption: element.dataset.caption || undefined,
    width: Number(element.getAttribute('width')),
    height: Number(element.getAttribute('height')),
  })
  return image.success && image.data
}

/** An image of the group's own, by its name, with the words that say what it shows. Others are never pasted. */
export const ImageNode = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: false,
  addAttributes: () =>
    Object.fromEntries(Object.keys(shape).map(name => [name, { default: null, rendered: false }])),
  parseHTML: () => [
    { tag: 'img[data-image]', getAttrs: attributesOf },
    // what stands under it is the image's own
    { tag: 'figure.pictured figcaption', ignore: true },
  ],
  renderHTML: ({ node: { attrs } }) =>
    attrs.caption
      ? ['figure', { class: 'pictured' }, elementOf(attrs), ['figcaption', {}, attrs.caption]]
      : elementOf(attrs),
})

const elementOf = ({ sha256, alt, width, height, caption }: Attrs): DOMOutputSpec => [
  'img',
  { 'data-image': sha256, 'data-caption': caption, src: `/images/${sha256}`, alt, width, height },
]
