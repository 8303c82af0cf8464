import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

type Mood = 'ok' | 'warn' | 'error'

/** One line under the header: it pushes the page down and never covers it. At most one at a time. */
export function BannerLine({
  mood,
  icon,
  title,
  children,
  actions,
}: {
  mood?: Mood
  icon?: IconName
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  const sign = icon ?? mood
  return (
    <output className={mood ? `bannerline ${mood}` : 'bannerline'}>
      {sign && <Icon name={sign} />}
      <b>{title}</b>
      {children && <span>{children}</span>}
      {actions && <span className="acts">{actions}</span>}
    </output>
  )
}

/** What went wrong with a form, above it: read out at once. */
export function FormFault({ title, children }: { title: string; children: ReactNode }) {
  return (
    <p role="alert" className="form-fault error">
      <Icon name="error" />
      <span>
        <b>{title}</b> {children}
      </span>
    </p>
  )
}

/** What a command did, where there is nothing else to see of it. */
export function FormDone({ children }: { children: ReactNode }) {
  return (
    <output className="form-fault ok">
      <Icon name="ok" />
      <span>{children}</span>
    </output>
  )
}

/** Nothing here yet: what belongs here, and the next step. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** A small word on a person or a thing: a role, a state. */
export function Tag({ solid, children }: { solid?: boolean; children: ReactNode }) {
  return <span className={solid ? 'tag solid' : 'tag'}>{children}</span>
}
