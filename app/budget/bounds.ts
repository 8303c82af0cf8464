/** The most characters of an amendment's reason, and of what an income hangs on. */
export const longestMotivation = 5000
export const longestCondition = 500

/** The most characters of a question or its answer, and of what a measure or a project is called. */
export const longestQuestion = 2000
export const longestName = 120

/** The most years that a project is used. */
export const longestUsefulLife = 100

/** How much indexation may be moved at most, either way, in thousandths of a percentage point. */
export const widestIndexation = 25_000

/** The most characters of who answers for a measure or a question, and of what a price or the money is taken from. */
export const longestPerson = 120
export const longestSource = 300

/** The most characters of the name of a grant or measure that pays (C13). */
export const longestSourceId = 120
