import { useQueryClient } from '@tanstack/react-query'
import { Form, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { post, put } from '../../../api/client'
import type { Reference } from '../../../api/types'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { TextQuestion } from '../../../shared/records/questions'
import { UserPicker } from '../../../shared/records/RecordPicker'
import { opportunityChanged } from '../api'
import { oneToFive, riskStates, type Risk } from './assessApi'

interface Answers {
  title: string
  probability: number
  impact: number
  owner?: Reference | null
  mitigation?: string
  state: Risk['state']
}

/** What may go wrong, how likely, how badly, who looks after it. */
export function RiskDialog({ id, risk, onClose }: { id: string; risk: Risk | null; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const levels = oneToFive.map((value) => ({ value, label: String(value) }))
  return (
    <QuestionDialog<Answers>
      title={risk ? t('assess.risk.edit', { title: risk.title }) : t('assess.risk.add')}
      submitLabel={t('assess.risk.save')}
      width={600}
      initial={
        risk
          ? { ...risk, mitigation: risk.mitigation ?? undefined, owner: risk.ownerId ? { id: risk.ownerId, label: risk.ownerName ?? '' } : null }
          : { probability: 3, impact: 3, state: 'OPEN' }
      }
      onClose={onClose}
      onSubmit={async ({ title, probability, impact, owner, mitigation, state }) => {
        const draft = { title, probability, impact, ownerId: owner?.id ?? null, mitigation: mitigation || null, state, version: risk?.version ?? null }
        if (risk) await put(`/opportunities/${id}/risks/${risk.id}`, draft)
        else await post(`/opportunities/${id}/risks`, draft)
        await opportunityChanged(cache)
        onClose()
      }}
    >
      <TextQuestion name="title" label={t('assess.risk.what')} rows={1} max={500} required />
      <Form.Item name="probability" label={t('assess.risk.probability')}>
        <Segmented options={levels} />
      </Form.Item>
      <Form.Item name="impact" label={t('assess.risk.impact')}>
        <Segmented options={levels} />
      </Form.Item>
      <Form.Item name="owner" label={t('assess.risk.owner')}>
        <UserPicker />
      </Form.Item>
      <TextQuestion name="mitigation" label={t('assess.risk.mitigation')} rows={2} />
      <Form.Item name="state" label={t('assess.risk.state')}>
        <Segmented options={riskStates.map((code) => ({ value: code, label: t(`assess.risk.states.${code}`) }))} />
      </Form.Item>
    </QuestionDialog>
  )
}
