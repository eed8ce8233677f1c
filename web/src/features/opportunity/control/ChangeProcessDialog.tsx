import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { put } from '../../../api/client'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { TextQuestion } from '../../../shared/records/questions'
import { processesQuery, stagesOf, type SalesProcess } from '../api'
import type { DialogProps } from '../moves/PlainDialogs'

interface Choice {
  processId: string
  stageId?: string
  reason: string
}

/** Takes another process, from its first stage or a later one whose gates are met. */
export function ChangeProcessDialog({ subject, onDone, onClose }: DialogProps) {
  const { t } = useTranslation('opportunity')
  const { data } = useQuery(processesQuery())
  const others = (data ?? []).filter(({ id, archived }) => !archived && id !== subject.processId)
  return (
    <QuestionDialog<Choice>
      title={t('control.changeProcessTitle', { name: subject.name })}
      note={t('control.changeProcessNote')}
      submitLabel={t('control.changeProcessDo')}
      onClose={onClose}
      onSubmit={async (values) => {
        await put(`/opportunities/${subject.id}/process`, values)
        onDone()
      }}
    >
      <Target others={others} />
      <TextQuestion name="reason" label={t('control.reason')} rows={2} required />
    </QuestionDialog>
  )
}

/** Another process brings other stages: one chosen before is of no use then. */
function Target({ others }: { others: SalesProcess[] }) {
  const { t } = useTranslation('opportunity')
  const form = Form.useFormInstance<Choice>()
  const processId = Form.useWatch('processId', form)
  return (
    <>
      <Form.Item name="processId" label={t('control.process')} rules={[{ required: true, message: t('control.processMissing') }]}>
        <Select options={others.map(({ id, name }) => ({ value: id, label: name }))} onChange={() => form.setFieldValue('stageId', undefined)} />
      </Form.Item>
      <Form.Item name="stageId" label={t('control.intoStage')} extra={t('control.intoStageHint')}>
        <Select
          allowClear
          disabled={!processId}
          options={stagesOf(others.find(({ id }) => id === processId))
            .filter(({ isFinal }) => !isFinal)
            .map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        />
      </Form.Item>
    </>
  )
}
