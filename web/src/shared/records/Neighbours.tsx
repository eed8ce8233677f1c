import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useShortcuts } from '../keyboard'
import { onDay, useAsOf } from '../past/asOf'
import { useNeighbours } from './among'
import styles from './neighbours.module.css'
import { visit } from './usePlace'

/** The way to the records before and after this one, in the order of the list or lane it was opened from. */
export function Neighbours({ id, pathOf }: { id: string; pathOf: (id: string) => string }) {
  const { t } = useTranslation('shared')
  const navigate = useNavigate()
  const near = useNeighbours(id)
  const asOf = useAsOf()
  // One way back leads to the list, however many records were looked at on the way.
  const go = (to: string | undefined) => to && void navigate(onDay(pathOf(to), asOf), { state: near?.state, replace: true })
  useEffect(() => visit(id), [id])
  useShortcuts(
    near
      ? [
          { keys: 'j', label: t('neighbours.after'), run: () => go(near.after) },
          { keys: 'k', label: t('neighbours.before'), run: () => go(near.before) },
        ]
      : [],
  )
  if (!near) return null
  const { before, after, at, all, capped } = near
  return (
    <span className={styles.neighbours}>
      <Button type="text" size="small" icon={<LeftOutlined aria-hidden />} disabled={!before} aria-label={t('neighbours.before')} onClick={() => go(before)} />
      <span>{t('neighbours.place', { at, all: `${all}${capped ? '+' : ''}` })}</span>
      <Button type="text" size="small" icon={<RightOutlined aria-hidden />} disabled={!after} aria-label={t('neighbours.after')} onClick={() => go(after)} />
    </span>
  )
}
