import type { Mark } from '../../api/types'
import styles from './marked.module.css'

interface Props {
  text: string
  marks?: Mark[]
}

/** A text whose parts that were searched for stand out. */
export function Marked({ text, marks = [] }: Props) {
  if (marks.length === 0) return text
  return marks.flatMap(({ start, end }, index) => [
    text.slice(marks[index - 1]?.end ?? 0, start),
    <mark key={start} className={styles.mark}>
      {text.slice(start, end)}
    </mark>,
    index === marks.length - 1 ? text.slice(end) : '',
  ])
}
