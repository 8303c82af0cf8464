import { tkr } from '~/budget/money'
import { inWords } from '~/budget/table-unit'
import type { CatalogedCheck } from './cataloged-check'

/** The checks of words and of what is easily mistaken: what they say when they pass. */
export const textChecks: readonly CatalogedCheck[] = [
  {
    id: 'C16',
    name: 'Inget är oavgjort',
    source: 'praxis',
    proof: () => 'Alla föreslagna ändringar är avgjorda',
  },
  {
    id: 'C18',
    name: 'Ordet stämmer med tecknet',
    source: 'praxis',
    proof: () => 'Höjer och ökar står vid plus, sänker och minskar vid minus',
  },
  {
    id: 'C19',
    name: 'Beloppen har rätt enhet',
    source: 'praxis',
    proof: (_, { unit }) =>
      `Ingen ändring är under ${inWords(unit)(tkr(10))} eller över 15 procent av sin ram`,
  },
  {
    id: 'C23',
    name: 'Löften har pengar',
    source: 'praxis',
    proof: ({ sections }) =>
      `Varje löfte i ${sections.length} avsnitt är kopplat till pengar, och alla frågor är besvarade`,
  },
  {
    id: 'C24',
    name: 'Besparingar säger vad',
    source: 'praxis',
    proof: () => 'Varje besparing är uppdelad på åtgärder eller motiverad',
  },
  {
    id: 'C25',
    name: 'Intäkterna är beslutade',
    source: 'praxis',
    proof: () => 'Ingen intäkt hänger på någon annans beslut',
  },
  {
    id: 'C27',
    name: 'Varaktigt betalas varaktigt',
    source: 'praxis',
    proof: () => 'Inga pengar för ett år bär satsningar som ligger kvar',
  },
  {
    id: 'C28',
    name: 'Indikatorerna är hela',
    source: 'Kolada',
    proof: ({ goals }) =>
      goals.every(({ indicators }) => indicators.length === 0)
        ? 'Inga indikatorer än'
        : `${goals.flatMap(({ indicators }) => indicators).length} indikatorer har enhet, år och ett mål åt rätt håll`,
  },
  {
    id: 'C29',
    name: 'Inga tomma rubriker',
    source: 'praxis',
    proof: ({ sections }) =>
      sections.length === 0
        ? 'Inga avsnitt än'
        : `${sections.length} av ${sections.length} avsnitt har text`,
  },
  {
    id: 'C30',
    name: 'Talen är rätt skrivna',
    source: 'Svenska skrivregler',
    proof: () => 'Decimalkomma, mellanrum mellan tusental och före procent',
  },
  {
    id: 'C31',
    name: 'Dokumentet kan läsas med hjälpmedel',
    source: 'EN 301 549',
    proof: () =>
      'Rubrikerna går en nivå i taget, varje tecken finns i typsnitten; PDF:en taggas enligt PDF/UA-1',
  },
  {
    id: 'C32',
    name: 'Inga personuppgifter',
    source: 'GDPR art. 9',
    proof: () =>
      'Inga e-postadresser, personnummer eller telefonnummer i det som trycks; kommentarer, frågor och författare följer inte med',
  },
  {
    id: 'C33',
    name: 'Tiderna hålls',
    source: 'KL 5:13, 11:8, 11:10',
    proof: () => 'Ingen av lagens dagar är nära eller har passerat',
  },
]
