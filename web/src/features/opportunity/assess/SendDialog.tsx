import { useQueryClient } from '@tanstack/react-query'
import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import { formatNumber } from '../../../shared/format'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { TextQuestion } from '../../../shared/records/questions'
import { ChainPreview } from '../../approval/ChainPreview'
import { opportunityChanged } from '../api'
import { screenings, type Assessment, type Screening } from './assessApi'
import styles from './assess.module.css'

/** The direction that is asked for, and who will decide. */
export function SendDialog({ id, assessment, onClose }: { id: string; assessment: Assessment; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const { score, screened, screenedBy, conclusion, version } = assessment
  return (
    <QuestionDialog<{ direction?: Screening; conclusion?: string }>
      title={t('assess.sendTitle')}
      note={t('assess.sendNote', { score: formatNumber(score ?? 0, 2), line: screenedBy ?? '' })}
      submitLabel={t('assess.sendDo')}
      initial={{ direction: screened ?? undefined, conclusion: conclusion ?? undefined }}
      onClose={onClose}
      onSubmit={async (values) => {
        await post(`/opportunities/${id}/assessments/${assessment.id}/submission`, { ...values, version })
        await opportunityChanged(cache)
        onClose()
      }}
    >
      {screened && (
        <Form.Item name="direction" label={t('assess.direction')}>
          <Radio.Group className={styles.directions} options={screenings.map((code) => ({ value: code, label: t(`assess.screenings.${code}`) }))} />
        </Form.Item>
      )}
      <TextQuestion name="conclusion" label={t('assess.conclusion')} extra={t('assess.conclusionHint')} max={4000} />
      <ChainPreview kind="assessment" subjectId={assessment.id} />
    </QuestionDialog>
  )
}
