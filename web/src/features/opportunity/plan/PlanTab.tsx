import { EditOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../shared/format'
import { Schedule } from '../../../shared/gantt/Schedule'
import { useAsOf } from '../../../shared/past/asOf'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { opportunityChanged } from '../api'
import { PlanDialog } from './PlanDialog'
import { planQuery, type Plan } from './planApi'
import styles from './plan.module.css'

/** How it is to be developed: who does what when, by which strategy, with what. */
export function PlanTab({ id, editable }: { id: string; editable: boolean }) {
  const { t } = useTranslation('opportunity')
  const asOf = useAsOf()
  const cache = useQueryClient()
  const [editing, setEditing] = useState(false)
  const { data: plan, isPending, error, refetch } = useQuery(planQuery(id, asOf))
  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const { items, version, baselineAt, slipDays } = plan
  return (
    <>
      <Schedule
        base={`/opportunities/${id}/plan`}
        version={version}
        items={items}
        baselineAt={baselineAt}
        slipDays={slipDays}
        editable={editable}
        today={asOf ?? undefined}
        onChanged={() => opportunityChanged(cache)}
        more={
          editable && (
            <Button icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
              {t('plan.edit')}
            </Button>
          )
        }
      />
      <Strategy plan={plan} />
      {editing && <PlanDialog id={id} plan={plan} onClose={() => setEditing(false)} />}
    </>
  )
}

function Strategy({ plan }: { plan: Plan }) {
  const { t } = useTranslation('opportunity')
  const said = (['positioning', 'channel', 'price'] as const).filter((part) => plan[part])
  return (
    <div className={styles.strategy}>
      {said.length > 0 && (
        <section aria-labelledby="plan-strategy">
          <h3 id="plan-strategy">{t('plan.strategy')}</h3>
          <dl>
            {said.map((part) => (
              <div key={part}>
                <dt>{t(`plan.${part}`)}</dt>
                <dd>{plan[part]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {plan.resources.length > 0 && (
        <section aria-labelledby="plan-resources">
          <h3 id="plan-resources">{t('plan.resources')}</h3>
          <ul>
            {plan.resources.map(({ kind, name, quantity, unit, neededOn }, place) => (
              // oxlint-disable-next-line react/no-array-index-key
              <li key={place}>
                <span>{t(`plan.kinds.${kind}`)}</span>
                <span className={styles.name}>{name}</span>
                <span className="number">{quantity != null && `${formatNumber(Number(quantity))} ${kind === 'MONEY' ? t('plan.yuan') : (unit ?? '')}`}</span>
                <span className={styles.when}>{neededOn && t('plan.neededBy', { day: neededOn })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
