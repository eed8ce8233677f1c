import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { put } from '../../../api/client'
import type { Reference } from '../../../api/types'
import { UserPicker } from '../../../shared/records/RecordPicker'
import { ChainPreview } from '../../approval/ChainPreview'
import { act, moveToStage, processesQuery, stagesOf, withVersion, type Stage, type Subject } from '../api'
import { TextQuestion, ValueQuestion } from '../../../shared/records/questions'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'

export interface DialogProps {
  subject: Subject
  onDone: () => void
  onClose: () => void
}

/** Going back a stage asks why. */
export function BackDialog({ subject, stage, onDone, onClose }: DialogProps & { stage: Stage }) {
  const { t } = useTranslation('opportunity')
  return (
    <QuestionDialog<{ reason: string }>
      title={t('moves.back.title', { stage: stage.name })}
      note={t('moves.back.note', { name: subject.name })}
      submitLabel={t('moves.back.do')}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await moveToStage(subject, stage.id, reason)
        onDone()
      }}
    >
      <TextQuestion name="reason" label={t('moves.back.reason')} required />
    </QuestionDialog>
  )
}

/** Puts it aside until a day. */
export function DeferralDialog({ subject, onDone, onClose }: DialogProps) {
  const { t } = useTranslation('opportunity')
  return (
    <QuestionDialog<{ wakeUpOn: string; reason?: string }>
      title={t('moves.defer.title', { name: subject.name })}
      note={t('moves.defer.note')}
      submitLabel={t('moves.defer.do')}
      onClose={onClose}
      onSubmit={async (values) => {
        await act(subject, 'deferral', values)
        onDone()
      }}
    >
      <ValueQuestion name="wakeUpOn" label={t('moves.defer.wakeUpOn')} kind="DATE" required />
      <TextQuestion name="reason" label={t('moves.defer.reason')} rows={2} required />
    </QuestionDialog>
  )
}

export function AbandonDialog({ subject, onDone, onClose }: DialogProps) {
  const { t } = useTranslation('opportunity')
  return (
    <QuestionDialog<{ reason: string }>
      title={t('moves.abandon.title', { name: subject.name })}
      note={t('moves.abandon.note')}
      submitLabel={t('moves.abandon.do')}
      danger
      onClose={onClose}
      onSubmit={async (values) => {
        await act(subject, 'abandonment', values)
        onDone()
      }}
    >
      <TextQuestion name="reason" label={t('moves.abandon.reason')} required />
      <ChainPreview kind="abandonment" subjectId={subject.id} />
    </QuestionDialog>
  )
}

/** Opens a closed one again, in the stage it had or another. */
export function ReopenDialog({ subject, onDone, onClose }: DialogProps) {
  const { t } = useTranslation('opportunity')
  const { data } = useQuery(processesQuery())
  const stages = stagesOf(data?.find(({ id }) => id === subject.processId)).filter(({ isFinal }) => !isFinal)
  return (
    <QuestionDialog<{ reason: string; stageId?: string }>
      title={t('moves.reopen.title', { name: subject.name })}
      submitLabel={t('moves.reopen.do')}
      onClose={onClose}
      onSubmit={async (values) => {
        await act(subject, 'reopening', values)
        onDone()
      }}
    >
      <TextQuestion name="reason" label={t('moves.reopen.reason')} required />
      <Form.Item name="stageId" label={t('moves.reopen.stage')} extra={t('moves.reopen.stageHint')}>
        <Select allowClear options={stages.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))} />
      </Form.Item>
    </QuestionDialog>
  )
}

/** Gives it to another owner. */
export function TransferDialog({ subject, to, onDone, onClose }: DialogProps & { to?: Reference }) {
  const { t } = useTranslation('opportunity')
  return (
    <QuestionDialog<{ owner: Reference; reason: string }>
      title={t('moves.transfer.title', { name: subject.name })}
      submitLabel={t('moves.transfer.do')}
      initial={to && { owner: to }}
      onClose={onClose}
      onSubmit={async ({ owner, reason }) => {
        await withVersion(subject, (version) => put(`/opportunities/${subject.id}/owner`, { ownerId: owner.id, reason, version }))
        onDone()
      }}
    >
      <Form.Item name="owner" label={t('moves.transfer.owner')} rules={[{ required: true, message: t('moves.transfer.ownerMissing') }]}>
        <UserPicker />
      </Form.Item>
      <TextQuestion name="reason" label={t('moves.transfer.reason')} rows={2} required />
    </QuestionDialog>
  )
}
