import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { put } from '../../../api/client'
import { formatNumber } from '../../../shared/format'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { opportunityChanged } from '../api'
import type { Assessment } from './assessApi'
import styles from './assess.module.css'

interface Answers {
  marks: Record<string, { value?: number | null; comment?: string }>
}

type Criterion = Assessment['criteria'][number]

/** What I give for each criterion, and why. */
export function RateDialog({ id, assessment, onClose }: { id: string; assessment: Assessment; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const mine = assessment.raters.find((rater) => rater.mine)
  return (
    <QuestionDialog<Answers>
      title={t('assess.rateTitle', { card: assessment.card.name })}
      note={t('assess.rateNote')}
      submitLabel={t('assess.saveMarks')}
      width={640}
      initial={{ marks: Object.fromEntries((mine?.marks ?? []).map(({ criterion, value, comment }) => [criterion, { value, comment: comment ?? undefined }])) }}
      onClose={onClose}
      onSubmit={async ({ marks }) => {
        await put(`/opportunities/${id}/assessments/${assessment.id}/marks`, {
          marks: Object.entries(marks).flatMap(([criterion, { value, comment }]) => (value == null ? [] : [{ criterion, value, comment: comment || null }])),
        })
        await opportunityChanged(cache)
        onClose()
      }}
    >
      {assessment.criteria.map((criterion) => (
        <fieldset key={criterion.code} className={styles.criterion}>
          <legend>{criterion.name}</legend>
          <Form.Item name={['marks', criterion.code, 'value']} noStyle>
            <MarkInput criterion={criterion} />
          </Form.Item>
          <Form.Item name={['marks', criterion.code, 'comment']} style={{ margin: '8px 0 0' }}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} placeholder={t('assess.comment')} aria-label={`${criterion.name}：${t('assess.comment')}`} />
          </Form.Item>
        </fieldset>
      ))}
    </QuestionDialog>
  )
}

/** A level of the card, or any number from 0 to 100. */
function MarkInput({ criterion, value, onChange }: { criterion: Criterion; value?: number | null; onChange?: (value: number | null) => void }) {
  const { t } = useTranslation('opportunity')
  return (
    <div className={styles.mark}>
      {criterion.levels.map((level) => (
        <Button key={level.value} size="small" type={value === level.value ? 'primary' : 'default'} aria-pressed={value === level.value} onClick={() => onChange?.(level.value)}>
          {level.name} {formatNumber(level.value, 2)}
        </Button>
      ))}
      <InputNumber<number> min={0} max={100} precision={2} value={value ?? null} onChange={(typed) => onChange?.(typed)} aria-label={t('assess.valueOf', { name: criterion.name })} formatter={(typed) => `${typed ?? ''}`.replace(/\.00$/, '')} />
    </div>
  )
}
