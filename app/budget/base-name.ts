import type { Framework } from './framework'

/** The base's name; says that its amounts are constructed where the name itself does not. */
export const baseName = ({ name, constructed }: Pick<Framework, 'name' | 'constructed'>): string =>
  constructed && !/konstruerad/i.test(name) ? `${name} (konstruerad)` : name
