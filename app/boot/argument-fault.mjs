/**
 * Why `parseArgs` refused a call, in Swedish and in one line. @throws the error itself where it is none of its own.
 * @param {unknown} error
 */
export function argumentFault(error) {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const message = error instanceof Error ? error.message : ''
  const name = /'([^' ]+)/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `${name} finns inte`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `${name} ${message.includes('does not take') ? 'tar inget värde' : 'saknar värde'}`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `${name} hör inte hit`
    default:
      throw error
  }
}
