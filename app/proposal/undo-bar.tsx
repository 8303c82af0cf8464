import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { unreachable } from '~/reach'
import { Button } from '~/ui/button'
import type { FigureHistory, FigureStep } from './figure-step'
import type { FiguresAnswer } from './figures-answer'

type Way = 'undo' | 'redo'

/** Undo and redo of the member's own figures, as buttons and as keys. What could not be undone is passed over the next time. */
export function UndoBar({ history, action }: { history: FigureHistory; action: string }) {
  const fetcher = useFetcher<FiguresAnswer>({ key: 'undo' })
  const [asked, setAsked] = useState<{ step: string; way: Way } | null>(null)
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set())
  const { data, state } = fetcher
  const answered = state === 'idle' && asked ? (data ?? null) : null
  const isRefused = answered?.type === 'refused' && answered.message !== unreachable
  const refused = isRefused && asked ? asked.step : null
  const isOpen = ({ step }: FigureStep) => step !== refused && !passed.has(step)
  const undo = history.undo.find(isOpen) ?? null
  const redo = history.redo && isOpen(history.redo) ? history.redo : null

  const take = (way: Way) => {
    const next = way === 'undo' ? undo : redo
    // keys come faster than answers: each waits for the one before it
    if (state !== 'idle') return void waiting.current.push(way)
    if (!next) return
    if (refused) setPassed(before => new Set([...before, refused]))
    setAsked({ step: next.step, way })
    fetcher.submit({ intent: way, step: next.step }, { method: 'post', action })
  }
  const waiting = useRef<Way[]>([])
  useEffect(() => {
    const way = state === 'idle' ? waiting.current.shift() : undefined
    if (way) take(way)
  })
  useKeys(take)

  return (
    <div className="undobar">
      <Step way="undo" step={undo} onTake={take} />
      <Step way="redo" step={redo} onTake={take} />
      <span className="second" role="status">
        {answered && asked && textOf(answered, asked.way)}
      </span>
    </div>
  )
}

const names = { undo: 'Ångra', redo: 'Gör om' } as const
const keys = { undo: 'Ctrl+Z', redo: 'Ctrl+Skift+Z' } as const

function Step({
  way,
  step,
  onTake,
}: {
  way: Way
  step: FigureStep | null
  onTake: (way: Way) => void
}) {
  return (
    <Button
      kind="plain"
      small
      // a disabled button would lose the focus once the last step is taken
      aria-disabled={step ? undefined : true}
      title={step ? keys[way] : `Inget att ${names[way].toLowerCase()}`}
      onClick={() => onTake(way)}
    >
      {[names[way], ...(step ? [numbersOf(step)] : [])].join(' ')}
    </Button>
  )
}

const numbersOf = ({ numbers }: FigureStep) =>
  numbers.length > 3
    ? `${numbers.length} ändringar`
    : numbers.map(number => `Ä${number}`).join(', ')

const textOf = (answer: FiguresAnswer, way: Way) =>
  answer.type === 'refused' ? answer.message : `${names[way]}: klart.`

/** The keys work wherever nothing is typed: a field has an undo of its own. */
function useKeys(take: (way: Way) => void) {
  const current = useRef(take)
  useEffect(() => {
    current.current = take
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      current.current(key === 'y' || event.shiftKey ? 'redo' : 'undo')
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input:not([type=radio]), textarea, select, dialog') !== null)
