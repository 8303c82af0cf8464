import { z } from 'zod'

/** A file as a page sends it. Its size is judged once it is read. */
export const ImageForm = z.object({
  image: z.string({ error: 'Välj en bild.' }).min(1, { error: 'Välj en bild.' }),
})
