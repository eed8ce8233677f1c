import { Modal, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../../shared/records/useCatalogue'
import { ErrorState } from '../../../shared/ui/ErrorState'
import type { FieldRule } from './api'
import styles from './roles.module.css'

interface Props {
  object: string
  title: string
  rules: FieldRule[]
  editable: boolean
  onSave: (rules: FieldRule[]) => void
  onClose: () => void
}

/** What belongs to a record without being one of its fields, and is hidden by rules of its own. */
const parts: Record<string, readonly string[]> = { opportunity: ['lines', 'team', 'contacts', 'plan', 'stageAnswers'] }

/** Field by field: open, only to read, or hidden. Hidden means nowhere: no list, filter, export, history. */
export function FieldRulesDialog({ object, title, rules, editable, onSave, onClose }: Props) {
  const { t } = useTranslation('settings')
  const { fields, isPending, error, refetch } = useFields(object)
  const [chosen, setChosen] = useState<Record<string, string>>(() => Object.fromEntries(rules.map(({ field, access }) => [field, access])))
  const rows = [
    ...fields.map(({ name, label, required }) => ({ name, label, required, part: false })),
    ...(parts[object] ?? []).map((name) => ({ name, label: t(`roles.parts.${name}`), required: false, part: true })),
  ]
  const save = () =>
    onSave(
      Object.entries(chosen).flatMap(([field, access]): FieldRule[] =>
        access === 'HIDDEN' || access === 'READ_ONLY' ? [{ object, field, access }] : [],
      ),
    )
  return (
    <Modal open title={title} onCancel={onClose} onOk={editable ? save : onClose} okText={t('apply')} width={560} mask={{ closable: false }}>
      <p className={styles.lead}>{t('roles.fieldsLead')}</p>
      {isPending && <Skeleton active />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <div className={styles.fields}>
        {rows.map(({ name, label, required, part }) => (
          <div key={name}>
            <span>{label}</span>
            <Segmented
              size="small"
              aria-label={label}
              disabled={!editable}
              value={chosen[name] ?? 'OPEN'}
              options={[
                { value: 'OPEN', label: t('roles.access.OPEN') },
                ...(part ? [] : [{ value: 'READ_ONLY', label: t('roles.access.READ_ONLY') }]),
                { value: 'HIDDEN', label: t('roles.access.HIDDEN'), disabled: required },
              ]}
              onChange={(access) => setChosen((before) => ({ ...before, [name]: access }))}
            />
          </div>
        ))}
      </div>
    </Modal>
  )
}
