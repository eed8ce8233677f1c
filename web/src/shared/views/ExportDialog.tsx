import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../format'
import type { ListQuestion } from '../records/recordsApi'
import { JobProgress } from '../ui/JobProgress'
import { useMessageOf } from '../useMessageOf'
import { exportContent, exportQuery, startExport } from './api'

interface Props {
  type: string
  question: ListQuestion
  /** Only these; all of the list when absent. */
  ids?: string[]
  onClose: () => void
}

/** Writes the list into a file while one goes on, and gives the file. */
export function ExportDialog({ type, question, ids, onClose }: Props) {
  const { t } = useTranslation('views')
  const messageOf = useMessageOf()
  const [format, setFormat] = useState<'XLSX' | 'CSV'>('XLSX')
  const start = useMutation({
    mutationFn: () => startExport(type, { ...question, format, ids }),
  })
  const run = useQuery({ ...exportQuery(start.data?.id ?? ''), enabled: start.data !== undefined })
  const ready = run.data?.expiresAt ? run.data : null
  return (
    <Modal
      open
      title={t('export.title')}
      onCancel={onClose}
      footer={
        ready ? (
          <Button type="primary" href={exportContent(ready.id)} download={ready.fileName}>
            {t('export.download')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('shared:cancel')}</Button>
            <Button type="primary" disabled={start.data !== undefined} loading={start.isPending} onClick={() => start.mutate()}>
              {t('export.title')}
            </Button>
          </>
        )
      }
    >
      {!start.data && (
        <Segmented<'XLSX' | 'CSV'>
          value={format}
          options={[
            { value: 'XLSX', label: t('shared:export.xlsx') },
            { value: 'CSV', label: t('shared:export.csv') },
          ]}
          onChange={setFormat}
        />
      )}
      {start.error && <p role="alert">{messageOf(start.error)}</p>}
      {run.data?.jobId && !ready && <JobProgress jobId={run.data.jobId} label={t('export.running')} onEnd={() => void run.refetch()} />}
      {ready && <p role="status">{t('export.ready', { name: ready.fileName, count: ready.rows ?? 0, text: formatNumber(ready.rows ?? 0) })}</p>}
    </Modal>
  )
}
