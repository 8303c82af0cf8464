import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from '~/ui/icon'

/** Tools that are seldom used, under one name in the toolbar: the arrows move in it, Escape goes back to the name. */
export function ToolMenu({
  name,
  first,
  children,
}: {
  name: string
  first?: boolean
  children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLSpanElement>(null)
  const id = useId()
  const button = () => frame.current?.querySelector('button')
  const close = (back: boolean) => {
    setOpen(false)
    if (back) button()?.focus()
  }
  useLeaving(frame, open, () => close(false))
  return (
    <span className="tool-menu" ref={frame}>
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        tabIndex={first ? 0 : -1}
        // the text keeps its selection while a tool is pressed
        onMouseDown={event => event.preventDefault()}
        onClick={() => setOpen(!open)}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {name} <Icon name="down" />
      </button>
      {open && (
        <Items id={id} name={name} button={button} close={close}>
          {children}
        </Items>
      )}
    </span>
  )
}

function Items({
  id,
  name,
  button,
  close,
  children,
}: {
  id: string
  name: string
  button: () => HTMLElement | null | undefined
  close: (back: boolean) => void
  children: ReactNode
}) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const follow = () => placeUnder(button(), list.current)
    follow()
    if (list.current) itemsIn(list.current)[0]?.focus({ preventScroll: true })
    window.addEventListener('scroll', follow, { passive: true, capture: true })
    return () => window.removeEventListener('scroll', follow, { capture: true })
    // the button is the same as long as the menu is open
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <div
      id={id}
      className="tool-items"
      role="menu"
      aria-label={name}
      tabIndex={-1}
      ref={list}
      onKeyDown={event => moveInMenu(event, list.current, close)}
      onClick={() => close(false)}
    >
      {children}
    </div>
  )
}

/** A tool in a menu; `pressed` where it can be on. */
export function MenuTool({
  pressed,
  keys,
  onClick,
  children,
}: {
  pressed?: boolean
  /** The press that does the same in the text, as `aria-keyshortcuts` has it. */
  keys?: string
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      role={pressed === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={pressed}
      aria-keyshortcuts={keys}
      tabIndex={-1}
      onMouseDown={event => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

/** On the page, not in the toolbar, which scrolls sideways where it is narrow. */
function placeUnder(button: HTMLElement | null | undefined, list: HTMLElement | null): void {
  const here = button?.getBoundingClientRect()
  if (!here || !list) return
  list.style.top = `${here.bottom}px`
  const rightmost = window.innerWidth - list.offsetWidth - 8
  list.style.left = `${Math.max(0, Math.min(here.left, rightmost))}px`
}

const itemsIn = (list: HTMLElement) => [...list.querySelectorAll('button')]

function moveInMenu(
  event: KeyboardEvent,
  list: HTMLElement | null,
  close: (back: boolean) => void,
) {
  // the toolbar's own keys would leave the menu open
  event.stopPropagation()
  if (event.key === 'Escape') return close(true)
  if (event.key === 'Tab') return close(false)
  if (!list) return
  const items = itemsIn(list)
  const at = items.findIndex(item => item === document.activeElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  items.at(to % items.length)?.focus()
}

/** Closes where one presses beside it, or its window changes. */
function useLeaving(
  frame: React.RefObject<HTMLElement | null>,
  open: boolean,
  leave: () => void,
): void {
  useEffect(() => {
    if (!open) return
    const press = ({ target }: Event) => {
      if (!(target instanceof Node && frame.current?.contains(target))) leave()
    }
    document.addEventListener('pointerdown', press)
    window.addEventListener('resize', leave)
    return () => {
      document.removeEventListener('pointerdown', press)
      window.removeEventListener('resize', leave)
    }
  })
}
