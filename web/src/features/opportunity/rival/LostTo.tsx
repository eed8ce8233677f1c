import { useQuery } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { RecordPicker } from '../../../shared/records/RecordPicker'
import { rivalsQuery } from './rivalApi'
import styles from './rival.module.css'

/** Who won it: those met here stand first, anybody else is found in the register or added to it. */
export function LostTo({ id }: { id: string }) {
  const { t } = useTranslation('opportunity')
  const form = Form.useFormInstance()
  const { data = [] } = useQuery(rivalsQuery(id))
  return (
    <>
      <Form.Item name="competitorId" label={t('rival.lostTo')} extra={t('rival.lostToHint')}>
        <RecordPicker type="competitor" />
      </Form.Item>
      {data.length > 0 && (
        <div className={styles.here} role="group" aria-label={t('rival.here')}>
          {data.map(({ competitorId, name }) => (
            <Button key={competitorId} size="small" onClick={() => form.setFieldValue('competitorId', { id: competitorId, label: name })}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
