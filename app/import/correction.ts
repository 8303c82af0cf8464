import { formatPercent, formatRate, formatTkr } from '~/budget/format'
import type { Framework, TableUnit } from '~/budget/framework'
import { tkr } from '~/budget/money'
import { parseNumber, parsePercent, parseRate, parseTkr } from '~/budget/parse'
import { milliPercent, ore } from '~/budget/rate'
import { formatExactIn } from '~/budget/table-unit'
import { figureTables, type Figure, type FigureKind } from './correctable'
import { parseFramework } from './framework'

/** One corrected figure, before and after in the whole units of its kind. */
export type Correction = { readonly field: string; readonly before: number; readonly after: number }

export type Corrected =
  | {
      readonly ok: true
      readonly framework: Framework
      readonly corrections: readonly Correction[]
    }
  | {
      readonly ok: false
      readonly faults: Readonly<Record<string, string>>
      /** What was typed otherwise than it stood: the rest of the form shows what stands now. */
      readonly kept: Readonly<Record<string, string>>
    }

/**
 * The framework with the figures that were typed otherwise than they stood when the form was opened. A figure that
 * somebody else corrected since then is not overwritten: both values are told at it.
 * @param since what others corrected after the form was opened, oldest first
 */
export function correctFramework(
  framework: Framework,
  typed: Readonly<Record<string, string>>,
  since: readonly Correction[],
): Corrected {
  const faults: Record<string, string> = {}
  const corrections: Correction[] = []
  const changed: { figure: Figure; after: number }[] = []
  const kept: Record<string, string> = {}
  for (const figure of figuresOf(framework)) {
    const text = typed[figure.field]
    if (text === undefined) continue
    const seen = since.find(({ field }) => field === figure.field)?.before ?? figure.value
    const after = parseFigure(text, figure.kind, framework.unit)
    if (after.ok && (after.value === seen || after.value === figure.value)) continue
    kept[figure.field] = text
    if (!after.ok) faults[figure.field] = after.reason
    else if (seen !== figure.value)
      faults[figure.field] =
        `Ändrades till ${formatFigure(figure.value, figure.kind, framework.unit)} av någon annan medan du skrev. Se efter och spara igen.`
    else changed.push({ figure, after: after.value })
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults, kept }
  for (const { figure, after } of changed)
    corrections.push({ field: figure.field, before: figure.value, after })
  if (corrections.length === 0)
    return { ok: false, faults: { form: 'Inget belopp är ändrat.' }, kept }
  const content = changed.reduce<unknown>(
    (value, { figure, after }) => withValue(value, figure.path, after),
    framework,
  )
  const parsed = parseFramework(content)
  return parsed.ok
    ? { ok: true, framework: parsed.framework, corrections }
    : { ok: false, faults: { form: parsed.message }, kept }
}

export const figuresOf = (framework: Framework): Figure[] =>
  figureTables(framework).flatMap(({ rows }) => rows.flatMap(({ figures }) => figures))

/** A figure as it is shown and typed: amounts in the framework's unit, the tax rate in kronor, percentages in percent. */
export function formatFigure(value: number, kind: FigureKind, unit: TableUnit): string {
  switch (kind) {
    case 'rate':
      return formatRate(ore(value))
    case 'percent':
      return formatPercent(milliPercent(value))
    case 'amount':
      return formatExactIn(unit, tkr(value))
    case 'count':
      return formatTkr(tkr(value))
  }
}

type ParsedFigure = { ok: true; value: number } | { ok: false; reason: string }

function parseFigure(text: string, kind: FigureKind, unit: TableUnit): ParsedFigure {
  switch (kind) {
    case 'rate':
      return parseRate(text, 'kronor')
    case 'percent':
      return parsePercent(text)
    case 'amount':
      return parseTkr(text, unit)
    case 'count':
      return parseCount(text)
  }
}

function parseCount(text: string): ParsedFigure {
  const number = parseNumber(text)
  if (!number.ok) return number
  const value = Number(number.value.scaled)
  return number.value.decimals === 0 && value >= 1 && value <= 10_000_000
    ? { ok: true, value }
    : { ok: false, reason: 'Skriv ett antal mellan 1 och 10 000 000.' }
}

function withValue(value: unknown, [step, ...rest]: Figure['path'], after: number): unknown {
  if (step === undefined) return after
  if (Array.isArray(value))
    return value.map((entry: unknown, i) => (i === step ? withValue(entry, rest, after) : entry))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]: [string, unknown]) => [
      name,
      name === step ? withValue(entry, rest, after) : entry,
    ]),
  )
}
