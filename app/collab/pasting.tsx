import { useEffect, useRef, useState } from 'react'
import { cleanPaste } from './pasted'

/** How long it is said that something stayed behind. */
const saidFor = 12_000

/** Cleans what is pasted, and says what of it the text cannot hold. */
export function usePasting() {
  const [pictures, setPictures] = useState(0)
  const timer = useRef(0)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const clean = (html: string) => {
    const pasted = cleanPaste(html)
    setPictures(pasted.pictures)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setPictures(0), saidFor)
    return pasted.html
  }
  return { clean, left: <LeftBehind pictures={pictures} /> }
}

function LeftBehind({ pictures }: { pictures: number }) {
  if (pictures === 0) return null
  return (
    <p className="second" role="status">
      {pictures === 1
        ? 'En bild följde inte med. Lägg till den under Infoga.'
        : `${pictures} bilder följde inte med. Lägg till dem under Infoga.`}
    </p>
  )
}
