import { Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../../shared/records/useCatalogue'
import { Ask } from '../Ask'
import { LinesInput } from '../LinesInput'
import settings from '../settings.module.css'
import type { Faults } from '../useFaults'
import { EnglishEditor } from './EnglishEditor'
import { maturities, type Gate, type Maturity, type Stage } from './api'
import styles from './processes.module.css'

interface Props {
  stage: Stage
  place: number
  faults: Faults
  onChange: (part: Partial<Stage>) => void
}

/** Everything a stage is: what it counts for, what it asks of people, and what it takes to enter it. */
export function StageEditor({ stage, place, faults, onChange }: Props) {
  const { t } = useTranslation('settings')
  const at = (field: string) => faults.below(`stages[${place}].${field}`)
  const number = (field: 'winRate' | 'expectedConversion' | 'plannedDays', unit: string) => (
    <Ask label={t(`processes.${field}`)} required={field === 'winRate'} fault={at(field)}>
      {(id) => <InputNumber id={id} className={settings.wide} controls={false} suffix={unit} value={stage[field]} onChange={(value) => onChange({ [field]: value })} />}
    </Ask>
  )
  const lines = (field: 'workItems' | 'participants' | 'keyActions' | 'keyResults' | 'diagnosisQuestions' | 'diagnosisIndicators') => (
    <Ask label={t(`processes.${field}`)} fault={at(field)} hint={field === 'keyActions' ? t('processes.keyActionsHint') : undefined}>
      {(id) => <LinesInput id={id} value={stage[field]} placeholder={t('processes.onePerLine')} onChange={(value) => onChange({ [field]: value })} />}
    </Ask>
  )
  return (
    <Form component="section" layout="vertical" className={styles.stage} aria-label={stage.name || stage.code}>
      <div className={settings.grid4}>
        <Ask label={t('processes.stageName')} required fault={at('name')}>
          {(id) => <Input id={id} maxLength={100} value={stage.name} onChange={(event) => onChange({ name: event.target.value })} />}
        </Ask>
        <Ask label={t('processes.stageCode')} required fault={at('code')}>
          {(id) => <Input id={id} maxLength={20} value={stage.code} onChange={(event) => onChange({ code: event.target.value })} />}
        </Ask>
        <Ask label={t('processes.maturity')} required fault={at('maturity')}>
          {(id) => (
            <Select<Maturity>
              id={id}
              value={stage.maturity}
              options={maturities.map((value) => ({ value, label: t(`processes.maturities.${value}`) }))}
              onChange={(maturity) => onChange({ maturity })}
            />
          )}
        </Ask>
        {number('winRate', '%')}
        {number('expectedConversion', '%')}
        {number('plannedDays', t('processes.days'))}
        <Ask label={t('processes.use')} hint={t('processes.useHint')}>
          {(id) => (
            <Switch
              id={id}
              checked={!stage.archived}
              checkedChildren={t('processes.inUse')}
              unCheckedChildren={t('processes.isArchived')}
              onChange={(used) => onChange({ archived: !used })}
            />
          )}
        </Ask>
      </div>
      <h2>{t('processes.guidance')}</h2>
      <div className={settings.grid2}>
        <Ask label={t('processes.goal')} fault={at('goal')}>
          {(id) => <Input.TextArea id={id} autoSize={{ minRows: 2 }} maxLength={2000} value={stage.goal} onChange={(event) => onChange({ goal: event.target.value })} />}
        </Ask>
        <Ask label={t('processes.verification')} fault={at('verification')} hint={t('processes.verificationHint')}>
          {(id) => (
            <Input.TextArea id={id} autoSize={{ minRows: 2 }} maxLength={2000} value={stage.verification} onChange={(event) => onChange({ verification: event.target.value })} />
          )}
        </Ask>
        {lines('workItems')}
        {lines('keyActions')}
        {lines('keyResults')}
        {lines('participants')}
        {lines('diagnosisQuestions')}
        {lines('diagnosisIndicators')}
      </div>
      <EnglishEditor english={stage.english} fault={(field) => at(`english.${field}`)} onChange={(part) => onChange({ english: { ...stage.english, ...part } })} />
      <GateEditor gate={stage.gate} fault={(field) => at(`gate.${field}`)} onChange={(part) => onChange({ gate: { ...stage.gate, ...part } })} />
    </Form>
  )
}

interface GateProps {
  gate: Gate
  fault: (field: keyof Gate) => string | undefined
  onChange: (part: Partial<Gate>) => void
}

/** What must be true of an opportunity before it may enter the stage. */
function GateEditor({ gate, fault, onChange }: GateProps) {
  const { t } = useTranslation('settings')
  const { fields } = useFields('opportunity')
  const kinds = useFields('activity').fields.find(({ name }) => name === 'kind')?.choices ?? []
  return (
    <>
      <h2>{t('processes.gate')}</h2>
      <p className={settings.hint}>{t('processes.gateLead')}</p>
      <div className={settings.grid2}>
        <Ask label={t('processes.requiredFields')} fault={fault('requiredFields')}>
          {(id) => (
            <Select<string[]>
              id={id}
              mode="multiple"
              optionFilterProp="label"
              value={gate.requiredFields}
              options={fields
                .filter(({ name, readOnly }) => !readOnly || gate.requiredFields.includes(name))
                .map(({ name, label }) => ({ value: name, label }))}
              onChange={(requiredFields) => onChange({ requiredFields })}
            />
          )}
        </Ask>
        <Ask label={t('processes.documentsRequired')} fault={fault('documentsRequired')} hint={t('processes.documentsHint')}>
          {(id) => (
            <LinesInput
              id={id}
              value={gate.documentsRequired}
              placeholder={t('processes.onePerLine')}
              onChange={(documentsRequired) => onChange({ documentsRequired })}
            />
          )}
        </Ask>
        <Ask label={t('processes.recentActivity')} fault={fault('recentActivity')} hint={t('processes.recentActivityHint')}>
          {(id) => (
            <div className={settings.row}>
              <InputNumber
                id={id}
                min={1}
                controls={false}
                suffix={t('processes.days')}
                value={gate.recentActivity?.days ?? null}
                onChange={(days) => onChange({ recentActivity: days ? { ...gate.recentActivity, days } : null })}
              />
              <Select<string>
                aria-label={t('processes.activityKind')}
                allowClear
                popupMatchSelectWidth={false}
                style={{ minWidth: 120 }}
                placeholder={t('processes.anyActivity')}
                disabled={!gate.recentActivity}
                value={gate.recentActivity?.kind ?? undefined}
                options={kinds.map(({ code, label }) => ({ value: code, label }))}
                onChange={(kind) => gate.recentActivity && onChange({ recentActivity: { ...gate.recentActivity, kind: kind ?? null } })}
              />
            </div>
          )}
        </Ask>
        <Ask label={t('processes.minimumScore')} fault={fault('minimumScore')} hint={t('processes.recentActivityHint')}>
          {(id) => <InputNumber id={id} min={0} max={100} controls={false} value={gate.minimumScore ?? null} onChange={(minimumScore) => onChange({ minimumScore })} />}
        </Ask>
      </div>
      <div className={styles.checks}>
        <Checkbox checked={gate.validityRequired} onChange={(event) => onChange({ validityRequired: event.target.checked })}>
          {t('processes.validityRequired')}
        </Checkbox>
        <Checkbox checked={gate.keyActionsRequired} onChange={(event) => onChange({ keyActionsRequired: event.target.checked })}>
          {t('processes.keyActionsRequired')}
        </Checkbox>
        <Checkbox checked={gate.verificationRequired} onChange={(event) => onChange({ verificationRequired: event.target.checked })}>
          {t('processes.verificationRequired')}
        </Checkbox>
        <Checkbox checked={gate.confirmationRequired} onChange={(event) => onChange({ confirmationRequired: event.target.checked })}>
          {t('processes.confirmationRequired')}
        </Checkbox>
        <Checkbox checked={gate.approvalRequired} onChange={(event) => onChange({ approvalRequired: event.target.checked })}>
          {t('processes.approvalRequired')}
        </Checkbox>
      </div>
    </>
  )
}
