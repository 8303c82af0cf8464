import { describe, expect, test } from 'vitest'
import { attachment, fileName } from './file-name'

describe('file names', () => {
  test.each([
    ['Mer till skola och omsorg', 'mer-till-skola-och-omsorg-v3.pdf'],
    ['../../etc/passwd', 'etc-passwd-v3.pdf'],
    ['a"; filename="b.exe', 'a-filename-b-exe-v3.pdf'],
    ['Å\r\nSet-Cookie: x', 'å-set-cookie-x-v3.pdf'],
    ['…', 'skuggbudget-v3.pdf'],
    ['lång '.repeat(40), `${'lång-'.repeat(11)}lång-v3.pdf`],
  ])('%j is saved as %s', (title, expected) => {
    expect(fileName(title, 3, 'pdf')).toBe(expected)
  })

  test('are given in ASCII and in UTF-8 (RFC 6266)', () => {
    expect(attachment('förslag (2).json')).toBe(
      `attachment; filename="forslag__2_.json"; filename*=UTF-8''f%C3%B6rslag%20%282%29.json`,
    )
  })
})
