/**
 * Why a command refused. `message` is for the reader, in Swedish: what, where and how to mend it. `stale` carries what
 * the server holds now, so that both values can be shown.
 */
export type Fault =
  | { readonly kind: 'forbidden' | 'not-found' | 'conflict' | 'too-many'; readonly message: string }
  | { readonly kind: 'invalid'; readonly message: string; readonly field?: string }
  | { readonly kind: 'stale'; readonly message: string; readonly current: unknown }

/** An expected failure is a value; a bug throws. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const refused = (fault: Fault): { ok: false; fault: Fault } => ({ ok: false, fault })

export const forbidden = refused({
  kind: 'forbidden',
  message: 'Din roll i gruppen får inte göra det här.',
})

/** Also the answer for what belongs to another group: nothing tells the two apart. */
export const notFound = refused({
  kind: 'not-found',
  message: 'Det finns inte, eller har tagits bort.',
})

type Asked = { readonly ok: boolean; readonly fault?: Fault } | undefined

/** How a form shows what a command answered: a fault that names a field beside it (`at`), any other above the form. */
export function faultOf(answered: Asked) {
  const fault = answered?.fault
  const field = fault?.kind === 'invalid' ? fault.field : undefined
  return {
    fault: field ? undefined : fault?.message,
    at: (name: string) => (field === name ? fault?.message : undefined),
  }
}
