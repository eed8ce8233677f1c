import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Filter } from '../../../api/types'
import { useAsOf } from '../../../shared/past/asOf'
import { PastBanner } from '../../../shared/past/PastBanner'
import { useMoneyUnit, usePhone } from '../../../shared/preferences'
import { MoneyValue } from '../../../shared/records/FieldValue'
import { useCatalogue } from '../../../shared/records/useCatalogue'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { PageHeader } from '../../../shared/ui/PageHeader'
import { lanesQuery, type Lane } from '../../../shared/views/api'
import styles from './grade.module.css'

const bands = ['R', 'A', 'D', 'U'] as const
const rates = ['1', '2', '3'] as const
type Head = (typeof bands)[number] | (typeof rates)[number]
const isBand = (head: Head): head is (typeof bands)[number] => /\D/.test(head)
const open: Filter = { field: 'status', op: 'is', value: 'OPEN' }

/** Budget by win rate: how many open opportunities lie in each cell, how much they are worth, and the way to them. */
export function RadPage() {
  const { t } = useTranslation('opportunity')
  const asOf = useAsOf()
  const { lacks } = useCatalogue('opportunity')
  const hidden = lacks('rad') || lacks('status')
  const sums = lacks('expectedAmount') ? [] : ['expectedAmount']
  const { data, error, refetch } = useQuery({ ...lanesQuery('opportunity', { by: 'rad', filter: open, sums, asOf }), enabled: !hidden })
  // Three columns fit a phone, four do not.
  const phone = usePhone()
  const across: readonly Head[] = phone ? rates : bands
  const down: readonly Head[] = phone ? bands : rates
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
                {across.map((head) => (
                  <th key={head} scope="col">
                    <HeadOf head={head} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {down.map((row) => (
                <tr key={row}>
                  <th scope="row">
                    <HeadOf head={row} />
                  </th>
                  {across.map((column) => {
                    const [band, rate] = isBand(row) ? [row, column] : [column, row]
                    return (
                      <td key={column} data-band={band} data-rate={rate}>
                        <Cell name={band === 'U' ? `${t('grade.rad.undetermined')} ${rate}` : band + rate} code={band + rate} lane={of(band + rate)} asOf={asOf} />
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function HeadOf({ head }: { head: Head }) {
  const { t } = useTranslation('opportunity')
  return (
    <>
      <strong>{isBand(head) ? t(`grade.rad.bands.${head}`) : t(`grade.rad.rates.${head}`)}</strong>
      <span className={styles.quiet}>{isBand(head) ? t(`grade.rad.bandNotes.${head}`) : t(`grade.rad.rateNotes.${head}`)}</span>
    </>
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
