import type { ButtonHTMLAttributes } from 'react'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary` at most once in a view; `danger` takes something away; `plain` stands in a row of text. */
  kind?: 'primary' | 'danger' | 'plain'
  small?: boolean
  /** While the server works: the label says what it does. */
  busy?: boolean
}

export function Button({ kind, small, busy, type = 'button', className, ...rest }: Props) {
  const classes = ['btn', kind, small && 'small', busy && 'busy', className]
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      className={classes.filter(Boolean).join(' ')}
    />
  )
}
