import { createContext, useContext } from 'react'

/** The request's CSP nonce on the server, empty in the browser (which hides it from scripts anyway). */
export const Nonce = createContext('')

/** For every script and style element that a page writes itself. */
export const useNonce = (): string => useContext(Nonce)
