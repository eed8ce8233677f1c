import { InboxOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { del } from '../../../api/client'
import { Badge } from '../../../shared/ui/Badge'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { FormPage } from '../../../shared/ui/FormPage'
import { ListItem, PlainList } from '../../../shared/ui/PlainList'
import { useAction } from '../useAction'
import { spoken } from '../../../shared/spoken'
import { processesQuery, type Process } from './api'

/** The ways in which the company sells. */
export function ProcessesPage() {
  const { t } = useTranslation('settings')
  const navigate = useNavigate()
  const { data, isPending, error, refetch } = useQuery(processesQuery)
  return (
    <FormPage
      title={t('processes.title')}
      description={t('processes.lead')}
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/settings/processes/new')}>
          {t('processes.create')}
        </Button>
      }
    >
      {isPending && <Skeleton active />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <PlainList>
        {data?.map((process) => (
          <ListItem
            key={process.id}
            title={<Link to={`/settings/processes/${process.id}`}>{spoken(process).name}</Link>}
            beside={
              <>
                {process.isDefault && <Badge tone="teal">{t('processes.isDefault')}</Badge>}
                {process.archived && <Badge>{t('processes.isArchived')}</Badge>}
              </>
            }
            detail={pathOf(process)}
            action={!process.archived && !process.isDefault && <Archive process={process} />}
          />
        ))}
      </PlainList>
    </FormPage>
  )
}

const pathOf = ({ stages }: Process) =>
  stages
    .filter((stage) => !stage.archived)
    .map((stage) => `${spoken(stage).name} ${stage.winRate}%`)
    .join(' → ')

function Archive({ process }: { process: Process }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const { busy, run } = useAction()
  const archive = () =>
    run(async () => {
      await del(`/processes/${process.id}`)
      await cache.invalidateQueries({ queryKey: ['processes'] })
    })
  return (
    <Popconfirm title={t('processes.archiveAsk', { name: process.name })} okText={t('processes.archive')} onConfirm={() => archive()}>
      <Button type="text" loading={busy} icon={<InboxOutlined aria-hidden />} aria-label={t('processes.archiveNamed', { name: process.name })} />
    </Popconfirm>
  )
}
