import { describe, expect, test } from 'vitest'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { tableOf } from '../../tests/written'
import { compare, isSame } from './compare'
import type { Piece } from './compare-words'
import { Snapshot } from './snapshot'

const [first] = demoSnapshot.sections
const noBreak = '\u00A0'

/** The demo with some of its JSON rewritten, read through the format's own gate. */
const demoWith = (changes: Partial<Record<keyof Snapshot, unknown>>): Snapshot =>
  Snapshot.parse({ ...demoSnapshot, ...changes })

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const words = (text: string, ...marks: { type: string }[]) =>
  marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
const chip = (ref: string, format = 'tkr') => ({
  type: 'text',
  text: '\uFFFC',
  marks: [{ type: 'figure', attrs: { ref, format } }],
})
const withText = (...content: unknown[]) =>
  demoWith({ sections: [{ ...first, content: { type: 'doc', content } }] })
const marked = (pieces: readonly Piece[]) =>
  pieces
    .map(({ change, text }) =>
      change === 'same' ? text : change === 'inserted' ? `[+${text}+]` : `[-${text}-]`,
    )
    .join('')
const linesBetween = (before: Snapshot, after: Snapshot) =>
  compare(before, after).sections.flatMap(({ lines }) =>
    lines.map(({ kind, pieces }) => `${kind}: ${marked(pieces)}`),
  )

const amendmentsBetween = (before: Snapshot, after: Snapshot) =>
  compare(before, after).amendments.map(({ name }) => name)

const long = (word: string) =>
  Array.from({ length: 2500 }, (_, i) => paragraph(words(`${word} ${i}`)))

describe('compare', () => {
  test('finds nothing between a version and itself, whatever its name and date', () => {
    const named = demoWith({ version: { number: 3, name: 'Tredje' }, frozenOn: '2024-10-24' })
    expect(isSame(compare(demoSnapshot, named))).toBe(true)
  })

  test('calls a line that the later base has lost as the earlier one does', () => {
    const { framework } = demoSnapshot
    const boards = framework.boards.filter(({ id }) => id !== 'SN')
    const amendments = demoSnapshot.amendments.map(amendment => ({
      ...amendment,
      motivation: 'Ett annat skäl',
    }))
    const without = demoWith({ framework: { ...framework, boards }, amendments })
    expect(amendmentsBetween(demoSnapshot, without)).toContain('Ä6 Socialnämnden')
    expect(amendmentsBetween(without, demoSnapshot)).toContain('Ä6 Socialnämnden')
    const none = demoWith({ framework: { ...framework, boards }, amendments: [] })
    expect(amendmentsBetween(demoWith({ amendments }), none)).toContain('Ä6 Socialnämnden')
  })

  test('reads a table row by row', () => {
    const before = withText(tableOf(['Nämnd', 'Platser'], ['Barn', '120'], ['Äldre', '40']))
    const after = withText(
      tableOf(['Nämnd', 'Platser'], ['Barn', '130'], ['Ny', ''], ['Äldre', '40']),
    )
    expect(linesBetween(before, after)).toEqual([
      'rewritten: Barn | [-120-][+130+]',
      'added: [+Ny | +]',
    ])
  })

  test.each([
    ['title', { title: 'Ett annat namn' }],
    [
      'a withdrawn motivation',
      {
        amendments: demoSnapshot.amendments.map((amendment, i) =>
          i === 0 ? { ...amendment, motivation: 'Ett annat skäl.' } : amendment,
        ),
      },
    ],
    ['the order of sections', { sections: demoSnapshot.sections.toReversed() }],
    ['a source of the framework', { framework: { ...demoSnapshot.framework, sources: [] } }],
    ['what is mandatory', { mandatory: { ...demoSnapshot.mandatory, groupCompanies: 'own' } }],
    ['a goal', { goals: demoSnapshot.goals.slice(1) }],
    ['a clause', { clauses: demoSnapshot.clauses.slice(1) }],
    ['an override', { overrides: [{ check: 'C08', reason: 'Synnerliga skäl.' }] }],
  ])('never takes two versions that differ in %s for the same', (_, changes) => {
    const changed = demoWith(changes)
    expect(isSame(compare(demoSnapshot, changed))).toBe(false)
    expect(isSame(compare(changed, demoSnapshot))).toBe(false)
  })

  test('sets the figures that differ side by side, with the difference of each year', () => {
    const without = demoWith({
      amendments: demoSnapshot.amendments.filter(
        ({ change }) => change.type !== 'frame' || change.board !== 'SN',
      ),
    })
    const { figures, amendments } = compare(without, demoSnapshot)
    expect(figures).toContainEqual({
      label: 'Socialnämnden',
      before: `254${noBreak}533`,
      after: `256${noBreak}533`,
      differences: [`+2${noBreak}000`, `+2${noBreak}060`, `+2${noBreak}122`],
    })
    expect(figures.map(({ label }) => label)).toEqual([
      'Socialnämnden',
      'Summa ramar',
      'Årets resultat',
      'Utrymme',
      'Resultat, %; skillnad i procentenheter',
    ])
    expect(amendments.map(({ name, kind }) => [name, kind])).toEqual([
      [expect.stringContaining('Socialnämnden'), 'added'],
    ])
  })

  test.each([
    [
      'a word',
      [paragraph(words('Vi vill ha lugn.'))],
      [paragraph(words('Vi vill ha ro.'))],
      ['rewritten: Vi vill ha [-lugn-][+ro+].'],
    ],
    [
      'a number as a whole',
      [paragraph(words('Skatten blir 21,56 kronor.'))],
      [paragraph(words('Skatten blir 21,66 kronor.'))],
      ['rewritten: Skatten blir [-21,56-][+21,66+] kronor.'],
    ],
    [
      'words in a row as one change',
      [paragraph(words('Vi börjar på andra hållet, med bemanningen.'))],
      [paragraph(words('Vi börjar i den änden, med bemanningen.'))],
      ['rewritten: Vi börjar [-på andra hållet-][+i den änden+], med bemanningen.'],
    ],
    [
      'a new paragraph',
      [paragraph(words('Ett.'))],
      [paragraph(words('Ett.')), paragraph(words('Två.'))],
      ['added: [+Två.+]'],
    ],
    [
      'a removed paragraph',
      [paragraph(words('Ett.')), paragraph(words('Två.'))],
      [paragraph(words('Två.'))],
      ['removed: [-Ett.-]'],
    ],
    [
      'weight alone',
      [paragraph(words('Vi lovar.'))],
      [paragraph(words('Vi '), words('lovar', { type: 'bold' }), words('.'))],
      ['rewritten: Vi [-lovar-][+lovar+].'],
    ],
    [
      'the chip’s reference',
      [paragraph(words('Ramen är '), chip('frame.BUN.2025.base'), words(' i år.'))],
      [paragraph(words('Ramen är '), chip('frame.BUN.2025.proposed'), words(' i år.'))],
      [
        `rewritten: Ramen är [-1${noBreak}070${noBreak}511${noBreak}tkr-][+1${noBreak}120${noBreak}511${noBreak}tkr+] i år.`,
      ],
    ],
    [
      'what is in a list',
      [
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [paragraph(words('en punkt'))] }],
        },
      ],
      [
        {
          type: 'orderedList',
          content: [{ type: 'listItem', content: [paragraph(words('en punkt'))] }],
        },
      ],
      ['removed: [-en punkt-]', 'added: [+en punkt+]'],
    ],
  ])('shows %s', (_, before, after, lines) => {
    expect(linesBetween(withText(...before), withText(...after))).toEqual(lines)
  })

  test('shows a chip whose figure changed, though its paragraph was not touched', () => {
    const text = [paragraph(words('Vi får '), chip('frame.SN.2025.change', 'tkr'), words('.'))]
    const with0 = Snapshot.parse({ ...withText(...text), amendments: [] })
    expect(linesBetween(with0, withText(...text))).toEqual([
      `rewritten: Vi får [-0${noBreak}tkr-][+2${noBreak}000${noBreak}tkr+].`,
    ])
  })

  test('tells added, removed and renamed sections', () => {
    const [a, b, ...rest] = demoSnapshot.sections
    const after = demoWith({
      sections: [{ ...a, title: 'Nytt namn' }, ...rest, { ...b, id: 'ny' }],
    })
    expect(compare(demoSnapshot, after).sections.map(({ kind, title }) => [kind, title])).toEqual([
      ['rewritten', 'Nytt namn'],
      ['added', b?.title],
      ['removed', b?.title],
    ])
  })

  test('pairs up the lines of a long text whose every line was rewritten', () => {
    const lines = linesBetween(withText(...long('gammalt')), withText(...long('nytt')))
    expect(lines).toHaveLength(2500)
    expect(lines[1800]).toBe('rewritten: [-gammalt-][+nytt+] 1800')
  })

  test('shows a paragraph that was moved and nothing else', () => {
    const texts = ['Ett om skolan.', 'Två om vägar.', 'Tre om vård.', 'Fyra om bad.']
    const paragraphs = texts.map(text => paragraph(words(text)))
    const [moved, ...others] = paragraphs
    expect(linesBetween(withText(...paragraphs), withText(...others, moved))).toEqual([
      'removed: [-Ett om skolan.-]',
      'added: [+Ett om skolan.+]',
    ])
  })
})
