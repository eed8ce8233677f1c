import { DownOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Reference } from '../../../api/types'
import { useRecordPlace } from '../../../shared/feature'
import { onDay, useAsOf } from '../../../shared/past/asOf'
import { useMoneyUnit, usePhone } from '../../../shared/preferences'
import { MoneyValue } from '../../../shared/records/FieldValue'
import { Neighbours } from '../../../shared/records/Neighbours'
import { Avatar } from '../../../shared/ui/Avatar'
import { BackLink } from '../../../shared/ui/BackLink'
import { Badge } from '../../../shared/ui/Badge'
import { processesQuery, type OpportunityDetail, type Stage, type Subject } from '../api'
import { GradeBadge, PeriodBadge } from '../grade/GradeBadge'
import type { Verb } from '../moves/steps'
import type { useMoves } from '../moves/useMoves'
import { ApprovalPendingBadge, MaturityBadge, StatusBadge } from '../StatusBadge'
import styles from './detail.module.css'

interface Props {
  detail: OpportunityDetail
  subject: Subject
  stages: Stage[]
  moves: ReturnType<typeof useMoves>
  onMove: (stageId: string) => void
}

const verbs: Verb[] = ['win', 'lose', 'defer', 'resume', 'reopen', 'abandon', 'invalidate', 'transfer', 'changeProcess']

/** Who it is, how much, how it stands, and what to do next. */
export function DetailHeader({ detail, subject, stages, moves, onMove }: Props) {
  const { t } = useTranslation('opportunity')
  const phone = usePhone()
  const unit = useMoneyUnit()
  const { values, may } = detail
  const customer = values.customer as Reference | null
  const owner = values.owner as Reference | null
  const customerPath = useRecordPlace('customer')?.path
  const next = may.move !== false && values.status === 'OPEN' ? nextStage(stages, subject.stageId) : undefined
  const { data: processes } = useQuery(processesQuery())
  const elsewhere = processes?.some(({ id, archived }) => !archived && id !== subject.processId)
  const possible = verbs.filter((verb) => may[verb] && verbFits(verb, values.status) && (verb !== 'changeProcess' || elsewhere))
  const first = next ? undefined : possible.find((verb) => verb === 'resume' || verb === 'reopen')
  const main: Verb[] = phone ? [] : possible.filter((verb) => verb !== first && ((verb === 'win' && !next?.isFinal) || verb === 'lose'))
  const rest = possible.filter((verb) => verb !== first && !main.includes(verb) && !(verb === 'win' && next?.isFinal))
  return (
    <header className={styles.header}>
      <title>{`${subject.name} · ${t('shared:product')}`}</title>
      <div className={styles.heading}>
        <div className={styles.crumbs}>
          <BackLink path={onDay('/opportunities', useAsOf())} label={t('title')} />
          {values.number && <span className={styles.number}>{String(values.number)}</span>}
          <Neighbours id={detail.id} pathOf={(id) => `/opportunities/${id}`} />
        </div>
        <h1 title={subject.name}>{subject.name}</h1>
        <div className={styles.facts}>
          {customer && (customerPath ? <Link to={customerPath(customer.id)}>{customer.label}</Link> : <span>{customer.label}</span>)}
          {values.expectedAmount != null && (
            <strong>
              <MoneyValue yuan={Number(values.expectedAmount)} unit={unit} />
            </strong>
          )}
          <StatusBadge status={values.status} />
          <GradeBadge grade={values.grade} state={values.gradeState} pending={values.gradePending} />
          <MaturityBadge maturity={values.maturity} />
          <PeriodBadge period={values.period} />
          {values.approvalPending === true && <ApprovalPendingBadge />}
          {detail.overstayDays > 0 && <Badge tone="red">{t('board.overstay', { count: detail.overstayDays })}</Badge>}
          {owner && (
            <span className={styles.owner}>
              <Avatar name={owner.label} size={22} /> {owner.label}
            </span>
          )}
        </div>
      </div>
      <Space className={styles.actions} wrap>
        {next && (
          <Button type="primary" onClick={() => onMove(next.id)}>
            {t(next.isFinal ? 'verbs.win' : 'path.moveNext', { stage: next.name })}
          </Button>
        )}
        {first && (
          <Button type="primary" onClick={() => void moves.act(subject, first)}>
            {t(`verbs.${first}`)}
          </Button>
        )}
        {main.map((verb) => (
          <Button key={verb} onClick={() => void moves.act(subject, verb)}>
            {t(`verbs.${verb}`)}
          </Button>
        ))}
        {rest.length > 0 && (
          <Dropdown
            trigger={['click']}
            placement="bottomRight"
            autoFocus
            menu={{ items: rest.map((verb) => ({ key: verb, label: t(`verbs.${verb}`), onClick: () => void moves.act(subject, verb) })) }}
          >
            <Button icon={<DownOutlined aria-hidden />} iconPlacement="end" aria-haspopup="menu">
              {t('verbs.more')}
            </Button>
          </Dropdown>
        )}
      </Space>
    </header>
  )
}

const nextStage = (stages: Stage[], stageId: string) => {
  const here = stages.find(({ id }) => id === stageId)
  return here && stages.find(({ position }) => position > here.position)
}

function verbFits(verb: Verb, status: unknown) {
  if (verb === 'resume') return status === 'DEFERRED'
  if (verb === 'reopen') return status !== 'OPEN' && status !== 'DEFERRED'
  if (verb === 'win' || verb === 'defer' || verb === 'changeProcess') return status === 'OPEN'
  return verb === 'transfer' || status === 'OPEN' || status === 'DEFERRED'
}
