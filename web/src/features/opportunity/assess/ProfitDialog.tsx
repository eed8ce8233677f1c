import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Form, InputNumber } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { put } from '../../../api/client'
import { today } from '../../../shared/format'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { opportunityChanged } from '../api'
import type { Profitability } from './assessApi'
import styles from './assess.module.css'

interface Answers {
  months: { month: Dayjs; revenue: number; cost: number }[]
}

/** Revenue and cost, a row for each month. */
export function ProfitDialog({ id, profit, version, onClose }: { id: string; profit: Profitability; version: number; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const [read] = useState(version) // of what the fields began with, whatever comes since
  const rows = profit.months.map(({ month, revenue, cost }) => ({ month: dayjs(month), revenue, cost }))
  return (
    <QuestionDialog<Answers>
      title={t('assess.profit.edit')}
      submitLabel={t('assess.profit.save')}
      width={640}
      initial={{ months: rows.length > 0 ? rows : [{ month: dayjs(today()).startOf('month'), revenue: 0, cost: 0 }] }}
      onClose={onClose}
      onSubmit={async ({ months }) => {
        await put(`/opportunities/${id}/profit`, {
          months: months.map(({ month, revenue, cost }) => ({ month: month.format('YYYY-MM-01'), revenue: revenue ?? 0, cost: cost ?? 0 })),
          version: read,
        })
        await opportunityChanged(cache)
        onClose()
      }}
    >
      <Form.List name="months">
        {(fields, { add, remove }) => (
          <>
            <div className={`${styles.cash} ${styles.cashHead}`} aria-hidden>
              <span>{t('assess.profit.month')}</span>
              <span>{t('assess.profit.revenue')}</span>
              <span>{t('assess.profit.cost')}</span>
            </div>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles.cash}>
                <Form.Item name={[name, 'month']} rules={[{ required: true, message: t('assess.profit.month') }]}>
                  <DatePicker picker="month" allowClear={false} aria-label={t('assess.profit.monthOf', { count: name + 1 })} style={{ width: '100%' }} />
                </Form.Item>
                <Form.Item name={[name, 'revenue']}>
                  <InputNumber<number> min={0} precision={2} aria-label={t('assess.profit.revenueOf', { count: name + 1 })} style={{ width: '100%' }} />
                </Form.Item>
                <Form.Item name={[name, 'cost']}>
                  <InputNumber<number> min={0} precision={2} aria-label={t('assess.profit.costOf', { count: name + 1 })} style={{ width: '100%' }} />
                </Form.Item>
                <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('assess.profit.removeMonth', { count: name + 1 })} onClick={() => remove(name)} />
              </div>
            ))}
            <NextMonth onAdd={add} />
          </>
        )}
      </Form.List>
    </QuestionDialog>
  )
}

/** The month after the last, with the same figures. */
function NextMonth({ onAdd }: { onAdd: (row: Answers['months'][number]) => void }) {
  const { t } = useTranslation('opportunity')
  const form = Form.useFormInstance<Answers>()
  return (
    <Button
      icon={<PlusOutlined aria-hidden />}
      onClick={() => {
        const last = (form.getFieldValue('months') as Answers['months']).at(-1)
        onAdd(last ? { ...last, month: last.month.add(1, 'month') } : { month: dayjs(today()).startOf('month'), revenue: 0, cost: 0 })
      }}
    >
      {t('assess.profit.addMonth')}
    </Button>
  )
}
