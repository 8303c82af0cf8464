import type { Amendment, Change } from '~/budget/amendment'

/** The changes as adopted amendments, numbered from one as `a1`, `a2`, ... */
export const adopted = (changes: readonly Change[]): Amendment[] =>
  changes.map((change, i) => ({
    id: `a${i + 1}`,
    number: i + 1,
    state: 'adopted',
    change,
    motivation: '',
    section: null,
    baseHash: '0'.repeat(64),
  }))
