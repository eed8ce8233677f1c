import { Cascader, Form } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Reference } from '../../../api/types'
import { today } from '../../../shared/format'
import { TextQuestion, ValueQuestion } from '../../../shared/records/questions'
import { UserPicker } from '../../../shared/records/RecordPicker'
import { useMay } from '../../../shared/session'
import { twoLevels } from '../moves/twoLevels'
import { LostTo } from '../rival/LostTo'
import { useChoices } from './useChoices'

/** What is said of an ending. */
export interface ReviewAnswers {
  reason?: string[]
  summary?: string
  competitor?: string
  competitorId?: Reference | null
  explanation?: string
  lesson?: string
  prevention?: string
  preventionOwnerId?: Reference | null
  preventionDueOn?: string | null
}

/** A measure is taken within two weeks unless somebody says otherwise. */
export const soon = () => dayjs(today()).add(14, 'day').format('YYYY-MM-DD')

/** As the server takes it; who would take a measure that nobody named, is not told. */
export function reviewBody({ reason, competitorId, preventionOwnerId, preventionDueOn, ...said }: ReviewAnswers) {
  const measured = Boolean(said.prevention?.trim())
  return {
    ...said,
    reason: reason?.at(-1),
    competitorId: competitorId?.id,
    preventionOwnerId: measured ? preventionOwnerId?.id : undefined,
    preventionDueOn: measured ? preventionDueOn : undefined,
  }
}

/** Why it was lost, and to whom. What is there already and hidden, as `reads` tells, is not asked: it stays as it is. */
export function LossQuestions({ id, reads = () => true }: { id: string; reads?: (field: string) => boolean }) {
  const { t } = useTranslation('opportunity')
  const named = useMay()('competitor:read') && reads('lostToCompetitor')
  const reasons = twoLevels(useChoices('lostReason'))
  return (
    <>
      {reads('lostReason') && (
        <Form.Item name="reason" label={t('moves.lose.reason')} rules={[{ required: true, message: t('moves.lose.reasonMissing') }]}>
          <Cascader options={reasons} showSearch placeholder={t('moves.lose.reasonHint')} />
        </Form.Item>
      )}
      {reads('lossSummary') && <TextQuestion name="summary" label={t('moves.lose.summary')} required max={5000} />}
      {named && <LostTo id={id} />}
      {reads('lostTo') && <TextQuestion name="competitor" label={t(named ? 'review.otherWinner' : 'moves.lose.competitor')} rows={1} max={200} />}
    </>
  )
}

/** What is done against it happening again, by whom and when: it becomes a task of theirs. */
export function MeasureQuestions({ required = false }: { required?: boolean }) {
  const { t } = useTranslation('opportunity')
  return (
    <>
      <TextQuestion name="prevention" label={t('review.prevention')} extra={t('review.preventionHint')} rows={2} max={5000} required={required} />
      <Form.Item noStyle dependencies={['prevention']}>
        {({ getFieldValue }) => {
          const asked = required || Boolean((getFieldValue('prevention') as string | undefined)?.trim())
          return (
            asked && (
              <>
                <Form.Item name="preventionOwnerId" label={t('review.preventionOwner')} rules={[{ required: true, message: t('review.ownerMissing') }]}>
                  <UserPicker />
                </Form.Item>
                <ValueQuestion name="preventionDueOn" label={t('review.preventionDueOn')} kind="DATE" required />
              </>
            )
          )
        }}
      </Form.Item>
    </>
  )
}
