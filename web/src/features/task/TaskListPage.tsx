import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Filter, Row } from '../../api/types'
import { fieldsOf } from '../../shared/records/filter'
import { RecordList } from '../../shared/records/RecordList'
import { useCatalogue } from '../../shared/records/useCatalogue'
import { useMay } from '../../shared/session'
import { CompleteTask } from './CompleteTask'
import styles from './task.module.css'

const TaskDialog = lazy(async () => ({ default: (await import('../activity/TaskDialog')).TaskDialog }))

const open: Filter = { field: 'status', op: 'is', value: 'OPEN' }
const mine: Filter = { field: 'assignee', op: 'me' }
const views: Record<string, Filter | null> = {
  mine: { and: [mine, open] },
  overdue: { and: [open, { field: 'dueOn', op: 'relative', value: 'overdue' }] },
  open,
  done: { field: 'status', op: 'is', value: 'DONE' },
  all: null,
}

/** What is to be done: mine first, then what is late, what is done. */
export function TaskListPage() {
  const { t } = useTranslation('task')
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const [creating, setCreating] = useState(false)
  const { lacks } = useCatalogue('task')
  const offered = Object.keys(views).filter((name) => !fieldsOf(views[name]!).some(lacks))
  const view = offered.find((name) => name === params.get('view')) ?? offered[0]!
  const show = (next: string) =>
    setParams(
      (before) => {
        const params = new URLSearchParams(before)
        params.set('view', next)
        return params
      },
      { replace: true },
    )
  const create = may('task:create') && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('activity:task.title')}
    </Button>
  )
  return (
    <>
      <RecordList
        type="task"
        title={t('title')}
        searchField="title"
        scope={views[view]}
        editable={may('task:edit')}
        actions={create}
        above={
          <div className={styles.views}>
            <Segmented
              aria-label={t('views')}
              value={view}
              options={offered.map((value) => ({ value, label: t(`view.${value}`) }))}
              onChange={show}
            />
          </div>
        }
        none={{ title: t(`none.${view}`), reason: t('noneReason'), action: create }}
        cells={{ status: (row: Row) => <CompleteTask row={row} editable={may('task:edit')} /> }}
      />
      <Suspense>{creating && <TaskDialog onClose={() => setCreating(false)} onCreated={() => setCreating(false)} />}</Suspense>
    </>
  )
}
