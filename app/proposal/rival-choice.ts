import { z } from 'zod'

/** Another proposal that a version may be printed beside. */
export type RivalChoice = { readonly id: string; readonly name: string; readonly source: string }

/** The other proposals that a form chose, by their ids: one box ticked comes as a text, several as a list. */
export const ChosenRivals = z
  .union([z.string().transform(id => [id]), z.array(z.string())])
  .default([])
