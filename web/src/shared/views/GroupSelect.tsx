import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCatalogue } from '../records/useCatalogue'
import type { ListState as PageState } from '../records/useListState'
import { fieldOfGroup, groupOptions } from './fields'
import styles from './views.module.css'

interface Props {
  type: string
  state: PageState
  /** What the records are put together by now, as far as the viewer is offered it. */
  group: string | null
}

/** By what the records are put together; a list may do without. */
export function GroupSelect({ type, state, group }: Props) {
  const { t } = useTranslation('views')
  // What lies behind the references is asked for when somebody looks, but for what the records are grouped by.
  const [looked, setLooked] = useState(false)
  const catalogue = useCatalogue(type, group ? [fieldOfGroup(group)] : [], looked)
  const [own, ...related] = catalogue.all().map(({ label, fields: among }) => ({ label, options: groupOptions(among, t) }))
  const by = ({ value, label }: { value: string; label: string }) => ({ value, label: t('group.by', { field: label }) })
  const mayDoWithout = (state.show ?? 'LIST') === 'LIST'
  if (own!.options.length === 0) return null
  return (
    <Select<string>
      className={styles.group}
      aria-label={t('group.label')}
      value={group ?? ''}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={[
        ...(mayDoWithout ? [{ value: '', label: t('group.none') }] : []),
        ...own!.options.map(by),
        ...related.filter(({ options }) => options.length > 0).map(({ label, options }) => ({ label, title: label ?? '', options: options.map(by) })),
      ]}
      onOpenChange={(open) => open && setLooked(true)}
      onChange={(group) => state.present({ group: group || null })}
    />
  )
}
