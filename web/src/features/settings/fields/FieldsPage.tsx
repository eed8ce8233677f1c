import { EditOutlined, InboxOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { del } from '../../../api/client'
import { useFields } from '../../../shared/records/useCatalogue'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { FormPage } from '../../../shared/ui/FormPage'
import { useObjectName } from '../roles/useObjectName'
import settings from '../settings.module.css'
import { useAction } from '../useAction'
import { customFieldsQuery, customTypes, fieldIndexesQuery, type CustomField } from './api'
import { CustomFieldDialog } from './CustomFieldDialog'
import { FieldIndexCell } from './FieldIndexCell'

/** The company's own fields, kind of record by kind of record. */
export function FieldsPage() {
  const { t } = useTranslation('settings')
  const nameOf = useObjectName()
  const [params, setParams] = useSearchParams()
  const type = customTypes.find((one) => one === params.get('type')) ?? 'opportunity'
  const { data, isPending, error, refetch } = useQuery(customFieldsQuery(type))
  const [editing, setEditing] = useState<CustomField | 'new' | null>(null)
  const add = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEditing('new')}>
      {t('fields.add')}
    </Button>
  )
  return (
    <FormPage
      title={t('fields.title')}
      description={t('fields.lead')}
      actions={
        <>
          <Select
            aria-label={t('fields.type')}
            value={type}
            style={{ minWidth: 120 }}
            options={customTypes.map((value) => ({ value, label: nameOf(value) }))}
            onChange={(value) => setParams({ type: value }, { replace: true })}
          />
          {add}
        </>
      }
    >
      {isPending && <Skeleton active />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('fields.none', { type: nameOf(type) })} reason={t('fields.noneReason')} action={add} />}
      {data && data.length > 0 && <FieldTable fields={data} type={type} onEdit={setEditing} />}
      <BuiltIn type={type} />
      {editing && <CustomFieldDialog type={type} field={editing === 'new' ? undefined : editing} next={(data?.length ?? 0) + 1} onClose={() => setEditing(null)} />}
    </FormPage>
  )
}

function FieldTable({ fields, type, onEdit }: { fields: CustomField[]; type: string; onEdit: (field: CustomField) => void }) {
  const { t, i18n } = useTranslation('settings')
  const cache = useQueryClient()
  const { busy, run } = useAction()
  const indexes = useQuery(fieldIndexesQuery(type))
  const indexOf = ({ id }: CustomField) => indexes.data?.find(({ fieldId }) => fieldId === id)
  const label = (field: CustomField) => (i18n.language === 'en' ? field.labelEn : field.labelZh)
  const archive = (field: CustomField) =>
    run(async () => {
      await del(`/custom-fields/${field.id}`)
      await cache.invalidateQueries({ queryKey: ['custom-fields', type] })
      void cache.invalidateQueries({ queryKey: ['catalogue'] })
    }, t('fields.archived', { name: label(field) }))
  return (
    <div className={`${settings.tableScroll} ${settings.block}`}>
      <table className={settings.table}>
        <thead>
          <tr>
            <th scope="col">{t('fields.label')}</th>
            <th scope="col">{t('fields.kind')}</th>
            <th scope="col">{t('fields.required')}</th>
            <th scope="col">{t('fields.options')}</th>
            <th scope="col">{t('fields.index.title')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('fields.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.id}>
              <th scope="row">
                {label(field)}
                <div className={settings.code}>{field.name}</div>
              </th>
              <td>{t(`fields.kinds.${field.kind}`)}</td>
              <td>{field.required ? t('shared:yes') : t('shared:no')}</td>
              <td className={settings.small}>{field.options.map((option) => (i18n.language === 'en' ? option.labelEn : option.labelZh)).join(' · ')}</td>
              <td className={settings.small}>
                {indexOf(field) && <FieldIndexCell type={type} index={indexOf(field)!} name={label(field)} />}
              </td>
              <td>
                <span className={settings.row}>
                  <Button type="text" icon={<EditOutlined aria-hidden />} aria-label={t('fields.editNamed', { name: label(field) })} onClick={() => onEdit(field)} />
                  <Popconfirm
                    title={t('fields.archiveAsk', { name: label(field) })}
                    description={t('fields.archiveReason')}
                    okText={t('fields.archive')}
                    onConfirm={() => archive(field)}
                  >
                    <Button type="text" loading={busy} icon={<InboxOutlined aria-hidden />} aria-label={t('fields.archiveNamed', { name: label(field) })} />
                  </Popconfirm>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The fields that ship: to see what need not be added. */
function BuiltIn({ type }: { type: string }) {
  const { t } = useTranslation('settings')
  const { fields } = useFields(type)
  const builtIn = fields.filter(({ custom }) => !custom)
  return (
    <details className={settings.block}>
      <summary>{t('fields.builtIn', { count: builtIn.length })}</summary>
      <div className={settings.tableScroll} style={{ marginTop: 12 }} role="region" aria-label={t('fields.builtIn', { count: builtIn.length })} tabIndex={0}>
        <table className={settings.table}>
          <thead>
            <tr>
              <th scope="col">{t('fields.label')}</th>
              <th scope="col">{t('fields.kind')}</th>
              <th scope="col">{t('fields.required')}</th>
            </tr>
          </thead>
          <tbody>
            {builtIn.map((field) => (
              <tr key={field.name}>
                <th scope="row">
                  {field.label} <span className={settings.code}>{field.name}</span>
                </th>
                <td>{t(`fields.kinds.${field.kind}`)}</td>
                <td>{field.required ? t('shared:yes') : t('shared:no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
