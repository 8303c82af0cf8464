import { Node } from '@tiptap/core'
import { ImageBlock } from '~/proposal/section-content'

const { shape } = ImageBlock.shape.attrs

/** What an element says of an image, where all of it is so. */
function attributesOf(element: HTMLElement) {
  const image = ImageBlock.shape.attrs.safeParse({
    sha256: element.dataset.image,
    alt: element.getAttribute('alt'),
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
  parseHTML: () => [{ tag: 'img[data-image]', getAttrs: attributesOf }],
  renderHTML: ({ node: { attrs } }) => [
    'img',
    {
      'data-image': attrs.sha256,
      src: `/images/${attrs.sha256}`,
      alt: attrs.alt,
      width: attrs.width,
      height: attrs.height,
    },
  ],
})
