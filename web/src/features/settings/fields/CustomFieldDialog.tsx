import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Form, Input, InputNumber, Modal, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { patch, post } from '../../../api/client'
import type { FieldKind } from '../../../api/types'
import { FirstFocus } from '../../../shared/ui/FirstFocus'
import { useMessageOf } from '../../../shared/useMessageOf'
import { Ask } from '../Ask'
import { useObjectName } from '../roles/useObjectName'
import settings from '../settings.module.css'
import { useFaults } from '../useFaults'
import { customKinds, referable, type CustomField, type Option } from './api'
import { OptionsInput } from './OptionsInput'

interface Props {
  type: string
  /** The field to change; a new one when absent. */
  field?: CustomField
  /** Position of a new field. */
  next: number
  onClose: () => void
}

const limited: FieldKind[] = ['TEXT', 'LONG_TEXT', 'URL', 'EMAIL', 'PHONE']

/** A field as it is defined. Code and kind are fixed once records may hold values. */
export function CustomFieldDialog({ type, field, next, onClose }: Props) {
  const { t } = useTranslation('settings')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const nameOf = useObjectName()
  const [draft, setDraft] = useState({
    code: field?.code ?? '',
    labelZh: field?.labelZh ?? '',
    labelEn: field?.labelEn ?? '',
    kind: field?.kind ?? ('TEXT' as FieldKind),
    required: field?.required ?? false,
    position: field?.position ?? next,
    maxLength: field?.maxLength ?? null,
    reference: field?.reference ?? (referable[0] as string),
  })
  const [options, setOptions] = useState<Option[]>(field?.options ?? [])
  const [busy, setBusy] = useState(false)
  const faults = useFaults()
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))

  const save = async () => {
    setBusy(true)
    faults.setFailure(null)
    const { code, kind, reference, ...common } = {
      ...draft,
      labelEn: draft.labelEn || draft.labelZh,
      maxLength: limited.includes(draft.kind) ? draft.maxLength : null,
      options: draft.kind === 'CHOICE' ? options.map((option) => ({ ...option, labelEn: option.labelEn || option.labelZh })) : [],
    }
    try {
      if (field) await patch(`/custom-fields/${field.id}`, { version: field.version, ...common })
      else await post('/custom-fields', { type, code, kind, ...(kind === 'REFERENCE' && { reference }), ...common })
      await cache.invalidateQueries({ queryKey: ['custom-fields', type] })
      void cache.invalidateQueries({ queryKey: ['catalogue'] })
      void message.success(t('fields.saved', { name: draft.labelZh }))
      onClose()
    } catch (failure) {
      faults.setFailure(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      width={640}
      title={field ? t('fields.editNamed', { name: field.labelZh }) : t('fields.add')}
      okText={t('save')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {faults.failure != null && faults.faults.length === 0 && (
        <Alert role="alert" type="error" showIcon title={messageOf(faults.failure)} style={{ marginBottom: 16 }} />
      )}
      <Form component="div" layout="vertical" className={settings.grid2}>
        <FirstFocus>
<Ask label={t('fields.labelZh')} required fault={faults.at('labelZh')}>
          {(id) => <Input id={id} maxLength={100} value={draft.labelZh} onChange={(event) => change({ labelZh: event.target.value })} />}
        </Ask>
</FirstFocus>
        <Ask label={t('fields.labelEn')} fault={faults.at('labelEn')} hint={t('fields.labelEnHint')}>
          {(id) => <Input id={id} maxLength={100} value={draft.labelEn} onChange={(event) => change({ labelEn: event.target.value })} />}
        </Ask>
        <Ask label={t('fields.code')} required fault={faults.at('code')} hint={t('fields.codeHint')}>
          {(id) => <Input id={id} maxLength={40} disabled={Boolean(field)} value={draft.code} onChange={(event) => change({ code: event.target.value })} />}
        </Ask>
        <Ask label={t('fields.kind')} required fault={faults.at('kind')}>
          {(id) => (
            <Select<FieldKind>
              id={id}
              disabled={Boolean(field)}
              value={draft.kind}
              options={customKinds.map((value) => ({ value, label: t(`fields.kinds.${value}`) }))}
              onChange={(kind) => change({ kind })}
            />
          )}
        </Ask>
        {draft.kind === 'REFERENCE' && (
          <Ask label={t('fields.reference')} required fault={faults.at('reference')}>
            {(id) => (
              <Select
                id={id}
                disabled={Boolean(field)}
                value={draft.reference}
                options={referable.map((value) => ({ value, label: nameOf(value) }))}
                onChange={(reference) => change({ reference })}
              />
            )}
          </Ask>
        )}
        {draft.kind === 'CHOICE' && (
          <div className={settings.span}>
            <OptionsInput options={options} onChange={setOptions} fault={(path) => faults.at(path)} />
          </div>
        )}
        <Ask label={t('fields.position')} fault={faults.at('position')}>
          {(id) => <InputNumber id={id} className={settings.wide} min={0} max={10000} precision={0} value={draft.position} onChange={(position) => change({ position: position ?? 0 })} />}
        </Ask>
        {limited.includes(draft.kind) && (
          <Ask label={t('fields.maxLength')} fault={faults.at('maxLength')}>
            {(id) => <InputNumber id={id} className={settings.wide} min={1} max={20000} precision={0} value={draft.maxLength} onChange={(maxLength) => change({ maxLength })} />}
          </Ask>
        )}
        <Ask label={t('fields.required')} fault={faults.at('required')}>
          {(id) => <Switch id={id} checked={draft.required} onChange={(required) => change({ required })} />}
        </Ask>
      </Form>
    </Modal>
  )
}
