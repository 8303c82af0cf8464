import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const app = fileURLToPath(new URL('../../../app', import.meta.url))

/** The literals that a form's schema takes under `key`; one empty name where it has no such key. */
export function variantsOf(schema: unknown, key = 'intent'): string[] {
  const found = new Set(literalsOf(schema, key))
  return found.size > 0 ? [...found] : ['']
}

function literalsOf(schema: unknown, key: string): string[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(one => literalsOf(one, key))
  if (schema instanceof z.ZodIntersection)
    return [schema.def.left, schema.def.right].flatMap(one => literalsOf(one, key))
  if (!(schema instanceof z.ZodObject)) return []
  const value: unknown = schema.shape[key]
  return value instanceof z.ZodLiteral ? [...value.values].map(String) : []
}

/** The intents of the form that a route's action reads, from its source and its schema; null where it uses none. */
export async function variantsInRoute(routeId: string): Promise<string[] | null> {
  const source = sourceOf(routeId)
  const name = /readForm\(request, (\w+)\)/.exec(source)?.[1]
  if (!name) return null
  const imported = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '~/([^']+)'`).exec(source)
  if (imported?.[1]) {
    const module = (await import(path.join(app, `${imported[1]}.ts`))) as Record<string, unknown>
    return variantsOf(module[name])
  }
  const written = [...source.matchAll(/intent: z\.literal\('([^']+)'\)/g)].flatMap(
    match => match[1] ?? [],
  )
  return written.length > 0 ? written : ['']
}

function sourceOf(routeId: string): string {
  for (const suffix of ['.tsx', '.ts']) {
    try {
      return readFileSync(path.join(app, routeId + suffix), 'utf8')
    } catch {
      continue
    }
  }
  throw new Error(`No source of ${routeId}`)
}
