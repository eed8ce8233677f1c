import { InfoCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMay } from '../session'
import styles from './records.module.css'
import type { RecordListData } from './useRecordList'

interface Props {
  type: string
  list: RecordListData
  /** The order that somebody chose. */
  sort: string | null
}

/** Says of an order without an index that it can be slow, and leads who may make one to where it is made. */
export function SortHint({ type, list, sort }: Props) {
  const { t } = useTranslation('shared')
  const may = useMay()
  // Once the first step is walked along an index, the further ones sort but a few.
  const path = sort?.split(',')[0]?.replace(/^-/, '')
  const field = path ? list.catalogue.describe(path) : undefined
  const own = field && !field.path.includes('.')
  if (!field || (own && field.indexed)) return null
  const canHave = own && field.custom && field.kind !== 'REFERENCE' && may('settings:fields')
  return (
    <p className={styles.hint} role="note">
      <InfoCircleOutlined aria-hidden /> {t('table.unindexed', { field: field.label })}
      {canHave && <Link to={`/settings/fields?type=${type}`}>{t('table.makeIndex')}</Link>}
    </p>
  )
}
