import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { put } from '../../../api/client'
import { FieldInput } from '../../../shared/records/FieldInput'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { TextQuestion } from '../../../shared/records/questions'
import { opportunityChanged } from '../api'
import { resourceKinds, type Plan, type PlanDraft } from './planApi'
import styles from './plan.module.css'

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
      <Resources />
    </QuestionDialog>
  )
}

function Resources() {
  const { t } = useTranslation('opportunity')
  const kinds = resourceKinds.map((code) => ({ value: code, label: t(`plan.kinds.${code}`) }))
  return (
    <Form.List name="resources">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.resource} role="group" aria-label={t('plan.resourceOf', { number: name + 1 })}>
              <Form.Item name={[name, 'kind']}>
                <Select options={kinds} aria-label={t('plan.kind')} />
              </Form.Item>
              <Form.Item name={[name, 'name']} rules={[{ required: true, whitespace: true, message: t('plan.nameMissing') }]}>
                <Input maxLength={200} placeholder={t('plan.name')} aria-label={t('plan.name')} />
              </Form.Item>
              <Form.Item name={[name, 'quantity']}>
                <FieldInput field={{ name: 'quantity', label: t('plan.quantity'), kind: 'NUMBER' }} aria-label={t('plan.quantity')} />
              </Form.Item>
              <Form.Item name={[name, 'unit']}>
                <Input maxLength={20} placeholder={t('plan.unit')} aria-label={t('plan.unit')} />
              </Form.Item>
              <Form.Item name={[name, 'neededOn']}>
                <FieldInput field={{ name: 'neededOn', label: t('plan.neededOn'), kind: 'DATE' }} aria-label={t('plan.neededOn')} />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('plan.removeResource', { number: name + 1 })} onClick={() => remove(name)} />
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ kind: 'PEOPLE' })}>
            {t('plan.addResource')}
          </Button>
        </>
      )}
    </Form.List>
  )
}
