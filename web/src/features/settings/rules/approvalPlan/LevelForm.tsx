import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Ask } from '../../Ask'
import settings from '../../settings.module.css'
import type { Faults } from '../../useFaults'
import { PlaceButtons } from './PlaceButtons'
import { bys, type Level } from './plan'
import styles from './plan.module.css'

interface Props {
  level: Level
  number: number
  /** Its place in what is saved, for what the server says of it. */
  at: string
  faults: Faults
  roles: { value: string; label: string }[]
  modes: { value: string; label: string }[]
  onChange: (part: Partial<Level>) => void
  onEarlier: () => void
  onRemove: () => void
}

/** One level: who is asked, how many of them have to approve, within how many days. */
export function LevelForm({ level, number, at, faults, roles, modes, onChange, onEarlier, onRemove }: Props) {
  const { t } = useTranslation('settings')
  const name = t('approvalPlan.level', { number })
  return (
    <fieldset className={styles.level}>
      <legend>{name}</legend>
      <div className={settings.grid4}>
        <Ask label={t('approvalPlan.by')} required fault={faults.at(`${at}.by`)}>
          {(id) => <Select id={id} value={level.by} options={bys.map((value) => ({ value, label: t(`approvalPlan.bys.${value}`) }))} onChange={(by) => onChange({ by })} />}
        </Ask>
        {level.by === 'ROLE' && (
          <Ask label={t('approvalPlan.role')} required fault={faults.at(`${at}.role`)}>
            {(id) => <Select id={id} showSearch={{ optionFilterProp: 'label' }} value={level.role} options={roles} onChange={(role) => onChange({ role })} />}
          </Ask>
        )}
        {level.by === 'LEADER' && (
          <Ask label={t('approvalPlan.up')} fault={faults.at(`${at}.up`)}>
            {(id) => <InputNumber<number> id={id} className={settings.wide} min={0} max={50} precision={0} value={level.up} onChange={(up) => onChange({ up: up ?? 0 })} />}
          </Ask>
        )}
        <Ask label={t('approvalPlan.mode')} fault={faults.at(`${at}.mode`)}>
          {(id) => <Select id={id} value={level.mode} options={modes} onChange={(mode) => onChange({ mode })} />}
        </Ask>
        <Ask label={t('approvalPlan.days')} fault={faults.at(`${at}.days`)}>
          {(id) => (
            <InputNumber<number>
              id={id}
              className={settings.wide}
              min={1}
              max={365}
              precision={0}
              placeholder={t('approvalPlan.noLimit')}
              value={level.days}
              onChange={(days) => onChange({ days })}
            />
          )}
        </Ask>
      </div>
      {level.by === 'ROLE' && (
        <Ask label={t('approvalPlan.above')} hint={t('approvalPlan.aboveHint')} fault={faults.below(`${at}.above`)}>
          {(id) => <Select id={id} mode="multiple" allowClear value={level.above} options={roles} onChange={(above: string[]) => onChange({ above })} />}
        </Ask>
      )}
      <PlaceButtons name={name} first={number === 1} onEarlier={onEarlier} onRemove={onRemove} />
    </fieldset>
  )
}
