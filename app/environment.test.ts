import { expect, test } from 'vitest'
import { readEnvironment } from './environment'

test('nothing set gives the loopback address and port 3000', () => {
  expect(readEnvironment({})).toEqual({ NODE_ENV: 'development', PORT: 3000, HOST: '127.0.0.1' })
})

test('an empty value counts as unset', () => {
  expect(readEnvironment({ PORT: '', PUBLIC_ORIGIN: '' }).PORT).toBe(3000)
})

test.each([
  ['PORT', '0', 0],
  ['PORT', '65535', 65_535],
  ['HOST', '0.0.0.0', '0.0.0.0'],
  ['HOST', '::1', '::1'],
  ['PUBLIC_ORIGIN', 'https://budget.example.se/', 'https://budget.example.se'],
  ['DATABASE_URL', 'postgresql://app@db/budget', 'postgresql://app@db/budget'],
  ['REDIS_URL', 'rediss://:ord@redis:6379/1', 'rediss://:ord@redis:6379/1'],
])('%s=%s is read', (name, value, read) => {
  expect(readEnvironment({ [name]: value })).toHaveProperty(name, read)
})

test.each([
  ['PORT', 'abc'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['HOST', 'a b'],
  ['PUBLIC_ORIGIN', 'budget.example.se'],
  ['PUBLIC_ORIGIN', 'ftp://budget.example.se'],
  ['PUBLIC_ORIGIN', 'https://budget.example.se/app'],
  ['DATABASE_URL', 'mysql://app@db/budget'],
  ['DATABASE_URL', 'postgresql://app@db'],
  ['REDIS_URL', 'redis:6379'],
  ['REDIS_URL', 'http://redis:6379'],
  ['NODE_ENV', 'staging'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name}: `))
})
