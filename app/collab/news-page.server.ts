import { statementOf, type Statement } from '~/budget/statement'
import type { Actor } from '~/group/policy'
import { fullWork, type Work } from '~/proposal/common-order'
import { compareText } from '~/proposal/compare-text'
import type { Draft } from '~/proposal/draft'
import { sha256 } from '~/proposal/hash.server'
import { loadDraft } from '~/proposal/store.server'
import { findNews, type NewsCandidate, type PlaceTalk } from './find-news.server'
import { readLogRows, type SectionLog } from './log-store.server'
import { visibleLines, wordChanges, type PlaceNews, type SectionNews } from './news'
import type { Seen } from './news-mark'
import { newsText } from './news-text'
import { placesIn } from './placed-threads.server'
import { contentOf, docOf } from './section-doc'
import { placeKey, placePath } from './thread-place'
import { dropWaiting, replay, unreadState } from './unread'

/** All that is new to the actor; null where their group has no such proposal. */
export async function loadNewsPage(actor: Actor, proposalId: string) {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return null
  const { sections: candidates, amendments, threads, ...found } = await findNews(actor, draft)
  const logs = await readLogRows(
    actor,
    candidates.map(({ id }) => id),
  )
  const statement = statementOf(draft.framework, draft.amendments)
  // all sections share what one page may take
  const around = { statement, threads, work: fullWork() }
  const sections = candidates.flatMap(candidate => {
    const log = logs.get(candidate.id)
    return log ? [sectionNews(actor, candidate, log, around)] : []
  })
  const news = { sections, amendments, places: placeNews(draft, found.places, threads) }
  return { ...news, text: newsText(draft.title, news, actor) }
}

function placeNews(draft: Draft, talks: readonly PlaceTalk[], threads: number): PlaceNews[] {
  if (talks.length === 0) return []
  const places = placesIn(draft)
  const order = [...places.keys()]
  // what is gone stands last
  const rank = ({ key, gone }: PlaceNews) => (gone ? order.length : order.indexOf(key))
  const found = talks.map(({ ref, quote, talk }): PlaceNews => {
    const key = placeKey(ref)
    const place = places.get(key)
    const seen: Seen = { kind: 'place', key, threads }
    const name = place?.name ?? quote ?? ''
    const where = { kind: ref.kind, path: placePath(ref), gone: !place }
    return { key, name, ...where, talk, seen: JSON.stringify(seen) }
  })
  return found.toSorted((a, b) => rank(a) - rank(b))
}

function sectionNews(
  { memberId }: Actor,
  { mark, removed, ...candidate }: NewsCandidate,
  log: SectionLog,
  { statement, threads, work }: { statement: Statement; threads: number; work: Work },
): SectionNews {
  const { id, title } = candidate
  const { doc: now, changes } = replay(
    log.state,
    log.rows.map(({ update }) => update),
  )
  const text = textHash(contentOf(now))
  const own = log.rows.flatMap((row, at) =>
    row.memberId === memberId && row.id > (mark?.upto ?? 0) ? (changes[at] ?? []) : [],
  )
  const read = docOf([mark?.state ?? unreadState(), ...own])
  dropWaiting(now, read)
  const lines = removed
    ? []
    : visibleLines(
        compareText(
          { content: contentOf(read), statement },
          { content: contentOf(now), statement },
          work,
        ),
      )
  const upto = log.rows.at(-1)?.id ?? log.upto
  const seen: Seen = { kind: 'section', id, upto, text, title, removed, threads }
  return { ...candidate, ...wordChanges(lines), lines, seen: JSON.stringify(seen) }
}

/** The SHA-256 of a text: whether a text built again is the one that was shown. */
export const textHash = (content: object): string => sha256(JSON.stringify(content))
