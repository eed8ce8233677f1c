import { useQueryClient } from '@tanstack/react-query'
import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import type { Schemas } from '../../../api/types'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { opportunityChanged } from '../api'
import styles from './assess.module.css'

/** By which card it is to be rated. */
export function BeginDialog({ id, cards, onClose }: { id: string; cards: Schemas['AssessmentViewChoice'][]; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  return (
    <QuestionDialog<{ card: string }>
      title={t('assess.begin')}
      note={t('assess.beginNote')}
      submitLabel={t('assess.begin')}
      initial={{ card: cards[0]?.code }}
      onClose={onClose}
      onSubmit={async (values) => {
        await post(`/opportunities/${id}/assessments`, values)
        await opportunityChanged(cache)
        onClose()
      }}
    >
      <Form.Item name="card" label={t('assess.card')} rules={[{ required: true, message: t('assess.cardMissing') }]}>
        <Radio.Group className={styles.choices}>
          {cards.map((card) => (
            <Radio key={card.code} value={card.code}>
              {card.name}
              <span className={styles.quiet}>{card.criteria.join('、')}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
    </QuestionDialog>
  )
}
