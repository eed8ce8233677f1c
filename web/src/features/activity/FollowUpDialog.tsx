import { Form, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reference } from '../../api/types'
import type { CreateDialogProps } from '../../shared/feature'
import { RecordPicker } from '../../shared/records/RecordPicker'
import { FirstFocus } from '../../shared/ui/FirstFocus'
import { useMay } from '../../shared/session'
import { FollowUpForm } from './FollowUpForm'
import type { RecordRef } from './api'

/** Logs a follow-up from anywhere; asks first what it is about, unless `initial` says so. */
export function FollowUpDialog({ initial, onCreated, onClose }: CreateDialogProps) {
  const { t } = useTranslation('activity')
  const may = useMay()
  const given = initial?.record as RecordRef | undefined
  const types = ['opportunity', 'customer'].filter((type) => may(`${type}:read`))
  const [type, setType] = useState(types[0] ?? 'opportunity')
  const [chosen, setChosen] = useState<Reference | null>(null)
  const [missing, setMissing] = useState(false)
  const record = given ?? (chosen ? { type, id: chosen.id } : null)
  return (
    <Modal open title={t('followUp.title')} onCancel={onClose} footer={null} width={640} mask={{ closable: false }}>
      {!given && (
        <Form component="div" layout="vertical">
          <Form.Item
            label={t('about')}
            htmlFor="follow-up-about"
            required
            validateStatus={missing ? 'error' : undefined}
            help={missing ? t('aboutMissing') : undefined}
          >
            {types.length > 1 && (
              <Segmented
                value={type}
                style={{ marginBottom: 8 }}
                options={types.map((value) => ({ value, label: t(`about_${value}`) }))}
                onChange={(value) => {
                  setType(value)
                  setChosen(null)
                }}
              />
            )}
            <FirstFocus>
<RecordPicker
              id="follow-up-about"
              key={type}
              type={type}
              value={chosen}
              onChange={(reference) => {
                setChosen(reference)
                setMissing(false)
              }}
            />
</FirstFocus>
          </Form.Item>
        </Form>
      )}
      <FollowUpForm
        record={record}
        onMissing={() => setMissing(true)}
        onCancel={onClose}
        onSaved={(label, id) => onCreated({ id, label })}
      />
    </Modal>
  )
}
