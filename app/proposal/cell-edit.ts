/** Where a cell's typing stands: `saving` shows what was typed until the server's own figure comes. */
export type CellEdit = {
  readonly typed: string
  readonly phase: 'typing' | 'saving' | 'clash'
  readonly fault: string | null
}
