const shapes = {
  ok: ['M2.5 8.5 6.3 12.3 13.5 4'],
  error: ['M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2Z', 'M8 4.7v4M8 11.1v.1'],
  warn: ['M8 2 14.6 13.6H1.4Z', 'M8 6.4v3.4M8 11.7v.1'],
  off: [
    'M2 2l12 12M4.2 9.8A5.5 5.5 0 0 1 8 8.4c1.4 0 2.8.5 3.8 1.4M2 6.9a9 9 0 0 1 2-1.3M8 4.8c2.3 0 4.4.8 6 2.1M8 12.7v.1',
  ],
  comment: ['M2.5 3h11v7.5H7.2L4.2 13.4v-2.9H2.5Z'],
  down: ['M4.5 6.5 8 10 11.5 6.5'],
  lock: ['M3.5 7.2h9v6.8h-9zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2'],
} as const

export type IconName = keyof typeof shapes

/** A sign beside a word that says the same: never the only carrier of anything. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={`i ${name}`} aria-hidden="true" viewBox="0 0 16 16">
      {shapes[name].map(path => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}
