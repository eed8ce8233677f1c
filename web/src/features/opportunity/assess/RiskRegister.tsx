import { DeleteOutlined, EditOutlined, PlusOutlined, WarningOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { del } from '../../../api/client'
import { Badge } from '../../../shared/ui/Badge'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { ListItem, PlainList } from '../../../shared/ui/PlainList'
import { useMessageOf } from '../../../shared/useMessageOf'
import { opportunityChanged } from '../api'
import { bandTones, risksQuery, type Register, type Risk } from './assessApi'
import { RiskDialog } from './RiskDialog'
import { RiskMatrix } from './RiskMatrix'
import styles from './assess.module.css'

/** What may go wrong, the heaviest first, and where each lies between likely and harmful. */
export function RiskRegister({ id, editable }: { id: string; editable: boolean }) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const { data, isPending, error, refetch } = useQuery(risksQuery(id))
  const [edited, setEdited] = useState<Risk | 'new' | null>(null)
  const remove = async (risk: Risk) => {
    try {
      await del(`/opportunities/${id}/risks/${risk.id}`, { version: risk.version })
      await opportunityChanged(cache)
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  return (
    <section aria-label={t('assess.risks')} className={styles.part}>
      <div className={styles.partHead}>
        <h2>{t('assess.risks')}</h2>
        {editable && (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
            {t('assess.risk.add')}
          </Button>
        )}
      </div>
      {isPending && <Skeleton active />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <RiskList
          register={data}
          action={
            editable
              ? (risk) => (
                  <span className={styles.actions}>
                    <Button type="text" icon={<EditOutlined aria-hidden />} aria-label={t('assess.risk.edit', { title: risk.title })} onClick={() => setEdited(risk)} />
                    <Popconfirm title={t('assess.risk.removeAsk', { title: risk.title })} onConfirm={() => remove(risk)}>
                      <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('assess.risk.remove', { title: risk.title })} />
                    </Popconfirm>
                  </span>
                )
              : undefined
          }
        />
      )}
      {edited && <RiskDialog id={id} risk={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  )
}

/** Risks in their matrix, then one by one. */
export function RiskList({ register, action }: { register: Register; action?: (risk: Risk) => ReactNode }) {
  const { t } = useTranslation('opportunity')
  const { risks } = register
  if (risks.length === 0) return <p className={styles.none}>{t('assess.risk.none')}</p>
  return (
    <>
      <RiskMatrix register={register} />
      <PlainList>
        {risks.map((risk) => (
          <ListItem
            key={risk.id}
            icon={<WarningOutlined aria-hidden />}
            title={risk.title}
            beside={<Badge tone={bandTones[risk.band]}>{t('assess.risk.weight', { ...risk, band: t(`assess.risk.bands.${risk.band}`) })}</Badge>}
            detail={
              <>
                <div className={styles.quiet}>{[t(`assess.risk.states.${risk.state}`), risk.ownerName].filter(Boolean).join(' · ')}</div>
                {risk.mitigation && <div className={styles.said}>{risk.mitigation}</div>}
              </>
            }
            action={action?.(risk)}
          />
        ))}
      </PlainList>
    </>
  )
}
