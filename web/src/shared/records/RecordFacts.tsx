import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { RecordDetail } from '../../api/types'
import { InlineField } from './InlineField'
import styles from './facts.module.css'
import { useFields } from './useCatalogue'
import { useEditKey } from './useEditKey'
import { useSaveField } from './useSaveField'

interface Props {
  type: string
  record: RecordDetail
  /** Fields shown, in order, before the custom ones; all when absent. */
  fields?: string[]
  /** Fields that have a place or a verb of their own. */
  without?: string[]
  /** Fields that can only be read here. */
  fixed?: string[]
  editable?: boolean
  columns?: 1 | 2
  /** Own ways to show some fields. */
  shown?: Partial<Record<string, ReactNode>>
}

/** What is known of a record, each fact changed where it stands. That it is archived, its page says above. */
export function RecordFacts({ type, record, fields: names, without = [], fixed = [], editable = false, columns = 2, shown = {} }: Props) {
  const { fields, isPending } = useFields(type)
  const save = useSaveField(type)
  const facts = useEditKey(editable)
  if (isPending) return <Skeleton active />
  const wanted = names ? fields.filter(({ name, custom }) => names.includes(name) || custom) : fields
  const ordered = names ? wanted.toSorted((one, other) => orderOf(names, one.name) - orderOf(names, other.name)) : wanted
  return (
    <dl ref={facts} className={styles.facts} data-columns={columns}>
      {ordered
        .filter(({ name }) => name in record.values && name !== 'archivedAt' && !without.includes(name))
        .map((field) => (
          <div key={field.name}>
            <dt>{field.label}</dt>
            <dd>
              {shown[field.name] ?? (
                <InlineField
                  field={field}
                  value={record.values[field.name]}
                  editable={editable && !fixed.includes(field.name)}
                  onSave={(value, read) => save(record.id, field.name, value, read)}
                />
              )}
            </dd>
          </div>
        ))}
    </dl>
  )
}

const orderOf = (names: string[], name: string) => (names.includes(name) ? names.indexOf(name) : names.length)
