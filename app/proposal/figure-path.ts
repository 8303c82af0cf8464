/** The address, inside a proposal, of the row that a figure comes from: a board's own row, else the table it stands in. */
export function figurePath(reference: string): string {
  const [name = '', board] = reference.split('.')
  if (name === 'frame' && board) return `budget#b-${encodeURIComponent(board)}`
  return name === 'frames' ? 'budget#ramar' : 'budget#resultat'
}
