import { Form, Link, useFetcher } from '@remix-run/react'
import { Fragment, useState, type ReactNode } from 'react'
import type { Outcome } from '~/outcome'
import { DifferingLines, Pieces } from '~/proposal/comparison'
import { Button } from '~/ui/button'
import { EmptyState, FormDone, FormFault } from '~/ui/message'
import type { AmendmentNews, SectionNews } from './news'
import {
  amendmentLines,
  nameOf,
  placeLines,
  placeParts,
  sectionLines,
  type News,
} from './news-text'

export type Marked = { readonly marked: number; readonly left: number }
export type MarkAnswer = Outcome<Marked>

type Props = News & { text: string; base: string }

/** What is new to the reader, a row for each section, amendment and other place, each with a button that marks it as read. */
export function NewsList({ sections, amendments, places, text, base }: Props) {
  if (sections.length + amendments.length + places.length === 0)
    return (
      <EmptyState title="Inget nytt">
        <p>Här står vad andra har skrivit, ändrat och sagt sedan du markerade det som läst.</p>
      </EmptyState>
    )
  return (
    <>
      <MarkAll seen={[...sections, ...amendments, ...places].map(({ seen }) => seen)} />
      {sections.length > 0 && (
        <>
          <h2 className="news-head">Avsnitt</h2>
          <ul className="news">
            {sections.map(news => (
              <SectionRow key={news.id} news={news} base={base} />
            ))}
          </ul>
        </>
      )}
      {placeParts.map(({ head, kinds }) => {
        const changed = head === 'Budget' ? amendments : []
        const said = places.filter(({ kind }) => kinds.includes(kind))
        if (changed.length + said.length === 0) return null
        return (
          <Fragment key={head}>
            <h2 className="news-head">{head}</h2>
            <ul className="news">
              {changed.map(news => (
                <AmendmentRow key={news.id} news={news} base={base} />
              ))}
              {said.map(news => (
                <Row
                  key={news.key}
                  name={news.name}
                  path={`${base}/${news.path}`}
                  lines={placeLines(news)}
                  seen={news.seen}
                />
              ))}
            </ul>
          </Fragment>
        )
      })}
      <AsText text={text} />
    </>
  )
}

function SectionRow({ news, base }: { news: SectionNews; base: string }) {
  const name = nameOf(news)
  const path = news.number === null ? 'sections' : `sections/${news.id}`
  return (
    <Row name={name} path={`${base}/${path}`} lines={sectionLines(news)} seen={news.seen}>
      {news.lines.length > 0 && (
        <details className="news-words">
          <summary>
            Visa orden<span className="sr"> i {name}</span>
          </summary>
          <div className="prose">
            <DifferingLines lines={news.lines} />
          </div>
        </details>
      )}
    </Row>
  )
}

function AmendmentRow({ news, base }: { news: AmendmentNews; base: string }) {
  const lines = amendmentLines(news)
  return (
    <Row name={news.name} path={`${base}/budget#a-${news.id}`} lines={lines} seen={news.seen}>
      {news.motivation && (
        <p className="why">
          <Pieces pieces={news.motivation} />
        </p>
      )}
    </Row>
  )
}

function Row({
  name,
  path,
  lines,
  seen,
  children,
}: {
  name: string
  path: string
  lines: readonly string[]
  seen: string
  children?: ReactNode
}) {
  const fetcher = useFetcher<MarkAnswer>()
  return (
    <li>
      <div className="news-row">
        <div>
          <Link to={path}>{name}</Link>
          {lines.map(line => (
            <p key={line} className="second">
              {line}
            </p>
          ))}
        </div>
        <fetcher.Form method="post">
          <input type="hidden" name="intent" value="mark" />
          <input type="hidden" name="seen" value={seen} />
          <Button
            type="submit"
            small
            busy={fetcher.state !== 'idle'}
            aria-label={`Markera som läst, ${name}`}
          >
            Markera som läst
          </Button>
        </fetcher.Form>
      </div>
      {children}
      <MarkedNote answer={fetcher.data} />
    </li>
  )
}

function MarkAll({ seen }: { seen: readonly string[] }) {
  return (
    <Form method="post" className="news-all">
      <input type="hidden" name="intent" value="mark" />
      {seen.map(one => (
        <input key={one} type="hidden" name="seen" value={one} />
      ))}
      <Button type="submit">Markera allt som läst</Button>
    </Form>
  )
}

/** Says so where something could not be marked: it has changed since the page was read. */
export function MarkedNote({ answer }: { answer: MarkAnswer | undefined }) {
  if (!answer) return null
  if (!answer.ok) return <FormFault title="Inget markerades.">{answer.fault.message}</FormFault>
  if (answer.value.left === 0) return null
  return (
    <FormDone>
      {answer.value.left === 1 ? 'En rad ändrades' : `${answer.value.left} rader ändrades`} medan du
      läste och står kvar. Läs det som är nytt och markera igen.
    </FormDone>
  )
}

/** The list as plain text. Without script it is there to be marked and copied by hand. */
function AsText({ text }: { text: string }) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <section className="news-text" aria-labelledby="som-text">
      <h2 id="som-text" className="news-head">
        Att klistra in i gruppens chatt
      </h2>
      <textarea
        className="input"
        readOnly
        rows={Math.min(14, text.split('\n').length + 1)}
        aria-labelledby="som-text"
        value={text}
        onFocus={event => event.currentTarget.select()}
      />
      <div className="acts">
        <Button onClick={() => void copy()}>Kopiera som text</Button>
        <output>
          {copied === true && 'Kopierat.'}
          {copied === false && 'Webbläsaren tillåter inte det. Markera texten och kopiera den.'}
        </output>
      </div>
    </section>
  )
}
