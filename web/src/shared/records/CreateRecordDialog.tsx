import { useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { post } from '../../api/client'
import type { CreateDialogProps } from '../feature'
import { RecordForm, type Values } from './RecordForm'
import type { ComponentProps } from 'react'

interface Props extends CreateDialogProps, Pick<ComponentProps<typeof RecordForm>, 'below' | 'columns' | 'inputs'> {
  type: string
  plural: string
  title: string
  fields: string[]
}

/** Creates a record of any type in place; features wrap it with their own fields. */
export function CreateRecordDialog({ type, plural, title, fields, initial, onCreated, onClose, ...form }: Props) {
  const { t } = useTranslation('shared')
  const { message } = App.useApp()
  const cache = useQueryClient()
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={720} styles={{ header: { marginBottom: 16 } }} mask={{ closable: false }}>
      <RecordForm
        {...form}
        focused
        type={type}
        fields={fields}
        initial={initial as Values}
        // A draft belongs to what it was begun from: the one of this customer must not come up at the next.
        draftKey={`create.${type}.${JSON.stringify(initial ?? {})}`}
        submitLabel={t('create')}
        onCancel={onClose}
        onSubmit={async (body, values) => {
          const { id } = await post<{ id: string }>(`/${plural}`, body)
          void cache.invalidateQueries({ queryKey: ['records', type] })
          const label = String(values.name ?? values.title ?? values.subject ?? body.name ?? id)
          void message.success(t('created', { name: label }))
          onCreated({ id, label })
        }}
      />
    </Modal>
  )
}
