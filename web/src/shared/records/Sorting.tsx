import { SortAscendingOutlined, SortDescendingOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { firstStep, nextSort, type NextSort } from './columns'
import styles from './records.module.css'
import type { RecordListData } from './useRecordList'

/** By what the cards of a phone are sorted: they have no heads of columns to tap on. */
export function Sorting({ list, onSort }: { list: RecordListData; onSort: (next: NextSort) => void }) {
  const { t } = useTranslation('shared')
  const { path, descending } = firstStep(list.sort)
  const known = list.columns.filter(({ sortable }) => sortable)
  const other = known.some((column) => column.path === path) ? undefined : list.catalogue.describe(path)
  const offered = other ? [other, ...known] : known
  return (
    <span className={styles.sorting}>
      <Select<string>
        aria-label={t('table.sort')}
        value={offered.some((column) => column.path === path) ? path : undefined}
        placeholder={t('table.sort')}
        popupMatchSelectWidth={false}
        options={offered.map((column) => ({ value: column.path, label: t('table.sortBy', { field: column.label }) }))}
        onChange={(chosen) => onSort(() => nextSort('', offered.find((column) => column.path === chosen)!))}
      />
      <Button
        icon={descending ? <SortDescendingOutlined aria-hidden /> : <SortAscendingOutlined aria-hidden />}
        aria-label={t(descending ? 'table.descending' : 'table.ascending')}
        onClick={() => onSort(() => (descending ? path : `-${path}`))}
      />
    </span>
  )
}
