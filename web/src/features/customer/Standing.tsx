import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../shared/format'
import { onDay, useAsOf } from '../../shared/past/asOf'
import { useMoneyUnit } from '../../shared/preferences'
import { MoneyValue } from '../../shared/records/FieldValue'
import { useFields } from '../../shared/records/useCatalogue'
import { ErrorState } from '../../shared/ui/ErrorState'
import { ofCustomer, standingQuery } from './api'
import styles from './customer.module.css'
import { Link } from 'react-router'

const shown = ['OPEN', 'WON', 'LOST']

/** What business with the customer amounts to: open, won, lost. */
export function Standing({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customer')
  const unit = useMoneyUnit()
  const asOf = useAsOf()
  const { offered, isSuccess } = useFields('opportunity')
  const sums = offered(['expectedAmount'])
  const tellable = offered(['customer', 'status']).length === 2
  const { data, error, refetch } = useQuery({ ...standingQuery(customerId, asOf, sums), enabled: tellable })
  const listOf = (status: string) =>
    onDay(`/opportunities?filter=${encodeURIComponent(JSON.stringify({ and: [ofCustomer(customerId), { field: 'status', op: 'in', value: [status] }] }))}`, asOf)
  if (isSuccess && !tellable) return null
  // What is not known is not nothing.
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <dl className={styles.standing}>
      {shown.map((status) => {
        const group = data?.groups.find(({ key }) => key === status)
        return (
          <div key={status}>
            <dt>
              <Link to={listOf(status)}>{t(`opportunity:status.${status}`)}</Link>
            </dt>
            <dd>
              {sums.length > 0 && <strong>{data ? <MoneyValue yuan={Number(group?.sums.expectedAmount ?? 0)} unit={unit} /> : '–'}</strong>}
              <span>{data ? t('standing', { count: group?.count ?? 0, text: formatNumber(group?.count ?? 0) }) : '–'}</span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
