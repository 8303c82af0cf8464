import { useState } from 'react'
import { Button } from '~/ui/button'
import { BannerLine } from '~/ui/message'
import { changes } from '~/ui/save-state'
import { useLive } from './live'
import type { Connection, LeftOver } from './section-room'

/** It stands above the text, in which the member may be far down, and which takes no more of what is typed there. */
const inSight = (part: HTMLElement | null) => part?.focus()

/** What keeps the text from being saved, and what to do about it: one line, and the words that have no place any more. */
export function SectionTrouble({ connection }: { connection: Connection }) {
  return (
    <>
      <TroubleLine connection={connection} />
      {connection.leftOver && <LeftOverWords {...connection.leftOver} />}
    </>
  )
}

function TroubleLine({
  connection: { refused, online, waiting, kept },
}: {
  connection: Connection
}) {
  const { state } = useLive()
  if (refused === 'old-schema')
    return (
      <div tabIndex={-1} ref={inSight}>
        <BannerLine
          mood="warn"
          title="Sidan är äldre än servern."
          actions={
            <Button small onClick={() => window.location.reload()}>
              Ladda om
            </Button>
          }
        >
          {waiting > 0
            ? `Ladda om för att skriva vidare. ${changes(waiting)} väntar och skickas då.`
            : 'Ladda om för att skriva vidare.'}
        </BannerLine>
      </div>
    )
  // the page says since when, and by whom
  if (refused === 'in-bin') return null
  if (refused)
    return (
      <div tabIndex={-1} ref={inSight}>
        <BannerLine mood="error" title="Avsnittet går inte att öppna.">
          Det kan ha tagits bort, eller så har din roll ändrats. Ladda om sidan.
        </BannerLine>
      </div>
    )
  if (!kept && waiting > 0)
    return (
      <BannerLine mood="warn" title="Webbläsaren sparar inget.">
        Det du skriver finns bara i den här fliken tills servern svarar. Stäng den inte.
      </BannerLine>
    )
  // the frame says it already
  if (online || state === 'offline') return null
  return (
    <BannerLine mood="warn" icon="off" title="Du är offline.">
      Du kan skriva vidare. Det du skriver ligger kvar i webbläsaren och skickas när servern svarar.
    </BannerLine>
  )
}

const reasons: Record<LeftOver['why'], string> = {
  'read-only': 'Du får inte skriva i avsnittet längre, så det här hann inte sparas.',
  refused: 'Du får föreslå i texten men inte skriva i den, så det här togs inte emot.',
  unknown: 'Texten innehöll något som ett avsnitt inte kan hålla, så det här togs inte emot.',
  'no-access': 'Avsnittet är borta, så det här hann inte sparas.',
  'in-bin':
    'Det hann inte med innan avsnittet lades i papperskorgen. Läggs avsnittet tillbaka skickas det.',
  unfit: 'Texten har ändrats så mycket att det här inte går att foga in av sig självt.',
}

/** Words that the server will never have: to be copied, and gone only when the member says so. */
function LeftOverWords({ why, words, drop }: LeftOver) {
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(words).then(() => setCopied(true))
  return (
    <section className="left-over" aria-labelledby="blev-kvar" tabIndex={-1} ref={inSight}>
      <h2 id="blev-kvar">Det här blev inte sparat</h2>
      <p>{reasons[why]} Kopiera det om du vill ha det kvar.</p>
      {/* a region that scrolls has to be reached with the keyboard */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label="Texten som blev kvar">
        {words}
      </pre>
      <div className="acts">
        <Button small onClick={copy}>
          {copied ? 'Kopierat' : 'Kopiera'}
        </Button>
        <Button small kind="danger" onClick={drop}>
          Ta bort
        </Button>
      </div>
    </section>
  )
}
