import { hasBalancer } from '../process/balancer'
import { KilledInstances } from '../process/instance-rounds'
import { KilledApp, type Round } from '../process/kill-rounds'
import { hasRedis } from '../process/redis-server'
import { median } from './table.mjs'
import { print } from './server/figure'

// kill -9 in the middle of typing by two, over and over; what was said to be saved has to be there.
const rounds = Number(process.env.KILL_ROUNDS ?? 200)

type Killed = {
  round: (number: number) => Promise<Round>
  end: () => Promise<readonly string[]>
  stop: () => Promise<void>
}

async function measure(what: string, killed: Killed) {
  const all: Round[] = []
  for (let number = 1; number <= rounds; number++) {
    const round = await killed.round(number)
    all.push(round)
    if (round.lost.length > 0) console.error(`${what}, round ${number}: ${round.lost.join('; ')}`)
    if (number % 20 === 0)
      console.error(`${what}: ${number} rounds, ${round.acknowledged} characters`)
  }
  const lost = all.filter(round => round.lost.length > 0).length + (await killed.end()).length
  await killed.stop()
  const recoveries = all.map(({ recovery }) => recovery / 1000)
  print({ name: `Kill -9, ${what}: rounds`, unit: '', ours: rounds })
  print({
    name: `Kill -9, ${what}: characters acknowledged`,
    unit: '',
    ours: all.at(-1)?.acknowledged ?? 0,
  })
  print({ name: `Kill -9, ${what}: rounds with a loss`, unit: '', ours: lost, goal: 0 })
  print({ name: `Kill -9, ${what}: to recover, median`, unit: 's', ours: median(recoveries) })
  print({ name: `Kill -9, ${what}: to recover, longest`, unit: 's', ours: Math.max(...recoveries) })
}

const parts = process.env.KILL_PART
if (parts !== 'two') await measure('one instance', await KilledApp.start())
if (parts !== 'one') {
  if (hasBalancer && hasRedis) await measure('two instances', await KilledInstances.start())
  else console.error('haproxy or redis-server is missing: two instances are not measured')
}
process.exit(0)
