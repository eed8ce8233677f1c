import { CloseOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Condition, Field, Operator, Value } from '../../api/types'
import { FieldInput } from './FieldInput'
import { daysOf, operatorsFor, relativePeriods, valueless } from './filter'
import styles from './filter.module.css'
import { RecordsPicker } from './RecordPicker'
import { fieldOptions, type Catalogue } from './useCatalogue'

interface Props {
  catalogue: Catalogue
  condition: Partial<Condition>
  onChange: (condition: Partial<Condition>) => void
  onRemove?: () => void
  nameOf: (type: string, id: string) => string
}

/** One condition: which field, how, what. */
export function ConditionEditor({ catalogue, condition, onChange, onRemove, nameOf }: Props) {
  const { t } = useTranslation('shared')
  const field = condition.field ? catalogue.describe(condition.field) : undefined
  const choices = fieldOptions(catalogue, ({ filterable }) => filterable === true)
  return (
    <div className={styles.condition}>
      <Select<string>
        autoFocus={!condition.field}
        showSearch={{ optionFilterProp: 'label' }}
        value={condition.field ?? null}
        placeholder={t('filter.field')}
        aria-label={t('filter.field')}
        options={choices}
        onChange={(path) => {
          const next = catalogue.describe(path)
          onChange({ field: path, op: next && operatorsFor(next)[0] })
        }}
      />
      {onRemove && <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('filter.removeCondition')} onClick={onRemove} />}
      {field && (
        <>
          <Select<Operator>
            className={styles.value}
            value={condition.op}
            aria-label={t('filter.operator')}
            options={operatorsFor(field).map((op) => ({ value: op, label: t(`filter.operators.${op}`) }))}
            onChange={(op) => onChange({ field: condition.field, op })}
          />
          {condition.op && !valueless(condition.op) && (
            <div className={styles.value}>
              <ConditionValue field={field} condition={condition} onChange={onChange} nameOf={nameOf} />
            </div>
          )}
        </>
      )}
    </div>
  )
}

interface ValueProps extends Pick<Props, 'condition' | 'onChange' | 'nameOf'> {
  field: Field
}

function ConditionValue({ field, condition, onChange, nameOf }: ValueProps) {
  const { t } = useTranslation('shared')
  const label = t('filter.value')
  const set = (value: unknown) => onChange({ ...condition, value })
  const { op, value } = condition
  if (op === 'relative') return <Period value={value as string | undefined} onChange={set} />
  if (op === 'between') return <Range field={field} value={(value as [Value, Value]) ?? [null, null]} onChange={set} />
  if (field.kind === 'REFERENCE') {
    const type = field.reference!
    // One may be asked for with all below it, or several as they are.
    const ids = op === 'below' ? [value as string | undefined].flatMap((id) => id ?? []) : ((value as string[]) ?? [])
    return (
      <RecordsPicker
        type={type}
        aria-label={label}
        value={ids}
        onChange={(chosen) => set(op === 'below' ? chosen.at(-1) : chosen)}
        nameOf={(id) => nameOf(type, id)}
      />
    )
  }
  if (op === 'in') {
    return (
      <Select<string[]>
        mode={field.choices ? 'multiple' : 'tags'}
        style={{ width: '100%' }}
        value={(value as string[]) ?? []}
        placeholder={label}
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        options={field.choices?.map(({ code, label }) => ({ value: code, label }))}
        onChange={set}
      />
    )
  }
  if (field.kind === 'BOOLEAN') {
    return (
      <Select<string>
        style={{ width: '100%' }}
        value={value == null ? undefined : String(value)}
        placeholder={label}
        aria-label={label}
        options={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
        onChange={(code) => set(code === 'true')}
      />
    )
  }
  return <FieldInput field={asDay(field)} value={value as Value} onChange={set} aria-label={label} />
}

const someDays = 30

/** A span that moves with today; of those of so many days, how many. */
function Period({ value, onChange }: { value?: string; onChange: (period: string) => void }) {
  const { t } = useTranslation('shared')
  const days = daysOf(value)
  const spans = (['last', 'next'] as const).map((way) => ({
    value: days?.[0] === way ? value! : `${way}${someDays}Days`,
    label: t(`filter.${way}Days`, { count: Number(days?.[0] === way ? days[1] : someDays) }),
  }))
  return (
    <div className={styles.range}>
      <Select<string>
        style={{ width: '100%' }}
        value={value ?? null}
        placeholder={t('filter.value')}
        aria-label={t('filter.value')}
        options={[...relativePeriods.map((period) => ({ value: period as string, label: t(`filter.periods.${period}`) })), ...spans]}
        onChange={onChange}
      />
      {days && (
        <InputNumber
          min={1}
          max={999}
          precision={0}
          aria-label={t('filter.days')}
          value={Number(days[1])}
          onChange={(count) => count && onChange(`${days[0]}${count}Days`)}
        />
      )}
    </div>
  )
}

/** Filters speak of days even where the field keeps an instant. */
const asDay = (field: Field): Field => (field.kind === 'INSTANT' ? { ...field, kind: 'DATE' } : field)

function Range({ field, value, onChange }: { field: Field; value: [Value, Value]; onChange: (value: [Value, Value]) => void }) {
  const { t } = useTranslation('shared')
  const end = asDay(field)
  return (
    <div className={styles.range}>
      <FieldInput field={end} value={value[0]} onChange={(from) => onChange([from ?? null, value[1] ?? null])} aria-label={t('filter.from')} />
      <span aria-hidden>–</span>
      <FieldInput field={end} value={value[1]} onChange={(to) => onChange([value[0] ?? null, to ?? null])} aria-label={t('filter.to')} />
    </div>
  )
}
