import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatMoneyShort, formatNumber } from '../../../shared/format'
import { useMode, usePhone } from '../../../shared/preferences'
import { chartPalette } from '../../../shared/theme'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { FormPage } from '../../../shared/ui/FormPage'
import { useDrawing } from '../../../shared/views/useDrawing'
import { bandsQuery, type Band, type Side } from './assessApi'
import { behind, sides } from './behind'
import styles from './assess.module.css'

/** Approved scores against what became of them. */
export function BandsPage() {
  const { t } = useTranslation('opportunity')
  const { data, error, refetch } = useQuery(bandsQuery())
  const bands = data?.bands.filter((band) => sides.some((side) => band[side].count > 0)) ?? []
  return (
    <FormPage title={t('assess.bands.title')} back={{ path: '/opportunities', label: t('title') }} description={t('assess.bands.what')}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active />}
      {data && bands.length === 0 && <EmptyState title={t('assess.bands.none')} reason={t('assess.bands.noneReason')} />}
      {data && bands.length > 0 && (
        <>
          <Rates bands={bands} />
          <Sides label={t('assess.bands.band')} rows={bands.toReversed()} nameOf={(band) => t('assess.bands.from', { from: band.from, to: band.to })} />
          <Sides label={t('assess.bands.screening')} rows={data.screenings} nameOf={(band) => t(`assess.screenings.${band.screening!}`)} />
        </>
      )}
    </FormPage>
  )
}

function Rates({ bands }: { bands: Band[] }) {
  const { t } = useTranslation('opportunity')
  const mode = useMode()
  const lying = usePhone()
  const title = t('assess.bands.chart')
  const { place } = useDrawing(
    {
      kind: 'BAR',
      labels: bands.map(({ from, to }) => t('assess.bands.from', { from, to })),
      values: bands.map(({ winRatePercent }) => winRatePercent ?? 0),
      unit: '%',
      colours: chartPalette(mode),
      lying,
      format: (value) => formatNumber(value, 1),
    },
    title,
    () => {},
  )
  return (
    <figure className={styles.curve}>
      <figcaption>{title}</figcaption>
      <div ref={place} className={styles.drawing} role="img" aria-label={title} />
    </figure>
  )
}

function Sides({ label, rows, nameOf }: { label: string; rows: Band[]; nameOf: (band: Band) => string }) {
  const { t } = useTranslation('opportunity')
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.marks} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {sides.map((side) => (
              <th key={side} scope="col" className="number">
                {t(`assess.bands.${side}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('assess.bands.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((band) => (
            <tr key={`${band.from} ${band.screening}`}>
              <th scope="row">{nameOf(band)}</th>
              {sides.map((side) => (
                <td key={side} className="number">
                  <Count side={band[side]} path={behind(band, side)} />
                </td>
              ))}
              <td className="number">{band.winRatePercent == null ? '—' : `${formatNumber(band.winRatePercent, 1)}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Count({ side, path }: { side: Side; path: string }) {
  const { i18n } = useTranslation('opportunity')
  if (side.count === 0) return <>0</>
  return (
    <>
      <Link to={path} className={styles.count}>{formatNumber(side.count)}</Link>
      {side.amount != null && (
        <span className={styles.amount}>{formatMoneyShort(side.amount, i18n.language)}</span>
      )}
    </>
  )
}
