import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Filter } from '../../../api/types'
import { formatMoneyShort, formatNumber, formatYuan } from '../../../shared/format'
import { useAsOf } from '../../../shared/past/asOf'
import { PastBanner } from '../../../shared/past/PastBanner'
import { useMoneyUnit, usePhone } from '../../../shared/preferences'
import { MoneyValue } from '../../../shared/records/FieldValue'
import { useCatalogue } from '../../../shared/records/useCatalogue'
import { useMay } from '../../../shared/session'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { PageHeader } from '../../../shared/ui/PageHeader'
import { lanesQuery, type Lane } from '../../../shared/views/api'
import { bandsQuery, type RadRule } from './gradeApi'
import styles from './grade.module.css'

const budgets = ['R', 'A', 'D', 'U'] as const
const rates = ['1', '2', '3'] as const
type Head = (typeof budgets)[number] | (typeof rates)[number]
const isBand = (head: Head): head is (typeof budgets)[number] => /\D/.test(head)
const open: Filter = { field: 'status', op: 'is', value: 'OPEN' }

/** Budget by win rate: how many open opportunities lie in each cell, how much they are worth, and the way to them. */
export function RadPage() {
  const { t } = useTranslation('opportunity')
  const asOf = useAsOf()
  const { lacks } = useCatalogue('opportunity')
  const hidden = lacks('rad') || lacks('status')
  const sums = lacks('expectedAmount') ? [] : ['expectedAmount']
  const lanes = useQuery({ ...lanesQuery('opportunity', { by: 'rad', filter: open, sums, asOf }), enabled: !hidden })
  const rule = useQuery({ ...bandsQuery(asOf), enabled: !hidden })
  const { data } = lanes
  const bands = rule.data
  const failed = [lanes, rule].find((query) => query.error && !query.data)
  const mayChange = useMay()('rule:edit')
  // Three columns fit a phone, four do not.
  const phone = usePhone()
  const across: readonly Head[] = phone ? rates : budgets
  const down: readonly Head[] = phone ? budgets : rates
  const of = (key: string) => data?.lanes.find((lane) => lane.key === key)
  return (
    <div className={styles.page}>
      <PastBanner />
      <PageHeader title={t('grade.rad.title')} back={{ path: '/opportunities', label: t('title') }} description={t('grade.rad.what', { rate: t(`grade.rad.by.${bands?.rule.rate ?? 'STAGE_PRESET'}`) })} />
      {hidden ? (
        <EmptyState title={t('grade.rad.title')} reason={t('grade.rad.none')} />
      ) : failed ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : !data || !bands ? (
        <div className={styles.bones} role="status" aria-label={t('shared:loading')}>
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      ) : (
        <>
          <div className={styles.scroll} role="region" aria-label={t('grade.rad.title')} tabIndex={0}>
            <table className={styles.grid}>
              <caption className="visually-hidden">{t('grade.rad.grid')}</caption>
              <thead>
                <tr>
                  <td />
                  {across.map((head) => (
                    <th key={head} scope="col">
                      <HeadOf head={head} rule={bands.rule} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {down.map((row) => (
                  <tr key={row}>
                    <th scope="row">
                      <HeadOf head={row} rule={bands.rule} />
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
          {(bands.differs || mayChange) && (
            <p className={styles.rule}>
              {bands.differs && t('grade.rad.differs')} {mayChange && <Link to="/settings/rules/rad">{t('grade.rad.rule')}</Link>}
            </p>
          )}
        </>
      )}
    </div>
  )
}

function HeadOf({ head, rule }: { head: Head; rule: RadRule }) {
  const { t, i18n } = useTranslation('opportunity')
  const { budget, rates: limits } = rule
  const money = (yuan: number) => (i18n.language.startsWith('zh') ? `${formatNumber(yuan / 10_000)} 万` : `¥${formatYuan(yuan)}`)
  return (
    <>
      <strong>{isBand(head) ? t(`grade.rad.bands.${head}`) : t(`grade.rad.rates.${head}`)}</strong>
      <span className={styles.quiet}>
        {isBand(head)
          ? t(`grade.rad.bandNotes.${head}`, { from: money(budget.fromA), to: money(budget.upToA) })
          : t(`grade.rad.rateNotes.${head}`, { low: limits.from2, high: limits.from1 })}
      </span>
    </>
  )
}

function Cell({ name, code, lane, asOf }: { name: string; code: string; lane?: Lane; asOf: string | null }) {
  const { t, i18n } = useTranslation('opportunity')
  const unit = useMoneyUnit()
  const phone = usePhone()
  const filter = lane?.filter ?? JSON.stringify({ and: [open, { field: 'rad', op: 'is', value: code }] })
  const params = new URLSearchParams({ filter, ...(asOf ? { asOf } : {}) })
  const amount = lane?.sums.expectedAmount
  return (
    <Link to={`/opportunities?${params}`} className={styles.cell} aria-label={t('grade.rad.cell', { cell: name, count: lane?.count ?? 0 })}>
      <span className={styles.cellName}>{name}</span>
      <strong>{t('grade.rad.count', { count: lane?.count ?? 0 })}</strong>
      {amount != null && (phone ? <span>{formatMoneyShort(Number(amount), i18n.language)}</span> : <MoneyValue yuan={Number(amount)} unit={unit} />)}
    </Link>
  )
}
