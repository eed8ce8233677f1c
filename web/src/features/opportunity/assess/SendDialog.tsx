import { useQueryClient } from '@tanstack/react-query'
import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import type { Reference, Schemas } from '../../../api/types'
import { formatNumber } from '../../../shared/format'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { TextQuestion } from '../../../shared/records/questions'
import { ChainPreview } from '../../approval/ChainPreview'
import { opportunityChanged } from '../api'
import { Resources } from '../plan/Resources'
import { screenings, type Assessment, type Screening } from './assessApi'
import { Followers } from './Followers'
import styles from './assess.module.css'

interface Sent {
  direction?: Screening
  conclusion?: string
  named: { followers?: { user: Reference; role: Schemas['NamingFollower']['role'] }[]; support?: Schemas['PlanDraftResource'][] }
}

/** The direction that is asked for, who is to follow it with what, and who will decide: with the grade if that waits, too. */
export function SendDialog({ id, assessment, onClose }: { id: string; assessment: Assessment; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const { score, screened, screenedBy, conclusion, version, flow } = assessment
  const note = t('assess.sendNote', { score: formatNumber(score ?? 0, 2), line: screenedBy ?? '' })
  return (
    <QuestionDialog<Sent>
      title={t('assess.sendTitle')}
      note={flow.kind === 'grade' ? `${note} ${t('assess.together')}` : note}
      submitLabel={t('assess.sendDo')}
      width={720}
      initial={{
        direction: screened ?? undefined,
        conclusion: conclusion ?? undefined,
        named: { followers: assessment.followers.map(({ person, role }) => ({ user: { id: person.id, label: person.name }, role })), support: assessment.support },
      }}
      onClose={onClose}
      onSubmit={async ({ named: { followers = [], support = [] }, ...values }) => {
        const named = { followers: followers.map(({ user, role }) => ({ userId: user.id, role })), support }
        await post(`/opportunities/${id}/assessments/${assessment.id}/submission`, { ...values, named, version })
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
      <Form.Item label={t('assess.followers')} extra={t('assess.followersHint')}>
        <Followers name={['named', 'followers']} />
      </Form.Item>
      <Form.Item label={t('assess.support')} extra={t('assess.supportHint')}>
        <Resources name={['named', 'support']} />
      </Form.Item>
      <ChainPreview kind={flow.kind} subjectId={flow.subjectId} />
    </QuestionDialog>
  )
}
