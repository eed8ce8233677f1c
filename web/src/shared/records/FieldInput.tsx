import { DatePicker, Input, InputNumber, Select, Switch } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Field, Reference, Value } from '../../api/types'
import { fromZone, inZone } from '../format'
import type { MoneyUnit } from '../preferences'
import { DepartmentTreeSelect } from './DepartmentTreeSelect'
import { RecordPicker } from './RecordPicker'
import styles from './records.module.css'

interface Props {
  field: Field
  value?: Value
  onChange?: (value: Value) => void
  disabled?: boolean
  autoFocus?: boolean
  id?: string
  placeholder?: string
  'aria-label'?: string
  'aria-describedby'?: string
  onPressEnter?: () => void
  /** In what money is typed: yuan, unless it is shown otherwise where it stands. */
  unit?: MoneyUnit
}

/** Edits a value by its kind. Takes and gives values as the API has them. */
export function FieldInput({ field, value, onChange, onPressEnter, unit, ...rest }: Props) {
  const { t } = useTranslation('shared')
  switch (field.kind) {
    case 'TEXT':
    case 'PHONE':
    case 'EMAIL':
    case 'URL':
      return (
        <Input
          {...rest}
          type={{ TEXT: 'text', PHONE: 'tel', EMAIL: 'email', URL: 'url' }[field.kind]}
          value={(value as string) ?? ''}
          maxLength={field.maxLength ?? undefined}
          onPressEnter={onPressEnter}
          onChange={(event) => onChange?.(event.target.value || null)}
        />
      )
    case 'LONG_TEXT':
      return (
        <Input.TextArea
          {...rest}
          autoSize={{ minRows: 3, maxRows: 12 }}
          value={(value as string) ?? ''}
          maxLength={field.maxLength ?? undefined}
          onChange={(event) => onChange?.(event.target.value || null)}
        />
      )
    case 'INTEGER':
    case 'NUMBER':
    case 'MONEY':
    case 'PERCENT':
      return <NumberInput field={field} value={value} onChange={onChange} onPressEnter={onPressEnter} unit={unit} {...rest} />
    case 'DATE':
    case 'INSTANT':
      return (
        <DatePicker
          {...rest}
          className={styles.fill}
          showTime={field.kind === 'INSTANT' ? { format: 'HH:mm' } : false}
          value={value ? shownDay(field, String(value)) : null}
          onChange={(day) => onChange?.(day ? (field.kind === 'DATE' ? day.format('YYYY-MM-DD') : fromZone(day)) : null)}
        />
      )
    case 'BOOLEAN':
      return <Switch {...rest} checked={value === true} onChange={onChange} checkedChildren={t('yes')} unCheckedChildren={t('no')} />
    case 'CHOICE':
      return <ChoiceInput field={field} value={value} onChange={onChange} {...rest} />
    case 'TAGS':
      return (
        <Select<string[]>
          {...rest}
          mode={field.choices?.length ? 'multiple' : 'tags'}
          className={styles.fill}
          value={(value as string[]) ?? []}
          options={field.choices?.map(({ code, label }) => ({ value: code, label }))}
          onChange={(tags) => onChange?.(tags)}
        />
      )
    case 'REFERENCE':
      return field.reference === 'department' ? (
        <DepartmentTreeSelect
          {...rest}
          value={idOf(value)}
          onChange={(id, name) => onChange?.(id ? { id, label: name ?? id } : null)}
        />
      ) : (
        <RecordPicker {...rest} type={field.reference!} value={value as Reference | null} onChange={onChange} />
      )
  }
}

/** Pickers know only the browser's zone: they are given the company's wall clock. */
const shownDay = (field: Field, value: string) =>
  dayjs(field.kind === 'DATE' ? value : inZone(value).format('YYYY-MM-DDTHH:mm:ss'))

const idOf = (value: Value) => (value && typeof value === 'object' && 'id' in value ? value.id : null)

const groupThousands = (text: string) => text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')

/** Decimals of ten-thousands that make a whole cent. */
const wanDecimals = 6
const tenThousand = 10_000

function NumberInput({ field, value, onChange, unit: moneyUnit = 'yuan', ...rest }: Props) {
  const { t } = useTranslation('shared')
  const unit = field.kind === 'MONEY' ? t(`unit.${moneyUnit}`) : field.kind === 'PERCENT' ? '%' : field.unit
  const inWan = field.kind === 'MONEY' && moneyUnit === 'wan'
  const shown = value == null || !inWan ? value : Number((Number(value) / tenThousand).toFixed(wanDecimals))
  const typed = (text: string) => (inWan ? Math.round(Number(text) * tenThousand * 100) / 100 : Number(text))
  return (
    <InputNumber<string>
      {...rest}
      stringMode
      className={styles.fill}
      controls={false}
      precision={field.kind === 'INTEGER' ? 0 : undefined}
      suffix={unit}
      value={shown == null ? null : String(shown)}
      formatter={(text) => groupThousands(String(text ?? ''))}
      parser={(text) => (text ?? '').replace(/[,，\s]/g, '')}
      onChange={(text) => onChange?.(text == null || text === '' ? null : typed(text))}
    />
  )
}

function ChoiceInput({ field, value, onChange, ...rest }: Props) {
  const choices = field.choices ?? []
  return (
    <Select<string>
      {...rest}
      className={styles.fill}
      allowClear={!field.required}
      showSearch={choices.length > 8 ? { optionFilterProp: 'label' } : false}
      value={(value as string) ?? undefined}
      options={choices.map(({ code, label }) => ({ value: code, label }))}
      onChange={(code) => onChange?.(code ?? null)}
    />
  )
}
