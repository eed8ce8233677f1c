import { useTranslation } from 'react-i18next'
import { formatNumber, formatYuan } from '../../../shared/format'
import { useMode, useMoneyUnit } from '../../../shared/preferences'
import { chartPalette } from '../../../shared/theme'
import { useDrawing } from '../../../shared/views/useDrawing'
import type { Profitability } from './assessApi'
import styles from './assess.module.css'
import { everyMonth } from './everyMonth'

const percent = (value: number | null | undefined) => (value == null ? '—' : `${formatNumber(value, 1)}%`)

/** Margin, ROI and payback, the curve of cash, and the months behind it. */
export function ProfitFigures({ profit }: { profit: Profitability }) {
  const { t } = useTranslation('opportunity')
  const mode = useMode()
  const unit = useMoneyUnit()
  const curve = everyMonth(profit.months)
  const title = t('assess.profit.curve', { unit: t(`shared:unit.${unit}`) })
  const { place } = useDrawing(
    {
      kind: 'LINE',
      labels: curve.map(([month]) => month),
      values: curve.map(([, cumulated]) => cumulated / (unit === 'wan' ? 10_000 : 1)),
      unit: t(`shared:unit.${unit}`),
      colours: chartPalette(mode),
      format: (value) => formatNumber(value, 2),
    },
    title,
    () => {},
  )
  const facts: [string, string][] = [
    [t('assess.profit.revenueSum'), formatYuan(profit.revenue)],
    [t('assess.profit.costSum'), formatYuan(profit.cost)],
    [t('assess.profit.netSum'), formatYuan(profit.net)],
    [t('assess.profit.margin'), percent(profit.marginPercent)],
    [t('assess.profit.roi'), percent(profit.roiPercent)],
    [t('assess.profit.payback'), profit.paybackMonths == null ? '—' : t('assess.profit.months', { count: profit.paybackMonths })],
  ]
  return (
    <>
      <dl className={styles.figures}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <figure className={styles.curve}>
        <figcaption>{title}</figcaption>
        <div ref={place} className={styles.drawing} role="img" aria-label={title} />
      </figure>
      <div className={styles.scroll} role="region" aria-label={t('assess.profit.month')} tabIndex={0}>
        <table className={styles.marks}>
          <thead>
            <tr>
              <th scope="col">{t('assess.profit.month')}</th>
              {(['revenue', 'cost', 'net', 'cumulated'] as const).map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`assess.profit.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {profit.months.map((month) => (
              <tr key={month.month}>
                <th scope="row">{month.month.slice(0, 7)}</th>
                <td className="number">{formatYuan(month.revenue, true)}</td>
                <td className="number">{formatYuan(month.cost, true)}</td>
                <td className="number">{formatYuan(month.net, true)}</td>
                <td className="number">{formatYuan(month.cumulated, true)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
