/** One measured figure, as each measurement prints it: a line of JSON that run.mjs collects. */
export type Figure = {
  readonly name: string
  /** Empty where the name says what is counted. */
  readonly unit: 'ms' | 's' | 'MB' | 'kB' | ''
  readonly ours: number
  /** The same of the server that is measured beside ours, in the same run. */
  readonly peer?: number
  /**
   * What the figure has to stay below: ours, or ours divided by the peer's where there is a peer. Where it is 0, none may
   * be counted; a figure without a goal is there to be known.
   */
  readonly goal?: number
}

export const print = (figure: Figure): void => console.log(JSON.stringify({ figure }))

/** How long it takes, in milliseconds. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The value below which that part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
