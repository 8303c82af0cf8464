import { z } from 'zod'

export const SectionTitle = z
  .string()
  .trim()
  .min(1, 'Skriv en rubrik för avsnittet.')
  .max(200, 'Rubriken får ha högst 200 tecken.')
  .regex(/^\P{Cc}*$/u, 'Rubriken innehåller ett tecken som inte syns. Skriv den på nytt.')
