import { editorContentOf, textFragment } from '~/collab/section-doc'
import { print } from '../bench/server/figure'
import { demoProposal, expect, test } from './app'
import { unlikeIn } from './together/editor-page'
import { Ledger } from './together/ledger'
import { RandomMember, type Deed, type Together } from './together/random-member'
import { rebuiltFromLog, rowsOfSign, textOfRoom } from './together/section-log'

/** Longer, and by other choices each time, on demand: `npm run bench -- random`. */
const asked = process.env.RANDOM_SECONDS
const seconds = Number(asked ?? 20)
const seed = Number(process.env.RANDOM_SEED ?? (asked ? Math.floor(Math.random() * 2 ** 31) : 101))

const deeds: readonly Deed[] = [
  'type',
  'delete',
  'break',
  'mode',
  'comment',
  'settle',
  'away',
  'leave',
  'restore',
]
const section = 'skola'

test('four write, suggest, comment, restore and come back at random, and hold one text', async ({
  enter,
  app,
}) => {
  test.setTimeout(seconds * 1000 + 150_000)
  const together: Together = { ledger: new Ledger(), done: new Map(), alone: inTurn() }
  const [karin, johan, eva, amina] = [
    await enter('drafter'),
    await enter('drafter', 1),
    await enter('secretary'),
    await enter('reviewer'),
  ]
  const path = `${await demoProposal(karin)}/sections/${section}`
  const members = [
    new RandomMember(karin, 'drafter', path, together, seed),
    new RandomMember(johan, 'drafter', path, together, seed + 1),
    new RandomMember(eva, 'secretary', path, together, seed + 2),
    new RandomMember(amina, 'reviewer', path, together, seed + 3),
  ]
  await Promise.all(members.map(member => member.open()))

  const { ledger, done } = together
  const until = Date.now() + seconds * 1000
  let rebuilt = ''
  const goesOn = () => Date.now() < until || deeds.some(deed => !done.has(deed))
  try {
    await Promise.all(members.map(member => member.work(goesOn)))

    const pages = members.map(({ currentPage }) => currentPage)
    await expect(async () => {
      const log = await rebuiltFromLog(app.folder, section)
      rebuilt = textFragment(log).toString()
      const text = { shown: editorContentOf(log), held: rebuilt }
      for (const { role, currentPage } of members)
        expect({ [role]: await unlikeIn(currentPage, text) }).toEqual({ [role]: [] })
    }).toPass({ timeout: 15_000 })
    const [cookie] = await amina.context().cookies()
    const reader = `${cookie?.name}=${cookie?.value}`
    expect(await textOfRoom(app.url, reader, section)).toBe(rebuilt)
    expect(ledger.faultsIn(rebuilt)).toEqual([])
    for (const page of pages)
      await expect(page.getByRole('region', { name: 'Det här blev inte sparat' })).toHaveCount(0)
  } catch (fault) {
    console.error(`RANDOM_SEED=${seed}`, ...done)
    for (const sign of ledger.signsIn(rebuilt)) {
      console.error(sign)
      for (const row of await rowsOfSign(app.folder, section, sign)) console.error(row)
    }
    console.error(app.said().split('Ctrl-C.')[1])
    throw fault
  }
  if (asked) printFigures(together)
})

/** Lets one work begin when the one before has ended. */
function inTurn(): Together['alone'] {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
}

function printFigures({ ledger, done }: Together) {
  const all = [...done.values()].reduce((sum, times) => sum + times, 0)
  console.log(`${all} deeds, ${ledger.count} counted signs, ${ledger.held} of them held`, [...done])
  print({
    name: `Four browsers at random, ${seconds} s: signs lost or doubled`,
    unit: '',
    ours: 0,
    goal: 0,
  })
}
