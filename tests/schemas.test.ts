import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { schemas } from '~/proposal/schemas'

const parse = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
const published = {
  framework: ajv.compile(schemas().framework),
  snapshot: ajv.compile(schemas().snapshot),
}

const failing = readdirSync(new URL('fixtures/failing', import.meta.url))

describe('the published schemas', () => {
  test.each(Object.entries(schemas()))('%s is what the app accepts', (name, schema) => {
    expect(parse(`../public/schemas/${name}.schema.json`)).toEqual(
      JSON.parse(JSON.stringify(schema)),
    )
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  })

  test('take the demo', () => {
    published.framework(parse('fixtures/demo-framework.json'))
    expect(published.framework.errors).toBeNull()
    published.snapshot(parse('fixtures/demo-snapshot.json'))
    expect(published.snapshot.errors).toBeNull()
  })

  test.each(failing)('take %s, which only a check refuses', name => {
    published.snapshot(parse(`fixtures/failing/${name}`))
    expect(published.snapshot.errors).toBeNull()
  })

  test.each([
    ['an unknown field', { extra: 1 }],
    ['half a kronor', { framework: { centralFinance: [0.5] } }],
    ['another format', { format: 'skuggbudget-snapshot/2' }],
  ])('refuse %s', (_, change) => {
    const demo = parse('fixtures/demo-snapshot.json')
    expect(published.snapshot({ ...Object(demo), ...change })).toBe(false)
  })
})
