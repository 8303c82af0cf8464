import canonicalize from 'canonicalize'

/**
 * The one spelling of a value as JSON: RFC 8785, no final newline. What is hashed, compared and exported is these bytes
 * in UTF-8. @throws TypeError for what is no JSON value.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Not a JSON value')
  return text
}
