import { Cascader, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Choice, Reference } from '../../../api/types'
import { useFields } from '../../../shared/records/useCatalogue'
import { act, type Subject } from '../api'
import { useMay } from '../../../shared/session'
import { TextQuestion } from '../../../shared/records/questions'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { LostTo } from '../rival/LostTo'
import { twoLevels } from './twoLevels'

interface Props {
  subject: Subject
  onDone: () => void
  onClose: () => void
}

interface LossReview {
  reason: string[]
  summary: string
  competitor?: string
  competitorId?: Reference | null
  lesson?: string
  prevention?: string
}

/** Choices of a field of the catalogue. */
function useChoices(name: string): Choice[] {
  return useFields('opportunity').fields.find((field) => field.name === name)?.choices ?? []
}

/** Losing asks for its review: a reason of two levels, a summary, and what is learned. */
export function LossDialog({ subject, onDone, onClose }: Props) {
  const { t } = useTranslation('opportunity')
  const choices = useChoices('lostReason')
  const named = useMay()('competitor:read')
  return (
    <QuestionDialog<LossReview>
      title={t('moves.lose.title', { name: subject.name })}
      note={t('moves.lose.note')}
      submitLabel={t('moves.lose.do')}
      danger
      width={600}
      onClose={onClose}
      onSubmit={async ({ reason, competitorId, ...review }) => {
        await act(subject.id, 'loss', { ...review, competitorId: competitorId?.id, reason: reason.at(-1) })
        onDone()
      }}
    >
      <Form.Item name="reason" label={t('moves.lose.reason')} rules={[{ required: true, message: t('moves.lose.reasonMissing') }]}>
        <Cascader options={twoLevels(choices)} showSearch placeholder={t('moves.lose.reasonHint')} />
      </Form.Item>
      <TextQuestion name="summary" label={t('moves.lose.summary')} required max={5000} />
      {named && <LostTo id={subject.id} />}
      <TextQuestion name="competitor" label={t('moves.lose.competitor')} rows={1} max={200} />
      <TextQuestion name="lesson" label={t('moves.lose.lesson')} rows={2} max={5000} />
      <TextQuestion name="prevention" label={t('moves.lose.prevention')} rows={2} max={5000} />
    </QuestionDialog>
  )
}

/** Marks it as none: a duplicate, a mistake, expired. */
export function InvalidationDialog({ subject, onDone, onClose }: Props) {
  const { t } = useTranslation('opportunity')
  const choices = useChoices('invalidCause')
  return (
    <QuestionDialog<{ cause: string; explanation?: string }>
      title={t('moves.invalidate.title', { name: subject.name })}
      submitLabel={t('moves.invalidate.do')}
      danger
      onClose={onClose}
      onSubmit={async (values) => {
        await act(subject.id, 'invalidation', values)
        onDone()
      }}
    >
      <Form.Item name="cause" label={t('moves.invalidate.cause')} rules={[{ required: true, message: t('moves.invalidate.causeMissing') }]}>
        <Select options={choices.map(({ code, label }) => ({ value: code, label }))} />
      </Form.Item>
      <TextQuestion name="explanation" label={t('moves.invalidate.explanation')} />
    </QuestionDialog>
  )
}
