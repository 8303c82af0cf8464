import { Fragment, useEffect, useState } from 'react'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'
import { onMac, shortcutGroups, showShortcuts } from './shortcuts'

/** Whether `?` opens the sheet: some speak to their computer, and a word may become a key. */
const setting = 'shortcuts by ?'

const opensByKey = () => {
  try {
    return window.localStorage.getItem(setting) !== 'off'
  } catch {
    return true
  }
}

/** The sheet of all shortcuts: by its button, and by `?` wherever nothing is typed. */
export function ShortcutSheet() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const show = () => setOpen(true)
    const hear = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.defaultPrevented || isTyping(event.target)) return
      if (event.ctrlKey || event.metaKey || event.altKey || !opensByKey()) return
      event.preventDefault()
      show()
    }
    window.addEventListener(showShortcuts, show)
    document.addEventListener('keydown', hear)
    return () => {
      window.removeEventListener(showShortcuts, show)
      document.removeEventListener('keydown', hear)
    }
  }, [])
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Kortkommandon">
      <Sheet />
      <div className="acts">
        <Button onClick={() => setOpen(false)}>Stäng</Button>
      </div>
    </Dialog>
  )
}

function Sheet() {
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
  const [byKey, setByKey] = useState(opensByKey)
  const change = (on: boolean) => {
    setByKey(on)
    try {
      if (on) window.localStorage.removeItem(setting)
      else window.localStorage.setItem(setting, 'off')
    } catch {
      // a private window keeps nothing: the next page opens by the key again
    }
  }
  return (
    <div className="shortcuts">
      <label className="check">
        <input
          type="checkbox"
          checked={byKey}
          onChange={event => change(event.currentTarget.checked)}
        />{' '}
        Tangenten ? öppnar listan
      </label>
      {shortcutGroups.map(({ where, shortcuts }) => (
        <section key={where} aria-label={where}>
          <h3>{where}</h3>
          <dl>
            {shortcuts.map(({ does, keys }) => (
              <div key={does}>
                <dt>{does}</dt>
                <dd>
                  {keys.map((one, i) => (
                    <Fragment key={one}>
                      {i > 0 && ' eller '}
                      <kbd>{isMac ? onMac(one) : one}</kbd>
                    </Fragment>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

/** The button that opens the sheet. */
export function ShortcutButton() {
  return (
    <button
      type="button"
      className="nav-button"
      onClick={() => window.dispatchEvent(new Event(showShortcuts))}
    >
      Kortkommandon
    </button>
  )
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null)
