import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../api/client'
import type { Field } from '../../api/types'
import { RecordForm } from '../../shared/records/RecordForm'
import { activityChanged, type RecordRef } from './api'
import { KindInput } from './KindInput'
import { whyUnreal } from './unreal'

interface Props {
  /** The record followed up; nothing while it is still to be chosen, and then `onMissing` is told. */
  record: RecordRef | null
  onMissing?: () => void
  onSaved: (subject: string, id: string) => void
  onCancel: () => void
}

const asked = ['kind', 'subject', 'happenedAt', 'content', 'outcome', 'nextStep', 'nextStepOn']
const kinds = (field: Field) => <KindInput choices={field.choices ?? []} />

/** What was done about a record, with what outcome, and what comes next. */
export function FollowUpForm({ record, onMissing, onSaved, onCancel }: Props) {
  const { t } = useTranslation('activity')
  const { message } = App.useApp()
  const cache = useQueryClient()
  // Where the record is still to be chosen, that comes first.
  const [focused] = useState(record !== null)
  const [initial] = useState(() => ({ kind: 'VISIT', happenedAt: new Date().toISOString() }))
  return (
    <RecordForm
      focused={focused}
      type="activity"
      fields={asked}
      initial={initial}
      inputs={{ kind: kinds }}
      draftKey={record ? `follow-up.${record.type}.${record.id}` : 'follow-up'}
      submitLabel={t('log')}
      onCancel={onCancel}
      onSubmit={async (body, values) => {
        if (!record) return onMissing?.()
        const { id } = await post<{ id: string }>('/activities', { ...body, recordType: record.type, recordId: record.id })
        activityChanged(cache)
        const why = await whyUnreal(id)
        if (why) void message.info(t(why), 8)
        else void message.success(t('logged'))
        onSaved(String(values.subject), id)
      }}
    />
  )
}
