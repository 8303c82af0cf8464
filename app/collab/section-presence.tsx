import type { Editor } from '@tiptap/core'
import { Fragment, useEffect } from 'react'
import { partHere } from './fold-extension'
import { useLive } from './live'
import { presentIn } from './section-place'

/** Who else has the section open, and under which heading they stand. */
export function SectionPresence({
  sectionId,
  memberId,
  lead,
}: {
  sectionId: string
  memberId: string
  /** What the names are introduced with: `Här nu`. */
  lead: string
}) {
  const { members } = useLive()
  const present = presentIn(members, sectionId, memberId)
  if (present.length === 0) return null
  return (
    <span className="present">
      {lead}:{' '}
      {present.map(({ memberId: id, name, heading }, i) => (
        <Fragment key={id}>
          {i > 0 && ', '}
          <b>{name}</b>
          {heading && ` vid ”${heading}”`}
        </Fragment>
      ))}
    </span>
  )
}

/** A caret that rests for so long is told of: those who page through a text say nothing. */
const rest = 500

/** Tells the others under which heading one stands. */
export function useStandingPlace(editor: Editor): void {
  const { standOn } = useLive()
  useEffect(() => {
    let timer = 0
    const tell = () => standOn(partHere(editor.state)?.title.slice(0, 60).trim() || null)
    const later = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(tell, rest)
    }
    editor.on('selectionUpdate', later)
    return () => {
      window.clearTimeout(timer)
      editor.off('selectionUpdate', later)
    }
  }, [editor, standOn])
}
