import { CheckOutlined, CloseOutlined, EditOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { lazy, Suspense, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Value } from '../../api/types'
import { useMoneyUnitOf } from '../preferences'
import { useMessageOf } from '../useMessageOf'
import { FieldChanged, type Read } from './fieldChanged'
import { FieldValue } from './FieldValue'
import styles from './records.module.css'

const FieldInput = lazy(async () => ({ default: (await import('./FieldInput')).FieldInput }))

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
  const { notification } = App.useApp()
  const messageOf = useMessageOf()
  const unitOf = useMoneyUnitOf()
  const [draft, setDraft] = useState<{ value: Value; read: Value } | null>(null)
  const [refusal, setRefusal] = useState<ReactNode>(null)
  const [busy, setBusy] = useState(false)
  const wordsOf = (failure: unknown, changed: 'changed' | 'changedSince') => {
    if (!(failure instanceof FieldChanged)) return messageOf(failure)
    return failure.who ?? (
      <>
        {t(changed, { field: field.label })} <FieldValue field={field} value={failure.now} />
      </>
    )
  }
  const close = () => {
    setDraft(null)
    setRefusal(null)
  }

  const save = async () => {
    if (!draft) return
    if (JSON.stringify(draft.value) === JSON.stringify(draft.read)) return close()
    setBusy(true)
    setRefusal(null)
    try {
      const version = await onSave(draft.value, { value: draft.read })
      close()
      offerUndo(draft.read, { value: draft.value, version })
    } catch (failure) {
      // Who saves again has seen what it holds now.
      if (failure instanceof FieldChanged) setDraft({ ...draft, read: failure.now ?? null })
      setRefusal(wordsOf(failure, 'changed'))
    } finally {
      setBusy(false)
    }
  }

  const offerUndo = (before: Value, saved: Read) => {
    const key = `undo ${field.name}`
    notification.success({
      key,
      title: t('saved', { field: field.label }),
      placement: 'bottomLeft',
      duration: 6,
      showProgress: true,
      actions: (
        <Button
          size="small"
          onClick={() => {
            notification.destroy(key)
            onSave(before, saved).catch((failure: unknown) => notification.error({ title: wordsOf(failure, 'changedSince') }))
          }}
        >
          {t('undo')}
        </Button>
      ),
    })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    // While a list of choices is open, Enter and Escape belong to it.
    if (event.nativeEvent.isComposing || (event.target as Element).getAttribute('aria-expanded') === 'true') return
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    if (event.key === 'Enter' && (field.kind !== 'LONG_TEXT' || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    }
  }

  if (!draft) {
    return (
      <span className={styles.inline}>
        <span className={inTable ? styles.inlineClipped : undefined}>
          <FieldValue field={field} value={value} inTable={inTable} />
        </span>
        {editable && !field.readOnly && (
          <button
            type="button"
            className={styles.pencil}
            data-edit
            aria-label={t('edit', { field: field.label })}
            onClick={() => setDraft({ value: value ?? null, read: value ?? null })}
          >
            <EditOutlined aria-hidden />
          </button>
        )}
      </span>
    )
  }
  return (
    <div className={styles.editing} role="group" aria-label={field.label} onKeyDown={onKeyDown}>
      <Suspense fallback={<FieldValue field={field} value={value} />}>
        <FieldInput
          field={field}
          autoFocus
          aria-label={field.label}
          value={draft.value}
          unit={unitOf(field)}
          disabled={busy}
          onChange={(next) => setDraft({ ...draft, value: next })}
        />
      </Suspense>
      <Button size="small" type="primary" icon={<CheckOutlined aria-hidden />} loading={busy} aria-label={t('save')} onClick={() => void save()} />
      <Button size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('cancel')} onClick={close} />
      {refusal && (
        <p role="alert" className={styles.refusal}>
          {refusal}
        </p>
      )}
    </div>
  )
}
