/** `indexed`: stays and is indexed in later years; `permanent`: stays as it is; `one-off`: that year only. */
export const recurrences = ['indexed', 'permanent', 'one-off'] as const
