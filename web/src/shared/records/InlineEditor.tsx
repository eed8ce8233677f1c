import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Value } from '../../api/types'
import { useMoneyUnitOf } from '../preferences'
import { useMessageOf } from '../useMessageOf'
import { FieldChanged, type Read } from './fieldChanged'
import { FieldInput } from './FieldInput'
import { FieldValue } from './FieldValue'
import styles from './records.module.css'

interface Props {
  field: Field
  value: Value
  onSave: (value: Value, read: Read) => Promise<number | undefined>
  onClose: () => void
}

/** What a value becomes at its pencil: Enter saves, Escape leaves, a refusal stays beside the input. */
export function InlineEditor({ field, value, onSave, onClose }: Props) {
  const { t } = useTranslation('shared')
  const { notification } = App.useApp()
  const messageOf = useMessageOf()
  const unitOf = useMoneyUnitOf()
  const [draft, setDraft] = useState<{ value: Value; read: Value }>({ value: value ?? null, read: value ?? null })
  const [refusal, setRefusal] = useState<ReactNode>(null)
  const [busy, setBusy] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  // While it was being saved the input could not hold the focus: refused, it takes it back, so that the keyboard leads on.
  useEffect(() => {
    const held = document.activeElement
    if (refusal && !busy && (held === document.body || place.current?.contains(held))) place.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [refusal, busy])
  const wordsOf = (failure: unknown, changed: 'changed' | 'changedSince') => {
    if (!(failure instanceof FieldChanged)) return messageOf(failure)
    return failure.who ?? (
      <>
        {t(changed, { field: field.label })} <FieldValue field={field} value={failure.now} />
      </>
    )
  }

  const save = async () => {
    if (JSON.stringify(draft.value) === JSON.stringify(draft.read)) return onClose()
    setBusy(true)
    setRefusal(null)
    try {
      const version = await onSave(draft.value, { value: draft.read })
      onClose()
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
      onClose()
    }
    if (event.key === 'Enter' && (field.kind !== 'LONG_TEXT' || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    }
  }

  return (
    <div ref={place} className={styles.editing} role="group" aria-label={field.label} onKeyDown={onKeyDown}>
      <FieldInput
        field={field}
        autoFocus
        aria-label={field.label}
        value={draft.value}
        unit={unitOf(field)}
        disabled={busy}
        onChange={(next) => setDraft({ ...draft, value: next })}
      />
      <Button size="small" type="primary" icon={<CheckOutlined aria-hidden />} loading={busy} aria-label={t('save')} onClick={() => void save()} />
      <Button size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('cancel')} onClick={onClose} />
      {refusal && (
        <p role="alert" className={styles.refusal}>
          {refusal}
        </p>
      )}
    </div>
  )
}
