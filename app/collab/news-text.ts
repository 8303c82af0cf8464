import { dayAndTime } from '~/ui/date'
import {
  isTalk,
  type AmendmentNews,
  type LeavingNews,
  type PlaceNews,
  type SectionNews,
  type TalkNews,
} from './news'
import { goneWords } from './thread-words'

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

const sectionWord = {
  new: 'Nytt avsnitt',
  changed: null,
  removed: 'Lagt i papperskorgen',
  restored: 'Tillbaka ur papperskorgen',
} as const

/** `120 ord nya, 30 ord borta` */
export function wordsLine({ wordsIn, wordsOut }: Pick<SectionNews, 'wordsIn' | 'wordsOut'>) {
  const parts = [
    wordsIn > 0 ? counted(wordsIn, 'nytt ord', 'nya ord') : null,
    wordsOut > 0 ? counted(wordsOut, 'ord borta', 'ord borta') : null,
  ].filter(part => part !== null)
  return parts.length > 0 ? parts.join(', ') : null
}

/** Whom the page says `du` to, and the copied text by name. */
export type Reader = { readonly name: string } | 'you'

/** `2 nya trådar, 1 svar, 1 löst, nämner dig` with who; null where nobody has said anything. */
export function talkLine(talk: TalkNews, reader: Reader): string | null {
  if (!isTalk(talk)) return null
  const you = reader === 'you' ? 'dig' : reader.name
  const parts = [
    talk.opened > 0 ? counted(talk.opened, 'ny tråd', 'nya trådar') : null,
    talk.replies > 0 ? `${talk.replies} svar` : null,
    talk.resolved > 0 ? counted(talk.resolved, 'tråd löst', 'trådar lösta') : null,
    talk.reopened > 0 ? counted(talk.reopened, 'tråd öppnad igen', 'trådar öppnade igen') : null,
    talk.mentions > 0 ? `nämner ${you}` : null,
  ].filter(part => part !== null)
  return `${parts.join(', ')} (${talk.by.join(', ')})`
}

/** What happened with a section, each in a line of its own. */
export function sectionLines(news: SectionNews, reader: Reader = 'you'): string[] {
  const who = news.by.map(({ name, at }) => `${name}, ${dayAndTime(at)}`).join('; ')
  const words = wordsLine(news)
  const written = words ?? (news.by.length > 0 ? 'ändrat och ändrat tillbaka' : null)
  return [
    sectionWord[news.kind],
    news.renamedFrom === null ? null : `Hette ”${news.renamedFrom}”`,
    written && (who === '' ? written : `${written} (${who})`),
    talkLine(news.talk, reader),
  ].filter(line => line !== null)
}

/** What happened with an amendment, each in a line of its own. */
export function amendmentLines(
  { figures, state, motivation, leaving, by, talk }: AmendmentNews,
  reader: Reader = 'you',
): string[] {
  const changed = [
    figures?.before === null ? 'ny ändring' : null,
    figures && fromTo(figures),
    state && fromTo(state),
    motivation ? 'ny motivering' : null,
  ].filter(line => line !== null)
  return [
    ...(changed.length > 0 ? [`${changed.join('; ')} (${by.name}, ${dayAndTime(by.at)})`] : []),
    leaving && leavingLine(leaving),
    talkLine(talk, reader),
  ].filter(line => line !== null)
}

const leavingLine = ({ by }: LeavingNews) =>
  by === null
    ? 'blir kvar: att den dras tillbaka är inte föreslaget längre'
    : `föreslås dras tillbaka (${by.name}, ${dayAndTime(by.at)})`

const fromTo = ({ before, after }: { before: string | null; after: string }) =>
  before === null ? after : `${before} → ${after}`

/** What has been said on a place, and that it is gone where it is. */
export function placeLines({ kind, gone, talk }: PlaceNews, reader: Reader = 'you'): string[] {
  return [talkLine(talk, reader), gone ? goneWords[kind] : null].filter(line => line !== null)
}

/** All that is new, as the page and its copy show it. */
export type News = {
  readonly sections: readonly SectionNews[]
  readonly amendments: readonly AmendmentNews[]
  readonly places: readonly PlaceNews[]
}

/** The parts of the list that places stand in; the amendments come first in the budget's. */
export const placeParts: readonly { head: string; kinds: readonly PlaceNews['kind'][] }[] = [
  { head: 'Budget', kinds: ['line'] },
  { head: 'Mål', kinds: ['goal', 'indicator'] },
  { head: 'Att-satser', kinds: ['clause'] },
]

const row = (name: string, lines: readonly string[]) => `• ${name}: ${lines.join('. ')}`
const block = (head: string, rows: readonly string[]) =>
  rows.length === 0 ? [] : ['', head, ...rows]

/** All of it as plain text, to be pasted where the group talks. */
export function newsText(
  title: string,
  { sections, amendments, places }: News,
  reader: Reader,
): string {
  return [
    `Nytt i ”${title}”`,
    ...block(
      'Avsnitt',
      sections.map(news => row(nameOf(news), sectionLines(news, reader))),
    ),
    ...placeParts.flatMap(({ head, kinds }) =>
      block(head, [
        ...(head === 'Budget'
          ? amendments.map(news => row(news.name, amendmentLines(news, reader)))
          : []),
        ...places
          .filter(({ kind }) => kinds.includes(kind))
          .map(news => row(news.name, placeLines(news, reader))),
      ]),
    ),
  ].join('\n')
}

/** `3. Skolan` */
export const nameOf = ({ number, title }: Pick<SectionNews, 'number' | 'title'>): string =>
  number === null ? title : `${number}. ${title}`
