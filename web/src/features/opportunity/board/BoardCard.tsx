import { EllipsisOutlined, FieldTimeOutlined } from '@ant-design/icons'
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Reference, Row } from '../../../api/types'
import { onDay, useAsOf } from '../../../shared/past/asOf'
import { useMoneyUnit } from '../../../shared/preferences'
import type { Opened } from '../../../shared/records/among'
import { MoneyValue } from '../../../shared/records/FieldValue'
import { Avatar } from '../../../shared/ui/Avatar'
import { card as cardMark } from '../../../shared/views/useCardKeys'
import { GradeBadge } from '../grade/GradeBadge'
import { NextStepClock } from '../NextStepClock'
import { ApprovalPendingBadge, StatusBadge } from '../StatusBadge'
import styles from './board.module.css'

interface Props {
  card: Row
  /** Its lane, for stepping from one to the next. */
  opened: Opened
  /** What the card may be moved to; without it it stays where it is. */
  menu?: NonNullable<MenuProps['items']>
  showStage?: boolean
  showStatus?: boolean
}

/** One opportunity on the board: draggable, and movable by its menu. */
export function BoardCard({ card, opened, menu, showStage = false, showStatus = false }: Props) {
  const { t } = useTranslation('opportunity')
  const unit = useMoneyUnit()
  const element = useRef<HTMLElement>(null)
  const [dragging, setDragging] = useState(false)
  const asOf = useAsOf()
  const movable = menu !== undefined
  const { id } = card
  useEffect(() => {
    if (!element.current || !movable) return undefined
    return draggable({
      element: element.current,
      getInitialData: () => ({ card: id }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    })
  }, [id, movable])

  const name = String(card.name)
  const customer = card.customer as Reference | null
  const owner = card.owner as Reference | null
  const overstay = Number(card.overstayDays ?? 0)
  return (
    <article ref={element} className={styles.card} data-dragging={dragging} aria-label={name} {...cardMark(id)}>
      <div className={styles.cardHead}>
        <Link to={onDay(`/opportunities/${id}`, asOf)} className={styles.cardName} title={name} state={opened} draggable={false}>
          {name}
        </Link>
        {menu && (
          <Dropdown menu={{ items: menu }} trigger={['click']} placement="bottomRight" autoFocus>
            <Button type="text" size="small" icon={<EllipsisOutlined aria-hidden />} aria-haspopup="menu" aria-label={t('board.move', { name })} />
          </Dropdown>
        )}
      </div>
      {customer && <div className={styles.customer}>{customer.label}</div>}
      <div className={styles.cardFacts}>
        {card.expectedAmount != null && <MoneyValue yuan={Number(card.expectedAmount)} unit={unit} />}
        {showStage && card.stage && <span className={styles.quiet}>{(card.stage as Reference).label}</span>}
        {showStatus && <StatusBadge status={card.status} />}
        <GradeBadge grade={card.grade} state={card.gradeState} pending={card.gradePending} />
        {card.maturity && (
          <span className={styles.quiet}>
            {t(`maturity.${String(card.maturity)}`)}
            {card.period && ` · ${t(`grade.periods.${card.period as 'MATURITY'}`)}`}
          </span>
        )}
        {card.approvalPending === true && <ApprovalPendingBadge />}
        {card.daysInStage != null && (
          <span className={overstay > 0 ? styles.late : styles.quiet} title={t('board.daysTitle')}>
            <FieldTimeOutlined aria-hidden /> {overstay > 0 ? t('board.overstay', { count: overstay }) : t('board.days', { count: Number(card.daysInStage) })}
          </span>
        )}
      </div>
      <div className={styles.cardFoot}>
        {card.status === 'OPEN' || card.status === undefined ? <NextStepClock on={card.nextStepOn} step={card.nextStep} /> : <span />}
        {owner && (
          <span className={styles.owner} title={owner.label}>
            <Avatar name={owner.label} size={22} />
            <span className="visually-hidden">{owner.label}</span>
          </span>
        )}
      </div>
    </article>
  )
}
