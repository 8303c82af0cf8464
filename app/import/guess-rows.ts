import { RowRole, type Remembered, type RowChoice } from './choices'
import type { SourceRow } from './source-row'

/** A row's name as it is remembered: without case, notes and punctuation. */
export const nameKey = (label: string): string =>
  label
    .toLowerCase()
    .replace(/\(.*?\)|\bnot \d+|[^\p{L}\d]+/gu, ' ')
    .trim()

const names: readonly { role: RowRole; pattern: RegExp }[] = [
  {
    role: 'printed.frames',
    pattern: /^(summa|totalt?|s a) .*(nämnd|ramar)|^(summa|nämndernas) ramar/,
  },
  { role: 'printed.netCosts', pattern: /verksamhetens nettokostnad|^netcosts$/ },
  {
    role: 'printed.operatingResult',
    pattern: /verksamhetens resultat|resultat före finans|^operatingresult$/,
  },
  { role: 'printed.balanceResult', pattern: /balanskravsresultat/ },
  { role: 'printed.result', pattern: /^(årets )?resultat$|förändring av eget kapital|^result$/ },
  { role: 'taxBase', pattern: /skatteunderlag|^(tax ?)?base$/ },
  { role: 'settlement', pattern: /slutavräkning|^(tax )?settlement$/ },
  { role: 'taxRate', pattern: /skattesats|utdebitering|^(tax )?rate$/ },
  { role: 'printed.municipalTax', pattern: /kommunalskatt|egna skatteintäkter|^municipaltax$/ },
  { role: 'printed.taxRevenue', pattern: /^(summa )?skatteintäkter|^taxrevenue$/ },
  {
    role: 'printed.grants',
    pattern: /^(summa )?generella statsbidrag|^summa .*(bidrag|utjämning)|^grants$/,
  },
  {
    role: 'grant',
    pattern: /utjämning|reglerings|fastighetsavgift|statsbidrag|välfärdsmiljard|^grants? /,
  },
  {
    role: 'centralFinance',
    pattern: /finansförvaltning|finansverksamhet|kommungemensam|^centralfinance$/,
  },
  { role: 'financialIncome', pattern: /finansiella intäkter|^financialincome$/ },
  { role: 'financialCosts', pattern: /finansiella kostnader|^financialcosts$/ },
  { role: 'resultTarget', pattern: /resultatmål|^resulttarget$/ },
  { role: 'pkv', pattern: /^pkv|prisindex|uppräkning|^indexation/ },
  { role: 'inhabitants', pattern: /invånare|folkmängd|befolkning|^inhabitants$/ },
  { role: 'board', pattern: /nämnd|styrelse|revision|utskott|fullmäktige|överförmyndar/ },
]

/**
 * What each row probably is: as it was for this municipality last time, else by its name. A name that says nothing gives
 * an empty role, which the member must fill: no row with an amount is left out unsaid.
 */
export function guessRows(
  rows: readonly SourceRow[],
  remembered: Pick<Remembered, 'rows'> | null,
): Record<string, RowChoice> {
  const taken = new Set<string>()
  const choices: Record<string, RowChoice> = {}
  for (const row of rows) {
    const before = remembered?.rows[nameKey(row.label)]
    const choice = before ?? { role: roleOf(row), board: '' }
    const board = choice.role === 'board' ? freeId(choice.board || idOf(row), taken, row) : ''
    choices[row.id] = { role: choice.role, board }
  }
  return choices
}

function roleOf(row: SourceRow): RowRole | '' {
  if (row.isBoard) return 'board'
  const exact = RowRole.safeParse(row.label)
  if (exact.success) return exact.data
  const key = nameKey(row.label)
  return names.find(({ pattern }) => pattern.test(key))?.role ?? ''
}

const small = new Set(['och', 'samt', 'för', 'i', 'av', 'med'])

/** BUN for Barn- och ungdomsnämnden: the initials, with the N of -nämnden and the S of -styrelsen. */
function idOf({ code, label }: SourceRow): string {
  if (/^[A-Za-zÅÄÖåäö0-9_-]{1,24}$/.test(code)) return code
  const words = nameKey(label)
    .split(' ')
    .filter(word => word && !small.has(word))
  const initials = words.map(word => {
    const [, before, ending] = /^(.*?)(nämnd|styrelse)\p{L}*$/u.exec(word) ?? []
    if (!ending) return word.slice(0, 1)
    return `${before?.slice(0, 1) ?? ''}${ending.slice(0, 1)}`
  })
  return initials.join('').toUpperCase().slice(0, 24) || 'X'
}

/** Two boards with the same initials get numbers; the same name twice keeps its id, and is named as double. */
function freeId(wanted: string, taken: Set<string>, row: SourceRow): string {
  const key = (id: string) => `${id} ${nameKey(row.label)}`
  const isFree = (id: string) => taken.has(key(id)) || !taken.has(id)
  const numbers = Array.from({ length: 1000 }, (_, i) => `${wanted.slice(0, 20)}${i + 2}`)
  const id = isFree(wanted) ? wanted : (numbers.find(isFree) ?? wanted)
  taken.add(id).add(key(id))
  return id
}
