import { tones } from '../theme'
import styles from './avatar.module.css'

/** The last two characters of a Chinese name, or the initials of another, on the person's own tone. */
export function Avatar({ name, size = 28 }: { name: string; size?: number }) {
  const chinese = /\p{Script=Han}/u.test(name)
  const initials = chinese
    ? name.slice(-2)
    : name
        .split(/\s+/)
        .map((word) => word[0] ?? '')
        .join('')
        .slice(0, 2)
        .toUpperCase()
  const tone = tones[[...name].reduce((sum, character) => sum + character.codePointAt(0)!, 0) % (tones.length - 1)]
  return (
    <span
      className={styles.avatar}
      style={{ width: size, height: size, fontSize: size * 0.39, color: `var(--${tone}-text)`, background: `var(--${tone}-ground)` }}
      aria-hidden
    >
      {initials}
    </span>
  )
}
