import { useQuery } from '@tanstack/react-query'
import { Alert, Progress, Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { formatPercent } from '../../shared/format'
import { onDay, useAsOf } from '../../shared/past/asOf'
import { PastBanner } from '../../shared/past/PastBanner'
import { Neighbours } from '../../shared/records/Neighbours'
import { RecordFacts } from '../../shared/records/RecordFacts'
import { recordQuery } from '../../shared/records/recordsApi'
import { WhoSees } from '../../shared/sees/WhoSees'
import { useMay } from '../../shared/session'
import { PageError } from '../../shared/ui/PageError'
import { PageHeader } from '../../shared/ui/PageHeader'
import { TabStrip, withTab } from '../../shared/ui/TabStrip'
import { RecordTasks } from '../activity/RecordTasks'
import { Attachments } from '../collaboration/Attachments'
import { ProjectState } from './ProjectState'
import { ProjectVerbs } from './ProjectVerbs'
import styles from './project.module.css'
import { Reports } from './Reports'

const ProjectPlan = lazy(async () => ({ default: (await import('./ProjectPlan')).ProjectPlan }))

const facts = ['name', 'opportunity', 'lead', 'dueOn', 'wonAmount', 'startedOn', 'completedOn', 'completionNote', 'closedOn', 'closingNote', 'reportedAt', 'createdAt']

/** One project: how far it is, what is to be done, what was reported. */
export function ProjectPage() {
  const { t } = useTranslation('project')
  const id = useParams().id!
  const asOf = useAsOf()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const { data: project, error, isPending, refetch } = useQuery(recordQuery('projects', id, asOf))
  const list = { path: onDay('/projects', asOf), label: t('title') }
  if (error && !project) return <PageError error={error} back={list} onRetry={() => void refetch()} />
  if (isPending || !project) return <Skeleton active style={{ padding: 24 }} />
  const { values } = project
  const beside = (
    <>
      <ProjectState state={values.state} />
      <Neighbours id={id} pathOf={(other) => `/projects/${other}`} />
    </>
  )
  const tabs = [
    { key: 'plan', label: t('plan'), children: <Suspense fallback={<Skeleton active />}><ProjectPlan id={id} editable={project.may.plan === true} /></Suspense> },
    { key: 'reports', label: t('reports'), children: <Reports id={id} /> },
    { key: 'facts', label: t('facts'), children: <RecordFacts type="project" record={project} fields={facts} fixed={['opportunity']} editable={project.may.edit === true} /> },
    ...(asOf
      ? []
      : [
          { key: 'files', label: t('files'), children: <Attachments recordType="project" recordId={id} editable={project.may.attach === true} /> },
          ...(may('task:read') ? [{ key: 'tasks', label: t('tasks'), children: <RecordTasks record={{ type: 'project', id }} /> }] : []),
        ]),
  ]
  return (
    <>
      <PastBanner />
      <PageHeader title={String(values.name)} back={list} beside={beside} actions={<ProjectVerbs project={project} />} />
      <div className={styles.body}>
        {values.frozen === true && <Alert type="warning" showIcon title={t('frozen')} className={styles.frozen} />}
        {values.percent != null && (
          <div className={styles.progress}>
            <span>{t('progress')}</span>
            <Progress percent={Number(values.percent)} aria-label={t('progress')} format={(percent) => formatPercent(percent ?? 0)} />
          </div>
        )}
        <TabStrip
          label={t('tabs')}
          tabs={tabs}
          active={tabs.some(({ key }) => key === params.get('tab')) ? params.get('tab')! : 'plan'}
          onChange={(key) => setParams((before) => withTab(before, key === 'plan' ? null : key), { replace: true })}
        />
        <WhoSees recordType="project" recordId={id} />
      </div>
    </>
  )
}
