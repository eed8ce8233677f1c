import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Reference } from '../../../api/types'
import { put } from '../../../api/client'
import { useFields } from '../../../shared/records/useCatalogue'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { TextQuestion } from '../../../shared/records/questions'
import { opportunityChanged, withVersion, type OpportunityDetail } from '../api'
import { LossQuestions, MeasureQuestions, reviewBody, type ReviewAnswers, soon } from './ReviewQuestions'
import { useChoices } from './useChoices'

/** What is told whole or not at all: what is done, by whom and when. */
const measure = ['prevention', 'preventionOwner', 'preventionDueOn']

/** An ending told anew, by the same rules as when it ended. What is hidden from the viewer stays as it was. */
export function ReviewDialog({ detail, onClose }: { detail: OpportunityDetail; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const choices = useChoices('lostReason')
  const { fields } = useFields('opportunity')
  const reads = (name: string) => fields.some((field) => field.name === name)
  const { values, id } = detail
  const known = { id, version: detail.version }
  const text = (name: string) => (values[name] as string | null) ?? undefined
  const reason = text('lostReason')
  const parent = choices.find(({ code }) => code === reason)?.parent
  const lost = values.status === 'LOST'
  const lapsed = values.invalidCause === 'EXPIRED'
  return (
    <QuestionDialog<ReviewAnswers>
      title={t('review.editTitle', { name: String(values.name) })}
      submitLabel={t('shared:save')}
      width={600}
      initial={{
        reason: reason ? (parent ? [parent, reason] : [reason]) : undefined,
        summary: text('lossSummary'),
        competitor: text('lostTo'),
        competitorId: values.lostToCompetitor as Reference | null,
        explanation: text('closingNote'),
        lesson: text('lesson'),
        prevention: text('prevention'),
        preventionOwnerId: (values.preventionOwner as Reference | null) ?? (values.owner as Reference | null),
        preventionDueOn: text('preventionDueOn') ?? soon(),
      }}
      onClose={onClose}
      onSubmit={async (answers) => {
        await withVersion(known, (version) => put(`/opportunities/${id}/review`, { ...reviewBody(answers), version }))
        await opportunityChanged(cache)
        onClose()
      }}
    >
      {lost && <LossQuestions id={id} reads={reads} />}
      {reads('closingNote') && (values.status === 'ABANDONED' || values.status === 'INVALID') && (
        <TextQuestion name="explanation" label={t(lapsed ? 'review.causeAnalysis' : 'moves.invalidate.explanation')} required={lapsed || values.status === 'ABANDONED'} max={5000} />
      )}
      {reads('lesson') && <TextQuestion name="lesson" label={t('review.lesson')} extra={t('review.lessonHint')} max={5000} required={lost} />}
      {measure.every(reads) && <MeasureQuestions required={lost || lapsed} />}
    </QuestionDialog>
  )
}
