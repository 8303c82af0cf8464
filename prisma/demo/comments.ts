/** Who says something in the example: the member with that role. */
export type DemoAuthor = 'drafter' | 'reviewer' | 'secretary'

/** A thread of the example. `quote` stands once in the section's text, where the thread is set. */
export type DemoThread = {
  readonly id: string
  readonly resolved: boolean
  readonly comments: readonly { readonly author: DemoAuthor; readonly body: string }[]
} & (
  | { readonly kind: 'text'; readonly section: string; readonly quote: string }
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'amendment'; readonly amendment: string }
)

export const demoThreads: DemoThread[] = [
  {
    id: 'tradindex',
    kind: 'text',
    section: 'skola',
    quote: 'Höjningen ligger kvar och räknas upp',
    resolved: false,
    comments: [
      {
        author: 'reviewer',
        body: 'Bra att det sägs. Kan vi också skriva med vilket index? Någon kommer att fråga.',
      },
      {
        author: 'drafter',
        body: 'Det ligger i grunden. Jag tar en mening om det i första avsnittet i stället.',
      },
    ],
  },
  {
    id: 'tradmarginal',
    kind: 'text',
    section: 'budget',
    quote: 'Marginalen är liten',
    resolved: false,
    comments: [
      {
        author: 'secretary',
        body: 'Vågar vi skriva så? Jag tycker det, men stäm av med gruppledaren före torsdag.',
      },
    ],
  },
  {
    id: 'tradkvinnojour',
    kind: 'section',
    section: 'stod',
    resolved: true,
    comments: [
      { author: 'reviewer', body: 'Ska kvinnojouren nämnas här eller under trygghet?' },
      { author: 'drafter', body: 'Här, den hör till socialnämnden.' },
    ],
  },
  {
    id: 'tradkultur',
    kind: 'amendment',
    amendment: 'a4',
    resolved: false,
    comments: [
      {
        author: 'reviewer',
        body: 'Räcker det här om avgifterna i kulturskolan också ska ner? Då behövs två miljoner till.',
      },
    ],
  },
]
