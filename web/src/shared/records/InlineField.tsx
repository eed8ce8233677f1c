import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Value } from '../../api/types'
import type { Read } from './fieldChanged'
import { FieldValue } from './FieldValue'
import styles from './records.module.css'

// Of the many values on a page few are ever edited: they carry nothing of it.
const InlineEditor = lazy(async () => ({ default: (await import('./InlineEditor')).InlineEditor }))

interface Props {
  field: Field
  value: Value
  /** Saves the value where the field still holds what was read; throws `FieldChanged` else, and what the server refuses. Gives the
   * new version, on which the old value is saved again to undo. */
  onSave: (value: Value, read: Read) => Promise<number | undefined>
  editable?: boolean
  inTable?: boolean
}

/** A value with a pencil: edit in place, Enter saves, Escape leaves, a refusal stays beside the input. */
export function InlineField({ field, value, onSave, editable = true, inTable = false }: Props) {
  const { t } = useTranslation('shared')
  const [editing, setEditing] = useState(false)
  const shown = <FieldValue field={field} value={value} inTable={inTable} />
  if (editing) {
    return (
      <Suspense fallback={shown}>
        <InlineEditor field={field} value={value} onSave={onSave} onClose={() => setEditing(false)} />
      </Suspense>
    )
  }
  return (
    <span className={styles.inline}>
      <span className={inTable ? styles.inlineClipped : undefined}>{shown}</span>
      {editable && !field.readOnly && (
        <button type="button" className={styles.pencil} data-edit aria-label={t('edit', { field: field.label })} onClick={() => setEditing(true)} />
      )}
    </span>
  )
}
