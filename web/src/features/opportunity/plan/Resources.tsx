import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FieldInput } from '../../../shared/records/FieldInput'
import { resourceKinds } from './planApi'
import styles from './plan.module.css'

/** What it takes, row by row, within a form. */
export function Resources({ name: list }: { name: string | string[] }) {
  const { t } = useTranslation('opportunity')
  const kinds = resourceKinds.map((code) => ({ value: code, label: t(`plan.kinds.${code}`) }))
  return (
    <Form.List name={list}>
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
                <FieldInput field={{ name: 'quantity', label: t('plan.quantity'), kind: 'NUMBER' }} aria-label={t('plan.quantity')} placeholder={t('plan.quantity')} />
              </Form.Item>
              <Form.Item name={[name, 'unit']}>
                <Input maxLength={20} placeholder={t('plan.unit')} aria-label={t('plan.unit')} />
              </Form.Item>
              <Form.Item name={[name, 'neededOn']}>
                <FieldInput field={{ name: 'neededOn', label: t('plan.neededOn'), kind: 'DATE' }} aria-label={t('plan.neededOn')} placeholder={t('plan.neededOn')} />
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
