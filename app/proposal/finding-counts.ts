import type { Finding } from '~/budget/finding'

/** How many findings stop an export, and how many only warn. */
export const findingCounts = (findings: readonly Finding[]) => ({
  errors: findings.filter(({ severity }) => severity === 'error').length,
  warnings: findings.filter(({ severity }) => severity === 'warning').length,
})
