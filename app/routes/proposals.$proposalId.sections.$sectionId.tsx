import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useParams, type ClientActionFunctionArgs } from '@remix-run/react'
import { lazy, Suspense, useCallback, useState, useSyncExternalStore } from 'react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { BinnedLine } from '~/collab/section-bin'
import { SectionMarker } from '~/collab/section-marker'
import { RenameSection } from '~/collab/section-list'
import { loadSectionPage } from '~/collab/section-page.server'
import type { StandingWords } from '~/collab/readiness'
import { SectionStanding } from '~/collab/section-standing'
import { SectionText } from '~/collab/section-text'
import { threadParameter } from '~/collab/thread-place'
import { ArguedLine } from '~/collab/section-title-line'
import { SettleForm } from '~/collab/settle-form'
import { settleSuggestions, withdrawSuggestions } from '~/collab/settle-suggestions.server'
import { readForm } from '~/form.server'
import { done, notFound, refused } from '~/outcome'
import { draftsOf } from '~/proposal/request-draft.server'
import { showsSuggested } from '~/proposal/suggested'
import { reach, unreachable } from '~/reach'

// the editor is large: other pages do not carry it
const SectionEditor = lazy(() => import('~/collab/section-editor'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const page = await loadSectionPage(actor, params.proposalId ?? '', params.sectionId ?? '', {
    withSuggested: showsSuggested(request.url),
    threadId: new URL(request.url).searchParams.get(threadParameter),
    load: draftsOf(context),
  })
  return valueOrThrow(page ? done(page) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, SettleForm)
  if (!form.ok) return answer(form)
  const { intent, seen } = form.value
  const proposalId = params.proposalId ?? ''
  const sectionId = params.sectionId ?? ''
  return answer(
    intent === 'withdraw'
      ? await withdrawSuggestions(actor, proposalId, { sectionId, seen })
      : await settleSuggestions(actor, proposalId, { sectionId, seen, verdict: intent }),
  )
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reach(() => serverAction<typeof action>(), refused({ kind: 'conflict', message: unreachable }))

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) => [
  { title: `${data?.section.title ?? 'Avsnitt'} – Skuggbudget` },
]

export default function SectionPage() {
  const page = useLoaderData<typeof loader>()
  const base = `/proposals/${useParams().proposalId}`
  const inBrowser = useSyncExternalStore(subscribe, yes, no)
  const { section, inBin, number, content, statement, argued } = page
  const returned = useTimesBack(inBin !== null)
  const [live, setLive] = useState<{ id: string; words: StandingWords } | null>(null)
  const hear = useCallback(
    (words: StandingWords) => setLive({ id: section.id, words }),
    [section.id],
  )
  const text = (
    <article className="paper prose" aria-label="Avsnittets text">
      <SectionText content={content} statement={statement} pledges={page.pledges} />
    </article>
  )
  return (
    <>
      <div className="title">
        <h1>{number === null ? section.title : `${number}. ${section.title}`}</h1>
        <SectionMarker open={page.openThreads} canComment={page.canComment} name={section.title} />
        {page.canArrange && !inBin && (
          <RenameSection section={section} action={`${base}/sections?index`} />
        )}
        <ArguedLine argued={argued} base={base} />
        {page.comparable && !inBin && (
          <p className="second compare-link">
            <Link to={`${base}/versions/compare?section=${section.id}`}>Jämför med en version</Link>
          </p>
        )}
      </div>
      {!inBin && (
        <SectionStanding
          {...page}
          words={live?.id === section.id ? live.words : page.words}
          action={`${base}/sections?index`}
        />
      )}
      {inBin && (
        <BinnedLine section={inBin} editable={page.canArrange} action={`${base}/sections?index`} />
      )}
      {inBrowser ? (
        <Suspense fallback={text}>
          <SectionEditor
            key={`${section.id} ${returned}`}
            {...page}
            base={base}
            onWords={hear}
            waiting={text}
          />
        </Suspense>
      ) : (
        text
      )}
    </>
  )
}

/** How often the section has come back from the bin while the page was open: its room is entered anew then. */
function useTimesBack(inBin: boolean): number {
  const [before, setBefore] = useState({ inBin, times: 0 })
  if (before.inBin !== inBin) setBefore({ inBin, times: before.times + (inBin ? 0 : 1) })
  return before.times
}

const subscribe = () => () => {}
const yes = () => true
const no = () => false
