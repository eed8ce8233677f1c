import { CheckOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Choice, Field, Value } from '../../api/types'
import { useRecordPlace } from '../feature'
import { formatDay, formatInstant, formatNumber, formatPercent, formatWan, formatYuan } from '../format'
import { useMoneyUnitOf, type MoneyUnit } from '../preferences'
import { Badge } from '../ui/Badge'
import styles from './records.module.css'

/** A year is a number that nobody groups. */
const isYear = (field: Field) => field.kind === 'INTEGER' && /year$/i.test(field.name)

interface Props {
  field: Field
  value: Value
  /** In a table the unit stands in the header, and a reference is one of many links. */
  unit?: MoneyUnit
  inTable?: boolean
}

/** A value as its kind is read; nothing is a quiet dash. */
export function FieldValue({ field, value, unit, inTable = false }: Props) {
  const { t } = useTranslation('shared')
  const unitOf = useMoneyUnitOf()
  if (value == null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return (
      <span className={styles.nothing} aria-label={t('nothing')}>
        –
      </span>
    )
  }
  switch (field.kind) {
    case 'MONEY':
      return <MoneyValue yuan={Number(value)} unit={unit ?? unitOf(field)} bare={inTable} />
    case 'INTEGER':
    case 'NUMBER':
      return (
        <span className={styles.digits}>
          {isYear(field) ? String(value) : formatNumber(Number(value))}
          {!inTable && field.unit && ` ${field.unit}`}
        </span>
      )
    case 'PERCENT':
      return <span className={styles.digits}>{formatPercent(Number(value))}</span>
    case 'DATE':
      return <time className={styles.digits}>{formatDay(String(value))}</time>
    case 'INSTANT':
      return <time className={styles.digits}>{formatInstant(String(value))}</time>
    case 'BOOLEAN':
      return value ? <CheckOutlined aria-label={t('yes')} className={styles.yes} /> : <span>{t('no')}</span>
    case 'CHOICE':
      return <ChoiceValue code={String(value)} choices={field.choices ?? []} />
    case 'TAGS':
      return (
        <span className={styles.tags}>
          {(value as string[]).map((tag) => (
            <ChoiceValue key={tag} code={tag} choices={field.choices ?? []} />
          ))}
        </span>
      )
    case 'REFERENCE':
      return <ReferenceValue type={field.reference} value={value} />
    case 'EMAIL':
      return String(value).includes('*') ? String(value) : <a href={`mailto:${String(value)}`}>{String(value)}</a>
    case 'PHONE':
      return String(value).includes('*') ? String(value) : <a href={`tel:${String(value)}`}>{String(value)}</a>
    case 'URL':
      return <UrlValue url={String(value)} />
    case 'LONG_TEXT':
      return <span className={inTable ? undefined : styles.longText}>{String(value)}</span>
    case 'TEXT':
      return String(value)
  }
}

export function MoneyValue({ yuan, unit, bare = false }: { yuan: number; unit: MoneyUnit; bare?: boolean }) {
  const { t } = useTranslation('shared')
  const exact = `${formatYuan(yuan)} ${t('unit.yuan')}`
  return (
    <span className={styles.digits} title={unit === 'wan' ? exact : undefined}>
      {unit === 'wan' ? formatWan(yuan, bare) : formatYuan(yuan, bare)}
      {!bare && <span className={styles.unit}> {t(`unit.${unit}`)}</span>}
    </span>
  )
}

function ChoiceValue({ code, choices }: { code: string; choices: Choice[] }) {
  const choice = choices.find((candidate) => candidate.code === code)
  return choice ? choice.label : <Badge tone="grey">{code}</Badge>
}

function ReferenceValue({ type, value }: { type?: string | null; value: Value }) {
  const place = useRecordPlace(type)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return String(value)
  return place?.path ? <Link to={place.path(value.id)}>{value.label}</Link> : value.label
}

/** Only web addresses become links: a javascript: address must never run. */
function UrlValue({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return url
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {url.replace(/^https?:\/\//i, '')}
    </a>
  )
}
