import { useQueryClient } from '@tanstack/react-query'
import { Form, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { put } from '../../../api/client'
import type { Reference } from '../../../api/types'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { TextQuestion, ValueQuestion } from '../../../shared/records/questions'
import { RecordPicker } from '../../../shared/records/RecordPicker'
import { opportunityChanged } from '../api'
import { threats, type Rival, type RivalDraft } from './rivalApi'

interface Answers extends RivalDraft {
  met?: Reference
}

/** What is known of a competitor in this opportunity; which one it is, is asked of a new one only. */
export function RivalDialog({ id, rival, onClose }: { id: string; rival: Rival | null; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  return (
    <QuestionDialog<Answers>
      title={rival ? t('rival.edit', { name: rival.name }) : t('rival.add')}
      submitLabel={t('rival.save')}
      width={600}
      initial={rival ?? { threat: 'MEDIUM' }}
      onClose={onClose}
      onSubmit={async ({ met, ...draft }) => {
        await put(`/opportunities/${id}/rivals/${rival?.competitorId ?? met!.id}`, { ...draft, version: rival?.version })
        await opportunityChanged(cache)
        onClose()
      }}
    >
      {!rival && (
        <Form.Item name="met" label={t('rival.who')} rules={[{ required: true, message: t('rival.whoMissing') }]}>
          <RecordPicker type="competitor" />
        </Form.Item>
      )}
      <Form.Item name="threat" label={t('rival.threat')}>
        <Segmented options={threats.map((code) => ({ value: code, label: t(`rival.threats.${code}`) }))} />
      </Form.Item>
      <TextQuestion name="strength" label={t('rival.strength')} rows={2} />
      <TextQuestion name="weakness" label={t('rival.weakness')} rows={2} />
      <ValueQuestion name="price" label={t('rival.price')} kind="MONEY" />
      <TextQuestion name="counterStrategy" label={t('rival.counterStrategy')} rows={2} />
    </QuestionDialog>
  )
}
