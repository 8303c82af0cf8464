/** Marks that may overlap are stored under their name and a hash of what they hold. */
export const markName = (key: string): string => key.replace(/--[A-Za-z0-9+/=]{8}$/, '')
