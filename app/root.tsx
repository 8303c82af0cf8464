import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { SignInAgain } from './auth/sign-in-again'
import stylesheet from './ui/app.css?url'
import { FailurePage } from './ui/failure-page'
import { useNonce } from './ui/nonce'

export const links = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta = () => [{ title: 'Skuggbudget' }]

export const loader = ({ context }: LoaderFunctionArgs) => ({ requestId: context.requestId })

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  return (
    <html lang="sv">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  return (
    <>
      <SignInAgain />
      <Outlet />
    </>
  )
}

/** Every failure in the product's own look: what was refused says why, what broke gives the id it is logged under. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { pathname, search } = useLocation()
  const requestId = useRouteLoaderData<typeof loader>('root')?.requestId
  if (isRouteErrorResponse(error)) {
    if (error.status === 403)
      return (
        <FailurePage title="Du kommer inte åt den här sidan">
          <p>{reason(error.data, 'Din roll i gruppen räcker inte till.')}</p>
          <a href="/">Till förslagen</a>
        </FailurePage>
      )
    if (error.status === 404)
      return (
        <FailurePage title="Sidan finns inte">
          <p>{reason(error.data, 'Den har tagits bort, eller så är adressen fel.')}</p>
          <a href="/">Till förslagen</a>
        </FailurePage>
      )
    if (error.status < 500)
      return (
        <FailurePage title="Det gick inte">
          <p>{reason(error.data, 'Servern kunde inte läsa det som skickades.')}</p>
          <a href="/">Till förslagen</a>
        </FailurePage>
      )
  }
  return (
    <FailurePage title="Sidan gick inte att visa">
      <p>
        {requestId ? `Felet är antecknat som ${requestId}. ` : 'Felet är antecknat. '}
        Allt som stod som sparat är kvar.
      </p>
      <a className="btn primary" href={pathname + search}>
        Försök igen
      </a>
      <a href="/">Till förslagen</a>
    </FailurePage>
  )
}

// Remix's own answers carry technical English ("Error: No route matches"); ours are sentences
const reason = (data: unknown, otherwise: string): string =>
  typeof data === 'string' && data && !data.startsWith('Error:') ? data : otherwise
