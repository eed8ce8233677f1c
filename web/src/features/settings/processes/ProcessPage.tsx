import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { PageError } from '../../../shared/ui/PageError'
import { newStage, processesQuery, type Process } from './api'
import { ProcessEditor } from './ProcessEditor'

const blank = (): Process => ({
  id: 'new',
  code: '',
  name: '',
  description: '',
  english: { name: '', description: '' },
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
  const { t } = useTranslation('settings')
  const id = useParams().id!
  const { data, error, refetch } = useQuery(processesQuery)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active style={{ padding: 24 }} />
  const process = id === 'new' ? blank() : data.find((one) => one.id === id)
  if (!process) return <PageError back={{ path: '/settings/processes', label: t('processes.title') }} />
  return <ProcessEditor key={`${process.id} ${process.version}`} process={process} />
}
