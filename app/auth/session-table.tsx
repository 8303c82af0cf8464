import { dayAndTime } from '~/ui/date'
import { browserName } from './browser'

type Session = { readonly createdAt: Date; readonly userAgent: string; readonly own: boolean }

/** Where the member is signed in. */
export function SessionTable({ sessions }: { sessions: readonly Session[] }) {
  return (
    <table className="t cards narrow">
      <caption className="sr">Inloggningar</caption>
      <thead>
        <tr>
          <th scope="col">Webbläsare</th>
          <th scope="col">Inloggad sedan</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ createdAt, userAgent, own }) => (
          <tr key={createdAt.toISOString()}>
            <th scope="row">
              {browserName(userAgent)} {own && <span className="tag me">den här</span>}
            </th>
            <td className="left nb">{dayAndTime(createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
