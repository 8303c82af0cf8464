/** The most characters of an amendment's reason, and of what an income hangs on. */
export const longestMotivation = 5000
export const longestCondition = 500

/** The most characters of a question or its answer, and of what a measure or a project is called. */
export const longestQuestion = 2000
export const longestName = 120
