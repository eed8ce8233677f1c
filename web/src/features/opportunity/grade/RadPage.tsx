import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Filter } from '../../../api/types'
import { useAsOf } from '../../../shared/past/asOf'
import { PastBanner } from '../../../shared/past/PastBanner'
import { useMoneyUnit } from '../../../shared/preferences'
import { MoneyValue } from '../../../shared/records/FieldValue'
import { useCatalogue } from '../../../shared/records/useCatalogue'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { PageHeader } from '../../../shared/ui/PageHeader'
import { lanesQuery, type Lane } from '../../../shared/views/api'
import styles from './grade.module.css'

const bands = ['R', 'A', 'D', 'U'] as const
const rates = ['1', '2', '3'] as const
const open: Filter = { field: 'status', op: 'is', value: 'OPEN' }

/** Budget by win rate: how many open opportunities lie in each cell, how much they are worth, and the way to them. */
export function RadPage() {
  const { t } = useTranslation('opportunity')
  const asOf = useAsOf()
  const { lacks } = useCatalogue('opportunity')
  const hidden = lacks('rad') || lacks('status')
  const sums = lacks('expectedAmount') ? [] : ['expectedAmount']
  const { data, error, refetch } = useQuery({ ...lanesQuery('opportunity', { by: 'rad', filter: open, sums, asOf }), enabled: !hidden })
  const of = (key: string) => data?.lanes.find((lane) => lane.key === key)
  return (
    <div className={styles.page}>
      <PastBanner />
      <PageHeader title={t('grade.rad.title')} back={{ path: '/opportunities', label: t('title') }} description={t('grade.rad.what')} />
      {hidden ? (
        <EmptyState title={t('grade.rad.title')} reason={t('grade.rad.none')} />
      ) : error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className={styles.bones} role="status" aria-label={t('shared:loading')}>
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      ) : (
        <div className={styles.scroll} role="region" aria-label={t('grade.rad.title')} tabIndex={0}>
          <table className={styles.grid}>
            <caption className="visually-hidden">{t('grade.rad.grid')}</caption>
            <thead>
              <tr>
                <td />
                {bands.map((band) => (
                  <th key={band} scope="col">
                    <strong>{t(`grade.rad.bands.${band}`)}</strong>
                    <span className={styles.quiet}>{t(`grade.rad.bandNotes.${band}`)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rates.map((rate) => (
                <tr key={rate}>
                  <th scope="row">
                    <strong>{t(`grade.rad.rates.${rate}`)}</strong>
                    <span className={styles.quiet}>{t(`grade.rad.rateNotes.${rate}`)}</span>
                  </th>
                  {bands.map((band) => (
                    <td key={band} data-band={band} data-rate={rate}>
                      <Cell name={band === 'U' ? `${t('grade.rad.undetermined')} ${rate}` : band + rate} code={band + rate} lane={of(band + rate)} asOf={asOf} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function Cell({ name, code, lane, asOf }: { name: string; code: string; lane?: Lane; asOf: string | null }) {
  const { t } = useTranslation('opportunity')
  const unit = useMoneyUnit()
  const filter = lane?.filter ?? JSON.stringify({ and: [open, { field: 'rad', op: 'is', value: code }] })
  const params = new URLSearchParams({ filter, ...(asOf ? { asOf } : {}) })
  const amount = lane?.sums.expectedAmount
  return (
    <Link to={`/opportunities?${params}`} className={styles.cell} aria-label={t('grade.rad.cell', { cell: name, count: lane?.count ?? 0 })}>
      <span className={styles.cellName}>{name}</span>
      <strong>{t('grade.rad.count', { count: lane?.count ?? 0 })}</strong>
      {amount != null && <MoneyValue yuan={Number(amount)} unit={unit} />}
    </Link>
  )
}
