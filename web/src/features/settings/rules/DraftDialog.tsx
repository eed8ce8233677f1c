import { useQueryClient } from '@tanstack/react-query'
import { Alert, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post, put } from '../../../api/client'
import { useMessageOf } from '../../../shared/useMessageOf'
import { useFaults } from '../useFaults'
import type { Edition, Timeline } from './api'
import { Editor } from './editors'

interface Props {
  rule: Timeline
  /** Nothing for a new one, which begins with what holds. */
  draft: Edition | null
  onClose: () => void
}

/** Edits a draft; nothing of it holds before it is published. */
export function DraftDialog({ rule, draft, onClose }: Props) {
  const { t } = useTranslation('settings')
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const faults = useFaults()
  const [body, setBody] = useState(draft?.body ?? rule.inForce.body)
  const [follows, setFollows] = useState(!!draft && !draft.body)
  const [busy, setBusy] = useState(false)

  // What the form has no place for.
  const elsewhere = faults.faults.find(({ field }) => !rule.parts.some(({ path }) => field === `body.${path}`))
  const told = elsewhere?.message ?? (faults.failure != null && faults.faults.length === 0 ? messageOf(faults.failure) : undefined)

  const save = async () => {
    setBusy(true)
    try {
      const order = { version: rule.version, body: follows ? null : body }
      if (draft) await put(`/rules/${rule.id}/editions/${draft.id}`, order)
      else await post(`/rules/${rule.id}/editions`, { ...order, departmentId: rule.department?.id ?? null })
      await cache.invalidateQueries({ queryKey: ['rules'] })
      onClose()
    } catch (failure) {
      faults.setFailure(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal open width={720} title={t(draft ? 'rules.editDraft' : 'rules.draft')} okText={t('rules.saveDraft')} confirmLoading={busy} onOk={() => void save()} onCancel={onClose}>
      {told && <Alert role="alert" type="error" showIcon style={{ marginBottom: 16 }} title={told} />}
      <p style={{ marginBottom: 16 }}>
        <Checkbox checked={follows} onChange={(event) => setFollows(event.target.checked)}>
          {t(rule.department ? 'rules.followAbove' : 'rules.followShipped')}
        </Checkbox>
      </p>
      {!follows && <Editor kind={rule.id} body={body} parts={rule.parts} onChange={setBody} faults={faults} />}
    </Modal>
  )
}
