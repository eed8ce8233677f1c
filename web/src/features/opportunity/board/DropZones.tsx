import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined } from '@ant-design/icons'
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../../shared/theme'
import type { Verb } from '../moves/steps'
import styles from './board.module.css'

const zones: { verb: Verb; tone: Tone; icon: ReactNode }[] = [
  { verb: 'win', tone: 'green', icon: <CheckCircleOutlined aria-hidden /> },
  { verb: 'lose', tone: 'red', icon: <CloseCircleOutlined aria-hidden /> },
  { verb: 'defer', tone: 'amber', icon: <ClockCircleOutlined aria-hidden /> },
]

/** Where a dragged card ends, loses or rests. There only while something is dragged: those without a mouse have the menu. */
export function DropZones() {
  return (
    <div className={styles.zones} aria-hidden>
      {zones.map((zone) => (
        <Zone key={zone.verb} {...zone} />
      ))}
    </div>
  )
}

function Zone({ verb, tone, icon }: (typeof zones)[number]) {
  const { t } = useTranslation('opportunity')
  const element = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  useEffect(
    () =>
      element.current
        ? dropTargetForElements({
            element: element.current,
            getData: () => ({ verb }),
            onDragEnter: () => setOver(true),
            onDragLeave: () => setOver(false),
          })
        : undefined,
    [verb],
  )
  return (
    <div ref={element} className={styles.zone} data-over={over} style={{ color: `var(--${tone}-text)`, background: `var(--${tone}-ground)` }}>
      {icon} {t(`verbs.${verb}`)}
    </div>
  )
}
