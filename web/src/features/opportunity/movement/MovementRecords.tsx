import { ArrowRightOutlined, CloseOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatNumber } from '../../../shared/format'
import { onDay } from '../../../shared/past/asOf'
import { useMoneyUnit } from '../../../shared/preferences'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { StatusBadge } from '../StatusBadge'
import styles from './movement.module.css'
import { inColumn, movedQuery, signed, type Bar, type Comparison, type MovedRow } from './movementApi'

interface Props {
  bar: Bar
  comparison: Comparison
  onClose: () => void
}

/** The opportunities behind one movement, each as it was before and after. */
export function MovementRecords({ bar, comparison, onClose }: Props) {
  const { t } = useTranslation('opportunity')
  const unit = t(`shared:unit.${useMoneyUnit()}`)
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(movedQuery(comparison, bar.movement))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const known = bar.effect != null
  return (
    <section className={styles.records} aria-label={bar.label}>
      <header>
        <h2>{t('movement.behind', { movement: bar.label, count: bar.count, text: formatNumber(bar.count) })}</h2>
        <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('movement.close')} onClick={onClose} />
      </header>
      {isPending && <Skeleton active />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {rows.length > 0 && (
        <table className={styles.rows}>
          <thead>
            <tr>
              <th scope="col">{t('title')}</th>
              <th scope="col">{t('statusLabelShort')}</th>
              {known && <th scope="col" className="number">{t('movement.amount', { unit })}</th>}
              <th scope="col">{t('movement.signing')}</th>
              {known && <th scope="col" className="number">{t('movement.effect', { unit })}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Moved key={row.id} row={row} comparison={comparison} known={known} unit={unit} />
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <Button type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('shared:table.more')}
        </Button>
      )}
    </section>
  )
}

function Moved({ row, comparison, known, unit }: { row: MovedRow; comparison: Comparison; known: boolean; unit: string }) {
  const { t } = useTranslation('opportunity')
  const moneyUnit = useMoneyUnit()
  const column = (yuan: number) => inColumn(yuan, moneyUnit)
  const money = (yuan: unknown) => (yuan == null ? null : column(Number(yuan)))
  // Gone on the second day, it can be looked at as of the first.
  const day = row.gone ? comparison.from : comparison.to
  return (
    <tr>
      <th scope="row">
        <Link to={onDay(`/opportunities/${row.id}`, day)}>{row.name ?? row.number ?? row.id}</Link>
        {row.number && <span className={styles.number}>{row.number}</span>}
      </th>
      <td data-label={t('statusLabelShort')}>
        <Change before={row.statusBefore && <StatusBadge status={row.statusBefore} />} after={row.statusAfter && <StatusBadge status={row.statusAfter} />} same={row.statusBefore === row.statusAfter} />
      </td>
      {known && (
        <td className="number" data-label={t('movement.amount', { unit })}>
          <Change before={money(row.amountBefore)} after={money(row.amountAfter)} same={row.amountBefore === row.amountAfter} />
        </td>
      )}
      <td data-label={t('movement.signing')}>
        <Change before={row.signedBefore} after={row.signedAfter} same={row.signedBefore === row.signedAfter} />
      </td>
      {known && (
        <td className="number" data-label={t('movement.effect', { unit })}>
          <strong>{signed(Number(row.effect ?? 0), column)}</strong>
        </td>
      )}
    </tr>
  )
}

/** Before → after; once where nothing changed. */
function Change({ before, after, same }: { before: ReactNode; after: ReactNode; same: boolean }) {
  const { t } = useTranslation('opportunity')
  const shown = (value: ReactNode) => value ?? <span className={styles.nothing} aria-label={t('shared:nothing')}>–</span>
  if (same) return shown(after)
  return (
    <span className={styles.change}>
      <span className={styles.before}>{shown(before)}</span> <ArrowRightOutlined aria-label={t('history.to')} /> {shown(after)}
    </span>
  )
}
