import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { preferences, useMoneyUnit, type MoneyUnit } from '../preferences'
import styles from './records.module.css'
import { fieldOptions, useCatalogue } from './useCatalogue'

interface Props {
  type: string
  columns: string[]
  onChange: (columns: string[] | null) => void
}

export function ColumnPanel({ type, columns, onChange }: Props) {
  const { t } = useTranslation('shared')
  const catalogue = useCatalogue(type, columns, true)
  const unit = useMoneyUnit()
  const move = (index: number, step: number) => {
    const next = [...columns]
    const [moved] = next.splice(index, 1)
    next.splice(index + step, 0, moved!)
    onChange(next)
  }
  return (
    <div className={styles.columnPanel}>
      <div className={styles.panelHead}>
        <strong>{t('columns.title')}</strong>
        <Button type="link" size="small" onClick={() => onChange(null)}>
          {t('columns.reset')}
        </Button>
      </div>
      <Select<string>
        className={styles.fill}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        placeholder={t('columns.add')}
        aria-label={t('columns.add')}
        onChange={(path) => onChange([...columns, path])}
        options={fieldOptions(catalogue, ({ path }) => !columns.includes(path))}
      />
      <ol className={styles.columnList}>
        {columns.map((path, index) => {
          const label = catalogue.describe(path)?.label ?? path
          return (
            <li key={path}>
              <span>{label}</span>
              <Button type="text" size="small" icon={<ArrowUpOutlined aria-hidden />} disabled={index === 0} aria-label={t('columns.up', { field: label })} onClick={() => move(index, -1)} />
              <Button type="text" size="small" icon={<ArrowDownOutlined aria-hidden />} disabled={index === columns.length - 1} aria-label={t('columns.down', { field: label })} onClick={() => move(index, 1)} />
              <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} disabled={columns.length === 1} aria-label={t('columns.remove', { field: label })} onClick={() => onChange(columns.filter((other) => other !== path))} />
            </li>
          )
        })}
      </ol>
      <div className={styles.panelHead}>
        <span>{t('columns.money')}</span>
        <Segmented<MoneyUnit>
          size="small"
          value={unit}
          options={(['yuan', 'wan'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
          onChange={(moneyUnit) => preferences.set({ moneyUnit })}
        />
      </div>
    </div>
  )
}
