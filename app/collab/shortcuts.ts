/** One way to do something with the keys; several presses of which any does it. */
export type Shortcut = { readonly does: string; readonly keys: readonly string[] }

/** Said by whatever opens the sheet of shortcuts. */
export const showShortcuts = 'show-shortcuts'

/** All shortcuts, by where they work. Written for a keyboard with Ctrl and Alt. */
export const shortcutGroups: readonly {
  readonly where: string
  readonly shortcuts: readonly Shortcut[]
}[] = [
  {
    where: 'I texten',
    shortcuts: [
      { does: 'Rubrik', keys: ['Ctrl+Alt+1'] },
      { does: 'Underrubrik', keys: ['Ctrl+Alt+2'] },
      { does: 'Vanlig text', keys: ['Ctrl+Alt+0'] },
      { does: 'Fet', keys: ['Ctrl+B'] },
      { does: 'Kursiv', keys: ['Ctrl+I'] },
      { does: 'Länk', keys: ['Ctrl+K'] },
      { does: 'Numrerad lista', keys: ['Ctrl+Skift+7'] },
      { does: 'Punktlista', keys: ['Ctrl+Skift+8'] },
      { does: 'Citat', keys: ['Ctrl+Skift+9'] },
      { does: 'Siffra ur budgeten', keys: ['#'] },
      { does: 'Kommentera det markerade', keys: ['Ctrl+Alt+M'] },
      { does: 'Fotnot', keys: ['Ctrl+Alt+F'] },
      { does: 'Nästa cell i en tabell, och en ny rad efter den sista', keys: ['Tab'] },
      { does: 'Börja föreslå', keys: ['Ctrl+Alt+Skift+X'] },
      { does: 'Skriva direkt igen', keys: ['Ctrl+Alt+Skift+Z'] },
      { does: 'Ny rad i samma stycke', keys: ['Skift+Enter'] },
      { does: 'Till verktygen ovanför texten', keys: ['Alt+F10'] },
    ],
  },
  {
    where: 'I budgettabellen',
    shortcuts: [
      { does: 'Gå mellan celler', keys: ['Piltangenter'] },
      { does: 'Ändra cellen', keys: ['Enter', 'F2'] },
      { does: 'Välj flera celler', keys: ['Skift+piltangenter'] },
      { does: 'Kopiera och klistra in', keys: ['Ctrl+C', 'Ctrl+V'] },
    ],
  },
  {
    where: 'Överallt',
    shortcuts: [
      { does: 'Ångra', keys: ['Ctrl+Z'] },
      { does: 'Gör om', keys: ['Ctrl+Y', 'Ctrl+Skift+Z'] },
      { does: 'Stäng det som är öppet', keys: ['Esc'] },
      { does: 'Den här listan', keys: ['?'] },
    ],
  },
]

/** The same press on a Mac. */
export const onMac = (keys: string): string =>
  keys
    .replace(/\bCtrl\b/, '⌘')
    .replace(/\bAlt\b/, '⌥')
    .replace(/\bSkift\b/i, '⇧')
