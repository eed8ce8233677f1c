import { queryOptions, useQuery } from '@tanstack/react-query'
import { Alert, Button, Progress } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { get, post } from '../../api/client'
import type { Job } from '../../api/types'
import { formatNumber } from '../format'
import { ErrorState } from './ErrorState'

const atWork = (job: Job | undefined) => job?.state === 'WAITING' || job?.state === 'RUNNING'

/** A long task, asked about every second while it is at work. */
export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: () => get<Job>(`/jobs/${id}`),
    refetchInterval: ({ state }) => (state.data === undefined || atWork(state.data) ? 1000 : false),
    retry: 5,
  })

interface Props {
  jobId: string
  label: string
  /** Called once when the task has ended, however it ended. */
  onEnd?: (job: Job) => void
}

/** How far a long task is, with a way to stop it; it goes on when one leaves the page. */
export function JobProgress({ jobId, label, onEnd }: Props) {
  const { t } = useTranslation('shared')
  const { data: job, error, refetch } = useQuery(jobQuery(jobId))
  const told = useRef('')
  useEffect(() => {
    if (!job || atWork(job) || told.current === job.id) return
    told.current = job.id
    onEnd?.(job)
  }, [job, onEnd])
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const percent = job?.total ? Math.floor((job.done / job.total) * 100) : undefined
  const failed = job?.state === 'FAILED'
  return (
    <div role="status" aria-label={label}>
      <Progress
        percent={job?.state === 'DONE' ? 100 : (percent ?? 0)}
        status={failed ? 'exception' : job?.state === 'DONE' ? 'success' : 'active'}
      />
      <p>
        {!job ? label : atWork(job) ? `${label} · ${t(`job.${job.state}`)}` : t(`job.${job.state}`)}
        {job?.total ? ` · ${formatNumber(job.done)} / ${formatNumber(job.total)}` : ''}
      </p>
      {failed && <Alert type="error" showIcon title={job.problem?.title ?? t('job.FAILED')} />}
      {atWork(job) && (
        <Button size="small" onClick={() => void post(`/jobs/${jobId}/cancellation`).then(() => refetch())}>
          {t('job.stop')}
        </Button>
      )}
    </div>
  )
}
