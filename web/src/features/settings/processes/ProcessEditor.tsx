import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { post, ProblemError, put } from '../../../api/client'
import { spoken } from '../../../shared/spoken'
import { PageHeader } from '../../../shared/ui/PageHeader'
import { useMessageOf } from '../../../shared/useMessageOf'
import { Ask } from '../Ask'
import settings from '../settings.module.css'
import { useFaults } from '../useFaults'
import { placeOf, toBody, type Process, type Stage } from './api'
import styles from './processes.module.css'
import { EditionHistory } from './EditionHistory'
import { ProcessSandbox } from './ProcessSandbox'
import { StageEditor } from './StageEditor'
import { StageList } from './StageList'

/** A process and its stages, saved as one: the server judges the whole. */
export function ProcessEditor({ process }: { process: Process }) {
  const { t } = useTranslation('settings')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [draft, setDraft] = useState(process)
  // Keys of the stages on this page: their order and number change, their inputs must not.
  const [keys, setKeys] = useState(() => process.stages.map((_, index) => index))
  const [at, setAt] = useState(0)
  const [busy, setBusy] = useState(false)
  const faults = useFaults()
  const isNew = process.id === 'new'
  const change = (part: Partial<Process>) => setDraft((before) => ({ ...before, ...part }))
  const stage = draft.stages[at]

  const save = async () => {
    setBusy(true)
    faults.setFailure(null)
    try {
      const body = toBody(draft)
      if (isNew) await post('/processes', body)
      else await put(`/processes/${process.id}`, body)
      await cache.invalidateQueries({ queryKey: ['processes'] })
      void message.success(t('processes.saved', { name: draft.name }))
      void navigate('/settings/processes')
    } catch (failure) {
      refuse(failure)
    } finally {
      setBusy(false)
    }
  }

  const refuse = (failure: unknown) => {
    faults.setFailure(failure)
    const first = failure instanceof ProblemError ? failure.fields.map(({ field }) => placeOf(field)).find((place) => place >= 0) : undefined
    if (first !== undefined) setAt(first)
  }

  const arrange = (stages: Stage[], order: number[], next: number) => {
    change({ stages })
    setKeys(order)
    setAt(next)
    faults.setFailure(null)
  }

  return (
    <>
      <PageHeader back={{ path: '/settings/processes', label: t('processes.title') }} title={isNew ? t('processes.create') : spoken(process).name} />
      <div className={styles.body}>
        {faults.failure != null && (
          <Alert
            role="alert"
            type="error"
            showIcon
            style={{ marginBottom: 16 }}
            title={faults.faults.length > 0 ? t('processes.faults', { count: faults.faults.length }) : messageOf(faults.failure)}
            description={faults.at('stages')}
          />
        )}
        <Form component="div" layout="vertical" className={settings.grid2}>
          <Ask label={t('processes.name')} required fault={faults.at('name')}>
            {(id) => <Input id={id} maxLength={100} value={draft.name} onChange={(event) => change({ name: event.target.value })} />}
          </Ask>
          <Ask label={t('processes.code')} required fault={faults.at('code')} hint={t('processes.codeHint')}>
            {(id) => <Input id={id} maxLength={40} value={draft.code} onChange={(event) => change({ code: event.target.value })} />}
          </Ask>
          <Ask label={t('processes.nameEn')} fault={faults.at('english.name')} hint={t('processes.englishHint')}>
            {(id) => (
              <Input
                id={id}
                maxLength={100}
                value={draft.english.name}
                onChange={(event) => change({ english: { ...draft.english, name: event.target.value } })}
              />
            )}
          </Ask>
          <Ask label={t('processes.descriptionEn')} fault={faults.at('english.description')}>
            {(id) => (
              <Input.TextArea
                id={id}
                autoSize
                maxLength={2000}
                value={draft.english.description}
                onChange={(event) => change({ english: { ...draft.english, description: event.target.value } })}
              />
            )}
          </Ask>
          <Ask label={t('processes.description')} fault={faults.at('description')} className={settings.span}>
            {(id) => (
              <Input.TextArea id={id} autoSize maxLength={2000} value={draft.description} onChange={(event) => change({ description: event.target.value })} />
            )}
          </Ask>
          <div className={`${settings.span} ${styles.standard}`}>
            <label className={settings.row}>
              <Switch checked={draft.isDefault} disabled={process.isDefault} onChange={(isDefault) => change({ isDefault })} />
              {t('processes.makeDefault')}
            </label>
          </div>
          {!isNew && (
            <Ask label={t('processes.reason')} fault={faults.at('reason')} hint={t('processes.reasonHint')} className={settings.span}>
              {(id) => <Input id={id} maxLength={500} value={draft.reason ?? ''} onChange={(event) => change({ reason: event.target.value })} />}
            </Ask>
          )}
        </Form>
        <div className={styles.split}>
          <StageList stages={draft.stages} keys={keys} at={at} faulty={new Set(faults.faults.map(({ field }) => placeOf(field)))} onChoose={setAt} onArrange={arrange} />
          {stage && (
            <StageEditor
              key={keys[at]}
              stage={stage}
              place={at}
              faults={faults}
              onChange={(part) => change({ stages: draft.stages.map((one, index) => (index === at ? { ...one, ...part } : one)) })}
            />
          )}
        </div>
        {!isNew && <ProcessSandbox draft={draft} onRefused={refuse} />}
        {!isNew && <EditionHistory processId={process.id} />}
      </div>
      <div className={settings.sticky}>
        <Button onClick={() => void navigate('/settings/processes')}>{t('back')}</Button>
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {t('save')}
        </Button>
      </div>
    </>
  )
}
