/** A file name that every system takes: letters, digits and hyphens of the title, never longer than 60. */
export function fileName(title: string, version: number, extension: 'pdf' | 'json'): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLocaleLowerCase('sv')
  const short = [...words].slice(0, 60).join('').replace(/-+$/, '')
  return `${short || 'skuggbudget'}-v${version}.${extension}`
}

/** The header that names a download (RFC 6266): plain ASCII for old readers, UTF-8 for the rest. */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
