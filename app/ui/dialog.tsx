import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from './button'

type Props = {
  open: boolean
  /** Called on Esc, on the close button, and when the page says so. */
  onClose: () => void
  title: string
  children: ReactNode
}

/** The browser's own modal dialog: it keeps the focus inside, Esc closes it, and the focus returns to where it was. */
export function Dialog({ open, onClose, title, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    <dialog ref={ref} className="dialog" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {open && children}
    </dialog>
  )
}

/** A question before something that cannot be undone. The confirming button says what it does. */
export function ConfirmDialog({
  open,
  onClose,
  title,
  children,
  confirm,
  onConfirm,
}: Props & { confirm: string; onConfirm: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <div>{children}</div>
      <div className="acts">
        <Button kind="danger" onClick={onConfirm}>
          {confirm}
        </Button>
        <Button onClick={onClose}>Avbryt</Button>
      </div>
    </Dialog>
  )
}
