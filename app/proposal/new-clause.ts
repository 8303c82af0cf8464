import type { Clause, MandatoryItem } from './clause'

/** A clause from its parts. */
export const clause = (
  id: string,
  template: string,
  covers: MandatoryItem[],
  remainder = false,
): Clause => ({ id, template, covers, remainder })
