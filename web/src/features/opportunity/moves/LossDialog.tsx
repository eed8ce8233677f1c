import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../shared/session'
import { TextQuestion } from '../../../shared/records/questions'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { act } from '../api'
import { LossQuestions, MeasureQuestions, reviewBody, type ReviewAnswers, soon } from '../review/ReviewQuestions'
import { useChoices } from '../review/useChoices'
import type { DialogProps } from './PlainDialogs'

/** Losing asks for its review: a reason of two levels, who won, what is learnt, and who sees to it that it helps. */
export function LossDialog({ subject, onDone, onClose }: DialogProps) {
  const { t } = useTranslation('opportunity')
  const { user } = useSession()
  return (
    <QuestionDialog<ReviewAnswers>
      title={t('moves.lose.title', { name: subject.name })}
      note={t('moves.lose.note')}
      submitLabel={t('moves.lose.do')}
      danger
      width={600}
      initial={{ preventionOwnerId: { id: user.id, label: user.name }, preventionDueOn: soon() }}
      onClose={onClose}
      onSubmit={async (answers) => {
        await act(subject, 'loss', reviewBody(answers))
        onDone()
      }}
    >
      <LossQuestions id={subject.id} />
      <TextQuestion name="lesson" label={t('review.lesson')} extra={t('review.lessonHint')} rows={2} max={5000} required />
      <MeasureQuestions required />
    </QuestionDialog>
  )
}

/** Marks it as none: a duplicate, a mistake; one that lapsed asks why, and what is done against it. */
export function InvalidationDialog({ subject, onDone, onClose }: DialogProps) {
  const { t } = useTranslation('opportunity')
  const choices = useChoices('invalidCause')
  const { user } = useSession()
  return (
    <QuestionDialog<ReviewAnswers & { cause: string }>
      title={t('moves.invalidate.title', { name: subject.name })}
      submitLabel={t('moves.invalidate.do')}
      danger
      width={600}
      initial={{ preventionOwnerId: { id: user.id, label: user.name }, preventionDueOn: soon() }}
      onClose={onClose}
      onSubmit={async ({ cause, ...answers }) => {
        await act(subject, 'invalidation', { cause, ...reviewBody(cause === 'EXPIRED' ? answers : { explanation: answers.explanation }) })
        onDone()
      }}
    >
      <Form.Item name="cause" label={t('moves.invalidate.cause')} rules={[{ required: true, message: t('moves.invalidate.causeMissing') }]}>
        <Select options={choices.map(({ code, label }) => ({ value: code, label }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['cause']}>
        {({ getFieldValue }) => {
          const lapsed = getFieldValue('cause') === 'EXPIRED'
          return (
            <>
              <TextQuestion
                name="explanation"
                label={t(lapsed ? 'review.causeAnalysis' : 'moves.invalidate.explanation')}
                required={lapsed || getFieldValue('cause') === 'OTHER'}
                max={5000}
              />
              {lapsed && (
                <>
                  <MeasureQuestions required />
                  <TextQuestion name="lesson" label={t('review.lesson')} extra={t('review.lessonHint')} rows={2} max={5000} />
                </>
              )}
            </>
          )
        }}
      </Form.Item>
    </QuestionDialog>
  )
}
