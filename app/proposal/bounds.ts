/** The most characters of what a proposal is called, and one of its versions or alternatives. */
export const longestProposalTitle = 200
export const longestVersionName = 120
export const longestAlternative = 40

/** How many other proposals are kept beside ours at most. */
export const mostRivals = 6

/** The most characters of whose another proposal is, and of where it is taken from. */
export const longestRivalName = 60
export const longestRivalSource = 200

/** The most characters of the reason for overriding a check. */
export const longestOverride = 5000
