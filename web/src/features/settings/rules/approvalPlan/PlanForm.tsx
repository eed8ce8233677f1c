import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Ask } from '../../Ask'
import settings from '../../settings.module.css'
import type { EditorProps } from '../editorProps'
import { LevelForm } from './LevelForm'
import { PlaceButtons } from './PlaceButtons'
import { earlier, flowsOf, newFlow, newLevel, replaced, without, type Flow } from './plan'
import styles from './plan.module.css'

/** Who decides what: flows in order, each with its conditions and levels. */
export function PlanForm({ body, parts, onChange, faults }: EditorProps) {
  const { t } = useTranslation('settings')
  const flows = flowsOf(body)
  const choices = (path: string) => parts.find((part) => part.path === path)?.choices.map(({ code, label }) => ({ value: code, label })) ?? []
  const kinds = choices('flows.kind')
  const grades = choices('flows.grades')
  const change = (next: Flow[]) => onChange({ ...body, flows: next })
  const amount = (flow: Flow, at: number, field: 'from' | 'below') => (
    <Ask label={t(`approvalPlan.${field}`)} fault={faults.at(`body.flows.${at}.${field}`)}>
      {(id) => (
        <InputNumber<number>
          id={id}
          className={settings.wide}
          min={0}
          precision={2}
          controls={false}
          suffix={t('approvalPlan.yuan')}
          value={flow[field]}
          onChange={(value) => change(replaced(flows, at, { [field]: value }))}
        />
      )}
    </Ask>
  )
  return (
    <>
      <p className={styles.hint}>{t('approvalPlan.hint')}</p>
      {flows.map((flow, at) => {
        const name = kinds.find(({ value }) => value === flow.kind)?.label ?? flow.kind
        return (
          <Form component="section" key={at} layout="vertical" className={styles.flow} aria-label={t('approvalPlan.flow', { number: at + 1, name })}>
            <header className={styles.head}>
              <h3>{t('approvalPlan.flow', { number: at + 1, name })}</h3>
              <PlaceButtons name={name} first={at === 0} onEarlier={() => change(earlier(flows, at))} onRemove={() => change(without(flows, at))} />
            </header>
            <div className={settings.grid4}>
              <Ask label={t('approvalPlan.kind')} required fault={faults.at(`body.flows.${at}.kind`)}>
                {(id) => <Select id={id} value={flow.kind} options={kinds} onChange={(kind) => change(replaced(flows, at, { kind }))} />}
              </Ask>
              {amount(flow, at, 'from')}
              {amount(flow, at, 'below')}
              {(grades.length > 0 || flow.grades.length > 0) && (
                <Ask label={t('approvalPlan.grades')} fault={faults.below(`body.flows.${at}.grades`)}>
                  {(id) => (
                    <Select
                      id={id}
                      mode="multiple"
                      allowClear
                      placeholder={t('approvalPlan.anyGrade')}
                      value={flow.grades}
                      options={grades}
                      onChange={(chosen: string[]) => change(replaced(flows, at, { grades: chosen }))}
                    />
                  )}
                </Ask>
              )}
            </div>
            {flow.levels.map((level, place) => (
              <LevelForm
                key={place}
                level={level}
                number={place + 1}
                at={`body.flows.${at}.levels.${place}`}
                faults={faults}
                roles={choices('flows.levels.role')}
                modes={choices('flows.levels.mode')}
                onChange={(part) => change(replaced(flows, at, { levels: replaced(flow.levels, place, part) }))}
                onEarlier={() => change(replaced(flows, at, { levels: earlier(flow.levels, place) }))}
                onRemove={() => change(replaced(flows, at, { levels: without(flow.levels, place) }))}
              />
            ))}
            {faults.at(`body.flows.${at}.levels`) && <p role="alert">{faults.at(`body.flows.${at}.levels`)}</p>}
            <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => change(replaced(flows, at, { levels: [...flow.levels, newLevel] }))}>
              {t('approvalPlan.addLevel')}
            </Button>
          </Form>
        )
      })}
      <Button icon={<PlusOutlined aria-hidden />} disabled={kinds.length === 0} onClick={() => change([...flows, newFlow(kinds[0]?.value ?? '')])}>
        {t('approvalPlan.addFlow')}
      </Button>
    </>
  )
}
