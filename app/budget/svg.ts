import type { BarChart } from './bar-chart'
import { drawChart, type Shape, type Use } from './chart-drawing'

/** The colours of print, by what a shape is: those of the document's template. On a page the style sheet has them. */
const print: Record<Use, string> = {
  total: 'fill:#1a1b1f;stroke:#1a1b1f;stroke-width:.9',
  base: 'fill:#ffffff;stroke:#4d5056;stroke-width:.9',
  plus: 'fill:#54318b;stroke:#54318b;stroke-width:.9',
  minus: 'fill:#ffffff;stroke:#54318b;stroke-width:.9',
  target: 'stroke:#1a1b1f;stroke-width:1.4;stroke-dasharray:3 2.4',
  rule: 'stroke:#1a1b1f;stroke-width:.95',
  hair: 'stroke:#b9b9b3;stroke-width:.5',
  axis: 'stroke:#1a1b1f;stroke-width:.95',
  join: 'stroke:#4d5056;stroke-width:.8',
  ground: 'fill:#ffffff',
  label: 'fill:#1a1b1f',
  strong: 'fill:#1a1b1f;font-weight:600',
  value: 'fill:#1a1b1f;font-weight:600',
  change: 'fill:#54318b;font-weight:600',
  key: 'fill:#4d5056',
}

const style = [
  "text{font-family:'Source Sans 3';font-size:13px;font-weight:400}",
  ...Object.entries(print).map(([use, rules]) => `.c-${use}{${rules}}`),
].join('')

/** The chart in its wide form as an SVG file that needs nothing beside it. The same chart gives the same text. */
export function chartSvg(chart: BarChart): string {
  const { width, height, shapes } = drawChart(chart, 'wide')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${style}</style>${shapes.map(element).join('')}</svg>`
}

function element({ type, use, ...rest }: Shape): string {
  const { text, ...places } = { text: undefined, ...rest }
  const attributes = Object.entries(places).map(([name, value]) => ` ${name}="${value}"`)
  const open = `${type} class="c-${use}"${attributes.join('')}`
  return text === undefined ? `<${open}/>` : `<${open}>${escaped(text)}</${type}>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
