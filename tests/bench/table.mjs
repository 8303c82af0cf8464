/**
 * One measured figure of one run, as tests/bench/server/figure.ts says it.
 * @typedef {{ name: string, unit: string, ours: number, peer?: number, goal?: number }} Figure
 */

const heads = {
  figure: 'figure',
  ours: 'ours',
  peer: 'peer',
  ratio: 'ratio',
  goal: 'goal',
  verdict: '',
}

/** @typedef {typeof heads} Row */

/**
 * A table with one row for each name: the medians of its runs beside the goal.
 * @param {readonly Figure[]} figures
 */
export function tableOf(figures) {
  const names = [...new Set(figures.map(({ name }) => name))]
  const rows = [heads, ...names.map(name => rowOf(figures.filter(figure => figure.name === name)))]
  const [head = '', ...body] = aligned(rows.map(row => Object.values(row)))
  return [head, '-'.repeat(head.length), ...body].join('\n')
}

/**
 * The runs of one figure. Where a peer was measured in the same run the goal is of the ratio, whose median is taken
 * over the runs, since both sides of a run met the same machine.
 * @param {readonly Figure[]} runs
 * @returns {Row}
 */
function rowOf(runs) {
  const { name: figure = '', unit = '', goal } = runs[0] ?? {}
  const ours = median(runs.map(run => run.ours))
  const peers = runs.flatMap(({ peer }) => (peer === undefined ? [] : [peer]))
  const ratio = median(runs.flatMap(({ ours, peer }) => (peer === undefined ? [] : [ours / peer])))
  const row = { figure, ours: shown(ours, unit) }
  if (goal === undefined) return { ...row, peer: '', ratio: '', goal: '', verdict: '' }
  if (goal === 0)
    return { ...row, peer: '', ratio: '', goal: `0 ${unit}`.trim(), verdict: verdict(ours === 0) }
  if (peers.length === 0)
    return { ...row, peer: '', ratio: '', goal: `< ${goal} ${unit}`, verdict: verdict(ours < goal) }
  return {
    ...row,
    peer: shown(median(peers), unit),
    ratio: `${ratio.toFixed(2)}x`,
    goal: `<= ${goal}x`,
    verdict: verdict(ratio <= goal),
  }
}

const verdict = (/** @type {boolean} */ reached) => (reached ? 'ok' : 'missed')

/** @param {number} value @param {string} unit */
const shown = (value, unit) =>
  unit ? `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}` : String(value)

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const below = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  const above = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  return (below + above) / 2
}

/** Lines whose columns stand under each other, the first to the left. @param {string[][]} rows */
function aligned(rows) {
  const widths = Object.keys(heads).map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0)))
  return rows.map(row =>
    row
      .map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
