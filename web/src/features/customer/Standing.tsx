import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../shared/format'
import { onDay, useAsOf } from '../../shared/past/asOf'
import { useMoneyUnit } from '../../shared/preferences'
import { MoneyValue } from '../../shared/records/FieldValue'
import { ofCustomer, standingQuery } from './api'
import styles from './customer.module.css'
import { Link } from 'react-router'

const shown = ['OPEN', 'WON', 'LOST']

/** What business with the customer amounts to: open, won, lost. */
export function Standing({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customer')
  const unit = useMoneyUnit()
  const asOf = useAsOf()
  const { data } = useQuery(standingQuery(customerId, asOf))
  const listOf = (status: string) =>
    onDay(`/opportunities?filter=${encodeURIComponent(JSON.stringify({ and: [ofCustomer(customerId), { field: 'status', op: 'in', value: [status] }] }))}`, asOf)
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
              <strong>
                <MoneyValue yuan={Number(group?.sums.expectedAmount ?? 0)} unit={unit} />
              </strong>
              <span>{t('standing', { count: group?.count ?? 0, text: formatNumber(group?.count ?? 0) })}</span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
