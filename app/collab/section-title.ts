import { z } from 'zod'
import { longestTitle } from '~/proposal/section-content'

export const SectionTitle = z
  .string()
  .trim()
  .min(1, 'Skriv en rubrik för avsnittet.')
  .max(longestTitle, `Rubriken får ha högst ${longestTitle} tecken.`)
  .regex(/^\P{Cc}*$/u, 'Rubriken innehåller ett tecken som inte syns. Skriv den på nytt.')
