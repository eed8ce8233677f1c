import { CheckOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { patch, ProblemError } from '../../../api/client'
import { today } from '../../../shared/format'
import { applyProblem } from '../../../shared/records/applyProblem'
import { useCatalogue } from '../../../shared/records/useCatalogue'
import { useMessageOf } from '../../../shared/useMessageOf'
import { detailQuery, opportunityChanged, type OpportunityDetail } from '../api'
import { NextStepClock } from '../NextStepClock'
import { Card } from './Card'
import styles from './detail.module.css'

interface Step {
  nextStep?: string | null
  nextStepOn?: Dayjs | null
}

/** What comes next and by when: the one question every open opportunity must answer. */
export function NextStepCard({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const [editing, setEditing] = useState(false)
  const { lacks } = useCatalogue('opportunity')
  const { values } = detail
  if (values.status !== 'OPEN' || lacks('nextStep')) return null
  return (
    <Card
      title={t('nextStep.title')}
      beside={
        detail.may.edit &&
        !editing && (
          <Button type="link" size="small" onClick={() => setEditing(true)}>
            {t(values.nextStepOn ? 'nextStep.change' : 'nextStep.plan')}
          </Button>
        )
      }
    >
      {editing ? (
        <StepForm detail={detail} onClose={() => setEditing(false)} />
      ) : (
        <NextStepClock on={values.nextStepOn} step={values.nextStep} />
      )}
    </Card>
  )
}

function StepForm({ detail, onClose }: { detail: OpportunityDetail; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const messageOf = useMessageOf()
  const [form] = Form.useForm<Step>()
  const [refusal, setRefusal] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const soon = (days: number) => dayjs(today()).add(days, 'day')
  const save = async ({ nextStep, nextStepOn }: Step) => {
    setBusy(true)
    setRefusal(null)
    try {
      const { version } = cache.getQueryData(detailQuery(detail.id).queryKey)!
      await patch(`/opportunities/${detail.id}`, { version, nextStep: nextStep || null, nextStepOn: nextStepOn?.format('YYYY-MM-DD') ?? null })
      await opportunityChanged(cache)
      onClose()
    } catch (failure) {
      if (failure instanceof ProblemError && failure.code === 'stale-version') void cache.refetchQueries({ queryKey: detailQuery(detail.id).queryKey })
      if (!applyProblem(form, failure)) setRefusal(failure)
    } finally {
      setBusy(false)
    }
  }
  const { nextStep, nextStepOn } = detail.values
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ nextStep, nextStepOn: nextStepOn ? dayjs(String(nextStepOn)) : null }}
      onFinish={save}
      className={styles.stepForm}
    >
      <Form.Item name="nextStep" label={t('nextStep.what')}>
        <Input autoFocus maxLength={500} />
      </Form.Item>
      <Form.Item name="nextStepOn" label={t('nextStep.when')}>
        <DatePicker
          style={{ width: '100%' }}
          presets={[1, 3, 7, 14].map((days) => ({ label: t('nextStep.inDays', { count: days }), value: soon(days) }))}
        />
      </Form.Item>
      {refusal != null && (
        <p role="alert" className={styles.refusal}>
          {messageOf(refusal)}
        </p>
      )}
      <Button type="primary" size="small" htmlType="submit" loading={busy} icon={<CheckOutlined aria-hidden />}>
        {t('shared:save')}
      </Button>{' '}
      <Button size="small" onClick={onClose}>
        {t('shared:cancel')}
      </Button>
    </Form>
  )
}
