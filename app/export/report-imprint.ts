import type { Framework, TableUnit } from '~/budget/framework'
import { tkr } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { formatSignedIn } from '~/budget/table-unit'
import type { Snapshot } from '~/proposal/snapshot'
import type { Block, Imprint } from './report'
import { span } from './report-rows'

/** SHA-256 of the snapshot's canonical bytes, and of its framework's: what amendments name as their base. */
export type Hashes = { readonly snapshot: string; readonly framework: string }

const months =
  'januari februari mars april maj juni juli augusti september oktober november december'.split(' ')

/** `2024-10-24` as `24 oktober 2024`. */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${months[(month ?? 1) - 1]} ${year}`
}

/** What the cover, the running heads and the file's description say. */
export function imprintOf(snapshot: Snapshot, { years, unit }: Statement, hashes: Hashes): Imprint {
  const { framework, version, frozenOn } = snapshot
  return {
    kind: 'Skuggbudget',
    title: snapshot.title,
    group: snapshot.group,
    municipality: /kommun|stad|region/i.test(framework.municipality.name)
      ? framework.municipality.name
      : `${framework.municipality.name} kommun`,
    years: yearsText(years),
    yearsShort: span(years),
    version: version ? `Version ${version.number}, ${version.name}` : 'Utkast, inte fryst',
    versionShort: version ? `version ${version.number}` : 'utkast',
    date: frozenOn,
    dateText: frozenOn ? dateText(frozenOn) : 'Inte fryst',
    constructed: framework.constructed ? 'Konstruerad exempelram' : null,
    sha256: hashes.snapshot,
    amounts: amountsText[unit],
    exampleChange: formatSignedIn(unit, tkr(50_000)),
  }
}

const amountsText: Record<TableUnit, string> = {
  tkr: 'Belopp i tabeller är i tusental kronor, tkr. I löpande text används också miljoner kronor. Summor räknas på hela tkr.',
  mnkr: 'Belopp i tabeller är i miljoner kronor, mnkr. Våra ändringar har så många decimaler som behövs. Summor räknas på hela tusental kronor.',
}

const sourceNames = new Map([
  ['framework', 'hela ramen'],
  ['years', 'år'],
  ['tax', 'skatt'],
  ['tax.rate', 'skattesats'],
  ['tax.base', 'skatteunderlag'],
  ['tax.settlement', 'slutavräkning'],
  ['tax.revenue', 'skatteintäkter'],
  ['indexation', 'prisindex'],
  ['indexation.pkv', 'prisindex'],
  ['operations', 'intäkter och kostnader'],
  ['boards', 'nämndernas ramar'],
  ['grants', 'bidrag och utjämning'],
  ['centralFinance', 'finansförvaltning'],
  ['financialIncome', 'finansiella intäkter'],
  ['financialCosts', 'finansiella kostnader'],
  ['position', 'balans och kassa'],
  ['investments', 'investeringar'],
  ['balanceAdjustments', 'balanskravsjusteringar'],
  ['resultTarget', 'resultatmål'],
  ['inhabitants', 'invånare'],
  ['printed', 'tryckta summor'],
  ['tables', 'tryckta tabeller'],
])

/** What a source is for, as a reader calls it. A field of its own name stands as the framework has it. */
function sourceName(field: string, { tables = [] }: Framework): string {
  const table = tables.find(({ id }) => field === `tables.${id}`)
  return table?.name ?? sourceNames.get(field) ?? field
}

/** `2025 med plan för 2026 och 2027`. */
function yearsText([budget, ...plan]: readonly number[]): string {
  if (plan.length === 0) return `${budget ?? ''}`
  const listed = [plan.slice(0, -1).join(', '), `${plan.at(-1)}`].filter(Boolean).join(' och ')
  return `${budget} med plan för ${listed}`
}

/** The last chapter: which version this is, from what, and how to try that nothing has been changed. */
export function colophon(snapshot: Snapshot, statement: Statement, hashes: Hashes): Block[] {
  const { framework } = snapshot
  const imprint = imprintOf(snapshot, statement, hashes)
  return [
    text(
      'Dokumentet är framställt ur en fryst version. Samma version ger alltid samma belopp, samma text och samma kontrollsumma, så att den som vill kan pröva att inget har ändrats.',
    ),
    {
      type: 'facts',
      rows: [
        { label: 'Version', text: imprint.version },
        { label: 'Fryst', text: imprint.dateText },
        { label: 'Versionens kontrollsumma', text: hashes.snapshot },
        { label: 'Ramens kontrollsumma', text: hashes.framework },
        {
          label: 'Ramens ursprung',
          text: `${framework.name}, utgåva ${framework.edition}.${framework.constructed ? ' Konstruerad exempelram: beloppen är inte kommunens egna.' : ''}`,
        },
        ...framework.sources.map(source => ({
          label: `Källa, ${sourceName(source.field, framework)}`,
          text: [source.text, source.url].filter(Boolean).join(' '),
        })),
        {
          label: 'Metod',
          text: 'SHA-256 över versionens fil. Båda kontrollsummorna har 64 tecken.',
        },
        { label: 'Format', text: 'PDF/UA-1 för tillgänglighet. Språk: svenska.' },
      ],
    },
    { type: 'heading', level: 2, text: 'Så prövar du dokumentet' },
    {
      type: 'list',
      ordered: true,
      items: [
        'Be partigruppen om versionens JSON-fil. Den innehåller ramen, ändringarna, texten, målen och att-satserna.',
        'Räkna ut filens kontrollsumma med valfritt program för SHA-256 och jämför med den som står ovan. Alla 64 tecken ska vara lika.',
        'Vill du också räkna om beloppen, låt programmet göra samma kontroller som servern gjorde: skuggbudget check följt av filens namn.',
      ].map(step => [text(step)]),
    },
  ]
}

const text = (content: string): Block => ({
  type: 'paragraph',
  runs: [{ type: 'text', text: content }],
})
