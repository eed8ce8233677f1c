import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Row } from '../../api/types'
import { useRecordPlace } from '../../shared/feature'
import { dayInWords, today } from '../../shared/format'
import { useMay, useSession } from '../../shared/session'
import { ErrorState } from '../../shared/ui/ErrorState'
import { PageHeader } from '../../shared/ui/PageHeader'
import activity from '../activity/activity.module.css'
import { TaskItem } from '../activity/TaskItem'
import { nextStepList, overstayList, unplannedList, workbenchQuery, type Today } from './api'
import { OpportunityLines } from './OpportunityLines'
import { StageOverview } from './StageOverview'
import styles from './workbench.module.css'

const TaskDialog = lazy(async () => ({ default: (await import('../activity/TaskDialog')).TaskDialog }))

/** What to do next, and how one stands. */
export function WorkbenchPage() {
  const { t, i18n } = useTranslation('workbench')
  const { user } = useSession()
  const { data, isPending, error, refetch } = useQuery(workbenchQuery)
  const date = dayInWords(today(), i18n.language)
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} description={t('greeting', { name: user.name, date })} />
      {isPending ? (
        <div className={styles.bones}>
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      ) : error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Panels work={data} />
      )}
    </div>
  )
}

function Panels({ work }: { work: Today }) {
  const { t } = useTranslation('workbench')
  const may = useMay()
  const [creating, setCreating] = useState(false)
  const sells = may('opportunity:read')
  return (
    <div className={styles.grid} data-sells={sells} data-tasks={may('task:read')}>
      {sells && (
        <Panel area="steps" title={t('nextSteps.title')} count={work.dueNextSteps?.length ?? 0} all={nextStepList()}>
          <OpportunityLines rows={work.dueNextSteps ?? []} what="nextStep" none={work.dueNextSteps ? <NoneDue /> : t('notTold')} />
        </Panel>
      )}
      {may('task:read') && (
        <Panel
          area="tasks"
          title={t('tasks.title')}
          count={work.tasks?.length ?? 0}
          all="/tasks"
          action={
            may('task:create') && (
              <Button size="small" type="text" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
                {t('activity:task.title')}
              </Button>
            )
          }
        >
          {!work.tasks?.length ? (
            <p className={styles.none}>{t(work.tasks ? 'tasks.none' : 'notTold')}</p>
          ) : (
            <ul className={activity.tasks}>
              {work.tasks.map((row) => (
                <TaskItem
                  key={row.id}
                  task={{ id: row.id, title: String(row.title), status: 'OPEN', priority: row.priority as string, dueOn: row.dueOn as string }}
                  detail={row.recordName ? <RecordName row={row} /> : undefined}
                  editable={may('task:edit')}
                />
              ))}
            </ul>
          )}
        </Panel>
      )}
      {sells && <StageOverview stages={work.stages} />}
      {sells && (
        <Panel area="overstays" title={t('overstays.title')} count={work.overstays?.length ?? 0} all={overstayList()}>
          <OpportunityLines rows={work.overstays ?? []} what="overstay" none={t(work.overstays ? 'overstays.none' : 'notTold')} />
        </Panel>
      )}
      <Suspense>{creating && <TaskDialog onClose={() => setCreating(false)} onCreated={() => setCreating(false)} />}</Suspense>
    </div>
  )
}

/** Nothing is due: then the opportunities that nobody has planned anything for come next. */
function NoneDue() {
  const { t } = useTranslation('workbench')
  return (
    <>
      {t('nextSteps.none')} <Link to={unplannedList()}>{t('nextSteps.unplanned')}</Link>
    </>
  )
}

/** What a task is about, as a link where that has a page. */
function RecordName({ row }: { row: Row }) {
  const path = useRecordPlace(String(row.recordType))?.path
  return path ? <Link to={path(String(row.recordId))}>{String(row.recordName)}</Link> : String(row.recordName)
}

interface PanelProps {
  area: 'steps' | 'tasks' | 'overstays'
  title: string
  count: number
  all: string
  action?: ReactNode
  children: ReactNode
}

function Panel({ area, title, count, all, action, children }: PanelProps) {
  const { t } = useTranslation('workbench')
  return (
    <section className={styles.panel} style={{ gridArea: area }} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {action}
        {count > 0 && (
          <Link to={all} aria-label={t('allOf', { what: title })}>
            {t('all')}
          </Link>
        )}
      </header>
      {children}
    </section>
  )
}
