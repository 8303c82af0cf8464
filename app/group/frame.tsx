import { Link, NavLink, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useOwnPage } from '~/auth/own-page'
import { SignOut } from '~/auth/sign-out'
import { WaitingLine } from '~/ui/waiting-line'
import { can, type Actor } from './policy'

/** The frame of the group's own pages: proposals, members, account. */
export function GroupFrame({
  actor,
  groupName,
  children,
}: {
  actor: Actor
  groupName: string
  children: ReactNode
}) {
  const { pathname } = useLocation()
  useOwnPage(actor)
  return (
    <>
      <a className="skip" href="#innehall">
        Till innehållet
      </a>
      <header className="head">
        <Link className="brand" to="/proposals" aria-label="Skuggbudget, till alla förslag">
          Skuggbudget
        </Link>
        <p className="folio">
          <b>{groupName}</b>, {actor.name}
        </p>
        <div className="head-end">
          <details className="menu" key={pathname}>
            <summary>Meny</summary>
            <nav className="menu-panel" aria-label="Gruppens sidor, meny">
              <p className="second menu-now">
                <b>{groupName}</b>
                <br />
                {actor.name}
              </p>
              <GroupLinks actor={actor} />
            </nav>
          </details>
        </div>
      </header>
      <WaitingLine />
      <div className="shell">
        <nav className="nav" aria-label="Gruppens sidor">
          <div className="nav-in">
            <p className="nav-title">{groupName}</p>
            <p className="quiet">{actor.name}</p>
            <GroupLinks actor={actor} />
          </div>
        </nav>
        <main className="main" id="innehall" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}

/** The ways to the group's own pages, and out. */
export function GroupLinks({ actor }: { actor: Actor }) {
  return (
    <ul>
      <li>
        <NavLink to="/proposals" end>
          Alla förslag
        </NavLink>
      </li>
      {can(actor, 'manage-members') && (
        <li>
          <NavLink to="/members">Medlemmar</NavLink>
        </li>
      )}
      <li>
        <NavLink to="/account">Ditt konto</NavLink>
      </li>
      <li>
        <SignOut />
      </li>
    </ul>
  )
}
