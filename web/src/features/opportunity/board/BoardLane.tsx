import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { Button, Skeleton } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../../api/types'
import { formatMoneyShort, formatNumber } from '../../../shared/format'
import { lane as laneMark } from '../../../shared/views/useCardKeys'
import styles from './board.module.css'
import type { Lane } from './boardApi'

interface Props {
  lane: Lane
  /** Days a stay should take, per cent to win: what stands behind the name. */
  hint?: string
  onMore: () => Promise<unknown>
  children: (card: Row) => ReactNode
}

/** A lane with its figures from the server; it asks for more cards when its end comes into view. */
export function BoardLane({ lane, hint, onMore, children }: Props) {
  const { t, i18n } = useTranslation('opportunity')
  const element = useRef<HTMLElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const [loading, setLoading] = useState(false)
  const [failed, setFailed] = useState(false)
  const { key, rows } = lane
  const hasMore = Boolean(lane.next)

  useEffect(
    () =>
      element.current
        ? dropTargetForElements({
            element: element.current,
            getData: () => ({ lane: key }),
            onDragEnter: () => setOver(true),
            onDragLeave: () => setOver(false),
            onDrop: () => setOver(false),
          })
        : undefined,
    [key],
  )

  const more = async () => {
    setLoading(true)
    setFailed(false)
    try {
      await onMore()
    } catch {
      setFailed(true)
    } finally {
      setLoading(false)
    }
  }
  const latest = useRef(more)
  useEffect(() => {
    latest.current = more
  })
  useEffect(() => {
    if (!end.current || !hasMore || loading || failed) return undefined
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void latest.current()
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [hasMore, loading, failed])

  const money = (yuan: number) => formatMoneyShort(yuan, i18n.language)
  return (
    <section ref={element} className={styles.lane} data-over={over} aria-label={lane.label} {...laneMark}>
      <header className={styles.laneHead}>
        <h2>
          {lane.label} <span className={styles.count}>{formatNumber(lane.count)}</span>
        </h2>
        <p className={styles.figures}>
          {lane.amount != null && <span>{money(Number(lane.amount))}</span>}
          {lane.weightedAmount != null && <span className={styles.quiet}>{t('board.weighted', { amount: money(Number(lane.weightedAmount)) })}</span>}
        </p>
        {hint && <p className={styles.quiet}>{hint}</p>}
      </header>
      <div className={styles.cards}>
        {rows.map((row) => (
          <div key={row.id}>{children(row)}</div>
        ))}
        {rows.length === 0 && <p className={styles.empty}>{t('board.empty')}</p>}
        {hasMore && (
          <div ref={end}>
            {loading ? (
              <Skeleton active title={false} paragraph={{ rows: 3 }} />
            ) : (
              <Button type="link" size="small" block onClick={() => void more()}>
                {t(failed ? 'board.again' : 'board.more')}
              </Button>
            )}
          </div>
        )}
      </div>
    </section>
  )
}
