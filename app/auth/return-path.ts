const ourselves = 'http://own.invalid'

/**
 * Where to go after sign-in: the path, if it leads to this origin, else the start page. Browsers read `//host`, `/\host`
 * and `/.//host` as another server, so what counts is the path as it stands after parsing.
 */
export function ownPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, ourselves)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, ourselves)
  if (origin !== ourselves || pathname.startsWith('//')) return '/'
  return pathname + search + hash
}
