import { ImportOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { post } from '../../api/client'
import { Schedule } from '../../shared/gantt/Schedule'
import { useAsOf } from '../../shared/past/asOf'
import { ErrorState } from '../../shared/ui/ErrorState'
import { useMessageOf } from '../../shared/useMessageOf'
import { plannedQuery } from './api'
import { useProjectChanged } from './useProjectChanged'

/** What is to be done, by whom and when. */
export function ProjectPlan({ id, editable }: { id: string; editable: boolean }) {
  const { t } = useTranslation('project')
  const asOf = useAsOf()
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const changed = useProjectChanged()
  const { data, isPending, error, refetch } = useQuery(plannedQuery(id, asOf))
  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const takeOver = async () => {
    try {
      const { count } = await post<{ count: number }>(`/projects/${id}/plan/takeover`)
      void message.info(t('tookOver', { count }))
      await cache.invalidateQueries({ queryKey: ['record'] })
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  return (
    <Schedule
      base={`/projects/${id}/plan`}
      version={data.version}
      items={data.items}
      baselineAt={data.baselineAt}
      slipDays={data.slipDays}
      editable={editable}
      today={asOf ?? undefined}
      onChanged={changed}
      more={
        editable &&
        data.items.length === 0 && (
          <Button icon={<ImportOutlined aria-hidden />} onClick={() => void takeOver()}>
            {t('takeOver')}
          </Button>
        )
      }
    />
  )
}
