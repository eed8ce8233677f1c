import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get, patch } from '../../api/client'
import type { RecordDetail } from '../../api/types'
import { QuestionDialog } from '../../shared/records/QuestionDialog'
import { TextQuestion } from '../../shared/records/questions'
import { useFields } from '../../shared/records/useCatalogue'
import { useMay, useSession } from '../../shared/session'
import { activityChanged } from './api'

/** Fills in the outcome of something that one has logged oneself, so that it counts as a follow-up. */
export function AddOutcome({ id, subject, by }: { id: string; subject: string; by: string }) {
  const { t } = useTranslation('activity')
  const cache = useQueryClient()
  const may = useMay()
  const { user } = useSession()
  const { fields } = useFields('activity')
  const [open, setOpen] = useState(false)
  const outcome = fields.find(({ name }) => name === 'outcome')
  if (by !== user.id || !may('activity:edit') || !outcome || outcome.readOnly) return null
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t('unreal.add')}
      </Button>
      {open && (
        <QuestionDialog<{ outcome: string }>
          title={subject || t('unreal.add')}
          submitLabel={t('unreal.add')}
          onClose={() => setOpen(false)}
          onSubmit={async (values) => {
            const { version } = await get<RecordDetail>(`/activities/${id}`)
            await patch(`/activities/${id}`, { version, ...values })
            activityChanged(cache)
            setOpen(false)
          }}
        >
          <TextQuestion name="outcome" label={outcome.label} required />
        </QuestionDialog>
      )}
    </>
  )
}
