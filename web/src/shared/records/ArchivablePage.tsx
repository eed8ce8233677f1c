import { InboxOutlined, UndoOutlined } from '@ant-design/icons'
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { Alert, App, Button, Popconfirm, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../api/client'
import type { RecordDetail } from '../../api/types'
import { formatInstant } from '../format'
import { FormPage } from '../ui/FormPage'
import { PageError } from '../ui/PageError'
import type { Back } from '../ui/BackLink'
import { useMessageOf } from '../useMessageOf'
import { Neighbours } from './Neighbours'

interface Props {
  query: UseQueryResult<RecordDetail>
  type: string
  plural: string
  list: Back
  children: (record: RecordDetail, editable: boolean) => ReactNode
  /** What else can be done with a living one. */
  more?: (record: RecordDetail) => ReactNode
}

/** The page of a small record that can be put away and taken back. */
export function ArchivablePage({ query: { data: record, error, isPending, refetch }, type, plural, list, children, more }: Props) {
  const { t } = useTranslation('shared')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const [busy, setBusy] = useState(false)
  if (error && !record) return <PageError error={error} back={list} onRetry={() => void refetch()} />
  if (isPending || !record) return <Skeleton active style={{ padding: 24 }} />
  const { id, values, may } = record
  const archived = Boolean(values.archivedAt)
  const change = async (verb: 'archive' | 'restoration') => {
    setBusy(true)
    try {
      await post(`/${plural}/${id}/${verb}`)
      await cache.invalidateQueries({ queryKey: ['record', plural, id] })
      void cache.invalidateQueries({ queryKey: ['records', type] })
    } catch (failure) {
      void message.error(messageOf(failure))
    } finally {
      setBusy(false)
    }
  }
  const name = String(values.name)
  return (
    <FormPage
      title={name}
      back={list}
      beside={<Neighbours id={id} pathOf={(other) => `/${plural}/${other}`} />}
      actions={
        <>
          {more?.(record)}
          {may.archive &&
            (archived ? (
              <Button type="primary" icon={<UndoOutlined aria-hidden />} loading={busy} onClick={() => void change('restoration')}>
                {t('archive.restore')}
              </Button>
            ) : (
              <Popconfirm title={t('archive.ask', { name })} description={t('archive.reason')} okText={t('archive.do')} onConfirm={() => change('archive')}>
                <Button icon={<InboxOutlined aria-hidden />} loading={busy}>
                  {t('archive.do')}
                </Button>
              </Popconfirm>
            ))}
        </>
      }
    >
      {archived && !values.mergedInto && <Alert type="warning" showIcon title={t('archive.since', { at: formatInstant(String(values.archivedAt)) })} style={{ marginBottom: 16 }} />}
      {children(record, may.edit === true && !archived)}
    </FormPage>
  )
}
