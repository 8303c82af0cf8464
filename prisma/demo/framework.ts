import { Framework } from '~/budget/framework'

/** Constructed figures in the size of a real municipality's, as an all-party framework would print them. */
const boards = [
  {
    id: 'BUN',
    name: 'Barn- och ungdomsnämnden',
    previousFrame: 1_045_200,
    frames: [1_070_511, 1_090_626, 1_111_345],
    indexation: [30_311, 32_115, 32_719],
    volume: [-9000, -12_000, -12_000],
    adjustment: [4000, 0, 0],
  },
  {
    id: 'VON',
    name: 'Vård- och omsorgsnämnden',
    previousFrame: 939_300,
    frames: [986_540, 1_031_136, 1_078_070],
    indexation: [27_240, 29_596, 30_934],
    volume: [14_000, 15_000, 16_000],
    adjustment: [6000, 0, 0],
  },
  {
    id: 'KUN',
    name: 'Kultur- och utbildningsnämnden',
    previousFrame: 345_600,
    frames: [359_622, 374_411, 387_643],
    indexation: [10_022, 10_789, 11_232],
    volume: [3000, 4000, 2000],
    adjustment: [1000, 0, 0],
  },
  {
    id: 'SN',
    name: 'Socialnämnden',
    previousFrame: 242_500,
    frames: [254_533, 262_169, 270_034],
    indexation: [7033, 7636, 7865],
    volume: [0, 0, 0],
    adjustment: [5000, 0, 0],
  },
  {
    id: 'KS',
    name: 'Kommunstyrelsen',
    previousFrame: 119_800,
    frames: [125_274, 129_032, 132_903],
    indexation: [3474, 3758, 3871],
    volume: [0, 0, 0],
    adjustment: [2000, 0, 0],
  },
  {
    id: 'SBN',
    name: 'Samhällsbyggnadsnämnden',
    previousFrame: 75_300,
    frames: [78_984, 81_354, 83_795],
    indexation: [2184, 2370, 2441],
    volume: [0, 0, 0],
    adjustment: [1500, 0, 0],
  },
  {
    id: 'MSN',
    name: 'Miljöskyddsnämnden',
    previousFrame: 16_700,
    frames: [17_184, 17_700, 18_231],
    indexation: [484, 516, 531],
    volume: [0, 0, 0],
    adjustment: [0, 0, 0],
  },
  {
    id: 'OFN',
    name: 'Överförmyndarnämnden',
    previousFrame: 5600,
    frames: [5762, 5935, 6113],
    indexation: [162, 173, 178],
    volume: [0, 0, 0],
    adjustment: [0, 0, 0],
  },
]

const grants = [
  { id: 'income-equalisation', name: 'Inkomstutjämning', amounts: [396_000, 412_000, 428_000] },
  { id: 'cost-equalisation', name: 'Kostnadsutjämning', amounts: [-28_000, -28_000, -28_000] },
  { id: 'adjustment-grant', name: 'Regleringsbidrag', amounts: [111_000, 96_000, 72_000] },
  { id: 'lss-equalisation', name: 'LSS-utjämning', amounts: [-42_000, -42_000, -42_000] },
  { id: 'property-fee', name: 'Kommunal fastighetsavgift', amounts: [108_000, 108_000, 108_000] },
]

const position = {
  opening: {
    fixedAssets: 3_100_000,
    receivables: 250_000,
    placements: 700_000,
    cash: 300_000,
    equity: 2_650_000,
    provisions: 150_000,
    longTermDebt: 750_000,
    shortTermDebt: 800_000,
    resultReserve: 30_000,
  },
  depreciation: [110_000, 116_000, 122_000],
  provisionsChange: [6000, 6000, 6000],
  newLoans: [60_000, 60_000, 60_000],
  internalRate: 1750,
}

const investments = [
  { id: 'streets', board: 'SBN', name: 'Gator, park och infrastruktur', amount: 90_000 },
  { id: 'schools', board: 'KS', name: 'Skolor och förskolor (lokaler)', amount: 150_000 },
  { id: 'water', board: 'KS', name: 'Reningsverk/VA', amount: 60_000 },
  { id: 'other', board: 'KS', name: 'Övrigt och inventarier', amount: 40_000 },
].map(({ amount, ...project }) => ({ ...project, amounts: [amount, amount, amount] }))

const balanceAdjustments = {
  realisedGains: [0, 0, 0],
  unrealised: [0, 0, 0],
  toReserve: [0, 0, 0],
  fromReserve: [0, 0, 0],
}

const printed = {
  frames: [2_898_410, 2_992_363, 3_088_134],
  netCosts: [-2_965_836, -3_056_000, -3_147_164],
  municipalTax: [2_511_936, 2_616_600, 2_721_264],
  taxRevenue: [2_521_936, 2_616_600, 2_721_264],
  grants: [545_000, 546_000, 538_000],
  operatingResult: [101_100, 106_600, 112_100],
  result: [123_100, 126_600, 130_100],
  balanceResult: [123_100, 126_600, 130_100],
}

const sources = [
  {
    field: 'tax.rate',
    text: 'Hämtad: skattesatsen 21,36 enligt Alingsås kommuns webbplats.',
    url: 'https://www.alingsas.se/',
  },
  {
    field: 'tax.base',
    text: 'Konstruerad: medelskattekraft och invånarantal, framräknade. Slutavräkningen är skalad från en annan kommuns budget.',
  },
  {
    field: 'indexation.pkv',
    text: 'Konstruerad: prisindex för kommunal verksamhet för åren 2025–2027 gick inte att belägga.',
  },
  {
    field: 'boards',
    text: 'Konstruerade: nivåerna följer kommunens egen fördelning per hundralapp. Ramkedjan är räknad med indexet.',
  },
  {
    field: 'grants',
    text: 'Konstruerade: bidragens form följer en verklig kommuns budget, beloppen är skalade.',
  },
  {
    field: 'centralFinance',
    text: 'Konstruerad: resten som ger ramens resultat. Finansiella intäkter och kostnader är konstruerade.',
  },
  {
    field: 'position',
    text: 'Konstruerad: balansräkning, lån, avskrivningar och internränta i en verklig kommuns storlek. Ingen låneram är angiven.',
  },
  {
    field: 'investments',
    text: 'Nivån 340 mnkr per år följer kommunens uppgift om drygt 1,7 miljarder på fem år. Fördelningen är konstruerad.',
    url: 'https://www.alingsas.se/',
  },
  {
    field: 'resultTarget',
    text: 'Konstruerat: ramen anger inget resultatmål, gruppens eget står som ändring.',
  },
]

/** The example's base: Alingsås 2025–2027. Only the tax rate is sourced; it is no municipality's decided budget. */
export const demoFramework = Framework.parse({
  format: 'skuggbudget-framework/1',
  municipality: { id: '1489', name: 'Alingsås kommun' },
  name: 'Konstruerad exempelram 2025–2027',
  edition: 1,
  constructed: true,
  unit: 'tkr',
  years: [
    { year: 2025, kind: 'budget' },
    { year: 2026, kind: 'plan' },
    { year: 2027, kind: 'plan' },
  ],
  boards,
  centralFinance: [67_426, 63_637, 59_030],
  tax: { rate: 2136, base: [11_760_000, 12_250_000, 12_740_000], settlement: [10_000, 0, 0] },
  grants,
  financialIncome: [38_000, 38_000, 38_000],
  financialCosts: [-16_000, -18_000, -20_000],
  indexation: { pkv: [2900, 3000, 3000] },
  resultTarget: null,
  inhabitants: [42_400, 42_400, 42_400],
  position,
  investments,
  balanceAdjustments,
  printed,
  sources,
})
