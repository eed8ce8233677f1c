import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useParams } from 'react-router'
import { ProblemError } from '../../../api/client'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { newStage, processesQuery, type Process } from './api'
import { ProcessEditor } from './ProcessEditor'

const blank = (): Process => ({
  id: 'new',
  code: '',
  name: '',
  description: '',
  isDefault: false,
  archived: false,
  version: 0,
  stages: [
    { ...newStage('A'), winRate: 10 },
    { ...newStage('B'), winRate: 100, maturity: 'SUCCESS' },
  ],
})

/** One sales process, or a new one. */
export function ProcessPage() {
  const id = useParams().id!
  const { data, error, refetch } = useQuery(processesQuery)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active style={{ padding: 24 }} />
  const process = id === 'new' ? blank() : data.find((one) => one.id === id)
  if (!process) return <ErrorState error={new ProblemError({ type: '/problems/not-found', title: '', status: 404 })} />
  return <ProcessEditor key={`${process.id} ${process.version}`} process={process} />
}
