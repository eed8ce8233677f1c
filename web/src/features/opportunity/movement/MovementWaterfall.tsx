import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatNumber, today } from '../../../shared/format'
import { useMode, useMoneyUnit, usePhone } from '../../../shared/preferences'
import { markOf } from '../../../shared/theme'
import { useDrawing } from '../../../shared/views/useDrawing'
import type { Step, Waterfall } from '../../../shared/views/waterfall'
import styles from './movement.module.css'
import { inColumn, signed, toneOf, type Bar, type Compared, type Comparison, type Movement } from './movementApi'

interface Props {
  compared: Compared
  comparison: Comparison
  opened: Movement | null
  onOpen: (movement: Movement) => void
}

/** The amount of one day, each movement up or down, the amount of the other; and the table that it is. */
export function MovementWaterfall({ compared, comparison, opened, onOpen }: Props) {
  const { t } = useTranslation('opportunity')
  const mode = useMode()
  const phone = usePhone()
  const unit = useMoneyUnit()
  const inUnit = (yuan: unknown) => Number(yuan ?? 0) / (unit === 'wan' ? 10_000 : 1)
  const column = (yuan: number) => inColumn(yuan, unit)
  const format = (value: number) => formatNumber(value, 2)
  const { from, to, bars } = compared
  const known = from.amount != null
  const moving = bars.filter(({ count }) => count > 0)
  const unitLabel = t(`shared:unit.${unit}`)
  const title = t('movement.chart', { unit: unitLabel })
  const first = { label: comparison.from, count: from.count, amount: from.amount }
  const last = { label: comparison.to ?? today(), count: to.count, amount: to.amount }
  const drawn: Waterfall = {
    kind: 'WATERFALL',
    unit: unitLabel,
    lying: phone,
    format,
    steps: stepsOf(first, moving, last, inUnit, format, (tone) => markOf(mode, tone)),
  }
  const { place, save } = useDrawing(drawn, title, (index) => moving[index - 1] && onOpen(moving[index - 1]!.movement))
  return (
    <figure className={styles.chart}>
      <figcaption>
        <h2>{title}</h2>
        {known && (
          <Button size="small" type="text" onClick={save}>
            {t('views:chart.image')}
          </Button>
        )}
      </figcaption>
      <div className={styles.beside}>
        {known && <div ref={place} className={styles.drawing} role="img" aria-label={title} />}
        <table className={styles.behind} aria-label={t('views:chart.table')}>
          <thead>
            <tr>
              <th scope="col">{t('movement.name')}</th>
              <th scope="col">{t('movement.count')}</th>
              {known && <th scope="col">{t('movement.effect', { unit: unitLabel })}</th>}
            </tr>
          </thead>
          <tbody>
            <Level {...first} value={known ? column(Number(first.amount)) : null} />
            {bars.map(({ movement, label, count, effect }) => (
              <tr key={movement} data-open={movement === opened} data-none={count === 0}>
                <th scope="row">
                  {count > 0 ? (
                    <button type="button" aria-expanded={movement === opened} onClick={() => onOpen(movement)}>
                      {label}
                    </button>
                  ) : (
                    label
                  )}
                </th>
                <td>{formatNumber(count)}</td>
                {known && <td>{signed(Number(effect), column)}</td>}
              </tr>
            ))}
            <Level {...last} value={known ? column(Number(last.amount)) : null} />
          </tbody>
        </table>
      </div>
    </figure>
  )
}

function Level({ label, count, value }: { label: string; count: number; value: string | null }) {
  const { t } = useTranslation('opportunity')
  return (
    <tr className={styles.level}>
      <th scope="row">{t('movement.level', { day: label })}</th>
      <td>{formatNumber(count)}</td>
      {value !== null && <td>{value}</td>}
    </tr>
  )
}

type End = { label: string; amount?: unknown }

function stepsOf(first: End, moving: Bar[], last: End, inUnit: (yuan: unknown) => number, format: (value: number) => string, colourOf: (tone: 'blue' | (typeof toneOf)[Movement]) => string): Step[] {
  let at = inUnit(first.amount)
  const level = ({ label, amount }: End): Step => ({ label, from: 0, to: inUnit(amount), colour: colourOf('blue'), text: format(inUnit(amount)) })
  const between = moving.map(({ movement, label, effect }): Step => {
    const from = at
    at += inUnit(effect)
    return { label, from, to: at, colour: colourOf(toneOf[movement]), text: signed(inUnit(effect), format) }
  })
  return [level(first), ...between, level(last)]
}
