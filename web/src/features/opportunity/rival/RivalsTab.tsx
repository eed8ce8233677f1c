import { DeleteOutlined, EditOutlined, PlusOutlined, TrophyOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { del } from '../../../api/client'
import { useRecordPlace } from '../../../shared/feature'
import { formatYuan } from '../../../shared/format'
import { useAsOf } from '../../../shared/past/asOf'
import { Badge } from '../../../shared/ui/Badge'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { ListItem, PlainList } from '../../../shared/ui/PlainList'
import { useMessageOf } from '../../../shared/useMessageOf'
import { opportunityChanged } from '../api'
import { RivalDialog } from './RivalDialog'
import { rivalsQuery, type Rival } from './rivalApi'
import styles from './rival.module.css'

const tones = { HIGH: 'red', MEDIUM: 'amber', LOW: undefined } as const

/** Whom we met here: what each is good and bad at, what it asks, and what we do about it. */
export function RivalsTab({ id, editable }: { id: string; editable: boolean }) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const path = useRecordPlace('competitor')?.path
  const { data, isPending, error, refetch } = useQuery(rivalsQuery(id, useAsOf()))
  const [edited, setEdited] = useState<Rival | 'new' | null>(null)
  const remove = async (rival: Rival) => {
    try {
      await del(`/opportunities/${id}/rivals/${rival.competitorId}`, { version: rival.version })
      await opportunityChanged(cache)
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <>
      {editable && (
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
          {t('rival.add')}
        </Button>
      )}
      {data.length === 0 && <p className={styles.none}>{t('rival.none')}</p>}
      <PlainList>
        {data.map((rival) => (
          <ListItem
            key={rival.competitorId}
            icon={<TrophyOutlined aria-hidden />}
            title={path ? <Link to={path(rival.competitorId)}>{rival.name}</Link> : rival.name}
            beside={<Badge tone={tones[rival.threat]}>{t(`rival.threatIs.${rival.threat}`)}</Badge>}
            detail={<Known rival={rival} />}
            action={
              editable ? (
                <span className={styles.actions}>
                  <Button type="text" icon={<EditOutlined aria-hidden />} aria-label={t('rival.edit', { name: rival.name })} onClick={() => setEdited(rival)} />
                  <Popconfirm title={t('rival.removeAsk', { name: rival.name })} onConfirm={() => remove(rival)}>
                    <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('rival.remove', { name: rival.name })} />
                  </Popconfirm>
                </span>
              ) : undefined
            }
          />
        ))}
      </PlainList>
      {edited && <RivalDialog id={id} rival={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function Known({ rival }: { rival: Rival }) {
  const { t } = useTranslation('opportunity')
  const facts = [
    [t('rival.price'), rival.price == null ? null : formatYuan(Number(rival.price))],
    [t('rival.strength'), rival.strength],
    [t('rival.weakness'), rival.weakness],
    [t('rival.counterStrategy'), rival.counterStrategy],
  ].filter(([, value]) => value)
  if (facts.length === 0) return null
  return (
    <dl className={styles.known}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
