import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { get, post } from '../../../api/client'
import type { Page } from '../../../api/types'
import { useRecordPlace } from '../../../shared/feature'
import { formatPercent } from '../../../shared/format'
import { keyAsOf, useAsOf } from '../../../shared/past/asOf'
import { useMay } from '../../../shared/session'
import { useMessageOf } from '../../../shared/useMessageOf'
import { opportunityChanged, type OpportunityDetail } from '../api'
import { Card } from './Card'
import styles from './detail.module.css'

const fields = 'name,state,percent'

/** What a won one is carried out as; one loaded as won can be set up here. */
export function ProjectCard({ detail: { id, values } }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const may = useMay()
  const asOf = useAsOf()
  const place = useRecordPlace('project')
  const [busy, setBusy] = useState(false)
  const filter = JSON.stringify({ field: 'opportunity', op: 'is', value: id })
  const { data } = useQuery({
    queryKey: keyAsOf(asOf, 'records', 'project', 'of', id),
    queryFn: ({ signal }) => get<Page>('/records/project', { fields, filter, limit: 1, asOf }, signal),
    enabled: may('project:read'),
  })
  const project = data?.rows[0]
  const setUp = async () => {
    setBusy(true)
    try {
      await post(`/opportunities/${id}/project`)
      await opportunityChanged(cache)
    } catch (failure) {
      void message.error(messageOf(failure))
    } finally {
      setBusy(false)
    }
  }
  if (project) {
    return (
      <Card title={t('project.title')} beside={place?.cells?.state?.(project)}>
        {place?.path ? <Link to={place.path(project.id)}>{String(project.name)}</Link> : String(project.name)}
        {project.percent != null && <Progress percent={Number(project.percent)} size="small" aria-label={t('project.progress')} format={(percent) => formatPercent(percent ?? 0)} />}
        {values.status !== 'WON' && <p className={styles.quiet}>{t('project:frozen')}</p>}
      </Card>
    )
  }
  if (!data || asOf || values.status !== 'WON' || !may('project:create')) return null
  return (
    <Card title={t('project.title')}>
      <p>{t('project.none')}</p>
      <Button loading={busy} onClick={() => void setUp()}>
        {t('project.setUp')}
      </Button>
    </Card>
  )
}
