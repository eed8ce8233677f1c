import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { put } from '../../../api/client'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { TextQuestion } from '../../../shared/records/questions'
import { opportunityChanged } from '../api'
import type { Plan, PlanDraft } from './planApi'
import styles from './plan.module.css'
import { Resources } from './Resources'

/** By which strategy, and what it takes. */
export function PlanDialog({ id, plan, onClose }: { id: string; plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  return (
    <QuestionDialog<PlanDraft>
      title={t('plan.edit')}
      submitLabel={t('plan.save')}
      width={720}
      initial={plan}
      onClose={onClose}
      onSubmit={async ({ resources = [], ...strategy }) => {
        await put(`/opportunities/${id}/plan`, { ...strategy, resources, version: plan.version })
        await opportunityChanged(cache)
        onClose()
      }}
    >
      <TextQuestion name="positioning" label={t('plan.positioning')} rows={2} max={5000} placeholder={t('plan.positioningHint')} />
      <TextQuestion name="channel" label={t('plan.channel')} rows={2} max={5000} placeholder={t('plan.channelHint')} />
      <TextQuestion name="price" label={t('plan.price')} rows={2} max={5000} placeholder={t('plan.priceHint')} />
      <h3 className={styles.heading}>{t('plan.resources')}</h3>
      <Resources name="resources" />
    </QuestionDialog>
  )
}
