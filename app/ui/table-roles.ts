// On narrow screens a table's rows are set as blocks, and browsers then forget that it is a table. Roles that are
// written out are kept.
export const asTable = { role: 'table' } as const
export const asRowGroup = { role: 'rowgroup' } as const
export const asRow = { role: 'row' } as const
export const asColumnHead = { role: 'columnheader', scope: 'col' } as const
export const asRowHead = { role: 'rowheader', scope: 'row' } as const
export const asCell = { role: 'cell' } as const
