import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { del, put } from '../../../api/client'
import { jobQuery } from '../../../shared/ui/JobProgress'
import settings from '../settings.module.css'
import { useAction } from '../useAction'
import type { FieldIndex } from './api'

interface Props {
  type: string
  index: FieldIndex
  /** What the field is called. */
  name: string
}

/** Whether a field has an index, and the way to give it one or to take it away. */
export function FieldIndexCell({ type, index, name }: Props) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const { busy, run } = useAction()
  const { fieldId, state, sorts, jobId } = index
  const waits = state === 'WISHED'
  const job = useQuery({ ...jobQuery(jobId ?? ''), enabled: waits && Boolean(jobId) })
  const ended = Boolean(job.data?.finishedAt)
  const read = () => {
    void cache.invalidateQueries({ queryKey: ['catalogue'] })
    return cache.invalidateQueries({ queryKey: ['field-indexes', type] })
  }
  useEffect(() => {
    if (waits && ended) void cache.invalidateQueries({ queryKey: ['field-indexes', type] })
  }, [waits, ended, cache, type])
  const make = () => run(() => put(`/custom-fields/${fieldId}/index`, {}).then(read), t('fields.index.started', { name }))
  const drop = () => run(() => del(`/custom-fields/${fieldId}/index`).then(read), t('fields.index.dropped', { name }))
  if (state === 'IMPOSSIBLE') return <span title={t('fields.index.impossible')}>–</span>
  if (state === 'READY') {
    return (
      <span className={settings.row}>
        <span>{t(sorts ? 'fields.index.both' : 'fields.index.filter')}</span>
        <Popconfirm title={t('fields.index.dropAsk', { name })} okText={t('fields.index.drop')} onConfirm={drop}>
          <Button size="small" type="text" loading={busy} aria-label={t('fields.index.dropNamed', { name })}>
            {t('fields.index.drop')}
          </Button>
        </Popconfirm>
      </span>
    )
  }
  if (waits && !ended) return <span role="status">{t('fields.index.making')}</span>
  return (
    <span className={settings.row}>
      {waits && <span role="alert">{t('fields.index.failed')}</span>}
      <Popconfirm title={t('fields.index.makeAsk', { name })} description={t('fields.index.makeReason')} okText={t('fields.index.make')} onConfirm={make}>
        <Button size="small" loading={busy} aria-label={t('fields.index.makeNamed', { name })}>
          {t('fields.index.make')}
        </Button>
      </Popconfirm>
    </span>
  )
}
