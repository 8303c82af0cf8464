import { createContext, useContext } from 'react'

/** Whether what is shown counts suggested amendments too; every table and the sum line then say so. */
export const WithSuggested = createContext(false)

/** The words beside a unit or a label: nothing where only adopted amendments count. */
export const useSuggestedNote = (): string => (useContext(WithSuggested) ? ', med föreslagna' : '')
