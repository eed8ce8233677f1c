import { tones, type Tone } from '../theme'

const alike: Record<string, Tone> = {
  gray: 'grey',
  default: 'grey',
  neutral: 'grey',
  cyan: 'teal',
  primary: 'teal',
  processing: 'blue',
  info: 'blue',
  success: 'green',
  orange: 'amber',
  gold: 'amber',
  yellow: 'amber',
  warning: 'amber',
  attention: 'amber',
  danger: 'red',
  error: 'red',
  magenta: 'purple',
  violet: 'purple',
}

/** The tone a catalogue's colour word means; unknown words are grey, no word is no tone. */
export function toneOf(color: string | null | undefined): Tone | undefined {
  if (!color) return undefined
  return tones.find((tone) => tone === color) ?? alike[color] ?? 'grey'
}
