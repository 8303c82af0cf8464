type Entry = { name: string; packed: Buffer; method: number; unpacked: number }

/** A ZIP archive of texts, stored as they are, and of entries whose directory may lie. */
export function archiveOf(texts: Record<string, string>, entries: readonly Entry[] = []): Buffer {
  const all = [
    ...Object.entries(texts).map(([name, text]) => {
      const packed = Buffer.from(text)
      return { name, packed, method: 0, unpacked: packed.length }
    }),
    ...entries,
  ]
  let at = 0
  const heads: Buffer[] = []
  const bodies = all.map(entry => {
    const name = Buffer.from(entry.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(entry.method, 10)
    head.writeUInt32LE(entry.packed.length, 20)
    head.writeUInt32LE(entry.unpacked, 24)
    head.writeUInt16LE(name.length, 28)
    head.writeUInt32LE(at, 42)
    heads.push(head, name)
    const body = Buffer.concat([local, name, entry.packed])
    at += body.length
    return body
  })
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(all.length, 8)
  end.writeUInt16LE(all.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, directory, end])
}

/** A workbook of one sheet with the rows' XML; `others` adds or replaces parts. */
export function workbookOf(rows: string, others: Record<string, string> = {}): Buffer {
  return archiveOf({
    'xl/workbook.xml':
      '<workbook xmlns:r="x"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...others,
  })
}
