import { z } from 'zod'
import { Role } from './role'

/** An address as stored and compared: without case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'E-postadressen är för lång.')
  .pipe(z.email('Skriv en e-postadress, till exempel namn@exempel.se.'))

export const MemberName = z
  .string()
  .trim()
  .min(1, 'Skriv ett namn.')
  .max(80, 'Namnet får vara högst 80 tecken.')
  .regex(/^\P{C}*$/u, 'Namnet innehåller ett tecken som inte syns. Skriv det på nytt.')

export const GroupName = z
  .string()
  .trim()
  .min(1, 'Skriv gruppens namn.')
  .max(80, 'Gruppens namn får vara högst 80 tecken.')
  .regex(/^\P{C}*$/u, 'Gruppens namn innehåller ett tecken som inte syns. Skriv det på nytt.')

/** Length is what counts (ASVS 6.2): nothing is asked of the kinds of characters, and pasting is welcome. */
export const Password = z
  .string()
  .min(12, 'Lösenordet ska ha minst 12 tecken. Några ord i rad går bra.')
  .max(200, 'Lösenordet får ha högst 200 tecken.')

/** Boxes ticked in a form: none, one or several. */
export const Roles = z
  .union([z.array(Role), Role.transform(role => [role])], 'Välj minst en roll.')
  .refine(roles => roles.length > 0, 'Välj minst en roll.')
  .transform(roles => Role.options.filter(role => roles.includes(role)))
