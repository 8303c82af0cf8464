import type { Config } from 'tailwindcss'

/** The tokens are CSS custom properties (app/ui/tokens.css); Tailwind names them, and adds no colour of its own. */
export default {
  content: ['./app/**/*.{ts,tsx}'],
  theme: {
    colors: {
      paper: 'var(--paper)',
      well: 'var(--well)',
      tint: 'var(--tint)',
      ink: { DEFAULT: 'var(--ink)', 2: 'var(--ink-2)', 3: 'var(--ink-3)' },
      line: { DEFAULT: 'var(--line)', 2: 'var(--line-2)' },
      accent: { DEFAULT: 'var(--accent)', strong: 'var(--accent-strong)' },
      ok: 'var(--ok)',
      warn: 'var(--warn)',
      error: 'var(--error)',
      transparent: 'transparent',
      current: 'currentColor',
    },
    fontFamily: { serif: 'var(--serif)', sans: 'var(--sans)' },
  },
} satisfies Config
