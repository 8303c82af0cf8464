import stylesheet from './app.css?url'
import { FailurePage } from './failure-page'

/** Asks every few seconds whether the page can be had, and then fetches it. A page that was sent is not sent again. */
const askAgain = `(function again() {
  setTimeout(function () {
    fetch(location.href, { method: 'HEAD' }).then(function (answer) {
      if (answer.status < 500) location.replace(location.pathname + location.search)
      else again()
    }, again)
  }, 3000)
})()`

/** In the place of a page that cannot be had just now, because the database is away. A document of its own. */
export function AwayPage({ path, nonce }: { path: string; nonce: string }) {
  return (
    <html lang="sv">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Servern svarar inte – Skuggbudget</title>
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <FailurePage title="Servern svarar inte just nu">
          <p>
            Allt som stod som sparat är kvar, och text som inte hann skickas ligger kvar i
            webbläsaren. Sidan hämtas igen av sig själv.
          </p>
          <a className="btn primary" href={path}>
            Försök igen
          </a>
        </FailurePage>
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: askAgain }} />
      </body>
    </html>
  )
}
