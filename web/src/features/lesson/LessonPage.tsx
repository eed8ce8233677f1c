import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { del, put } from '../../api/client'
import type { RecordDetail } from '../../api/types'
import { Neighbours } from '../../shared/records/Neighbours'
import { QuestionDialog } from '../../shared/records/QuestionDialog'
import { TextQuestion } from '../../shared/records/questions'
import { RecordFacts } from '../../shared/records/RecordFacts'
import { recordQuery } from '../../shared/records/recordsApi'
import { WhoSees } from '../../shared/sees/WhoSees'
import { FormPage } from '../../shared/ui/FormPage'
import { PageError } from '../../shared/ui/PageError'
import { useMessageOf } from '../../shared/useMessageOf'
import { StatusBadge } from '../opportunity/StatusBadge'
import styles from './lesson.module.css'

/** One lesson: what was learnt, of which opportunity, and who may read it. */
export function LessonPage() {
  const { t } = useTranslation('lesson')
  const id = useParams().id!
  const { data: lesson, error, isPending, refetch } = useQuery(recordQuery('lessons', id))
  const list = { path: '/lessons', label: t('title') }
  if (error && !lesson) return <PageError error={error} back={list} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton active style={{ padding: 24 }} />
  return (
    <FormPage title={String(lesson.values.title ?? t('title'))} back={list} beside={<Neighbours id={id} pathOf={(other) => `/lessons/${other}`} />} actions={<Publication lesson={lesson} />}>
      <blockquote className={styles.text}>{String(lesson.values.text ?? '')}</blockquote>
      <RecordFacts type="lesson" record={lesson} without={['title', 'text', 'published']} shown={{ outcome: <StatusBadge status={lesson.values.outcome} /> }} />
      <WhoSees recordType="lesson" recordId={id} />
    </FormPage>
  )
}

function Publication({ lesson }: { lesson: RecordDetail }) {
  const { t } = useTranslation('lesson')
  const cache = useQueryClient()
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const [asking, setAsking] = useState(false)
  const { id, version, may, values } = lesson
  const changed = async () => {
    await Promise.all([['record'], ['records']].map((queryKey) => cache.invalidateQueries({ queryKey })))
  }
  const withdraw = async () => {
    try {
      await del(`/lessons/${id}/publication`, { version })
    } catch (failure) {
      void message.error(messageOf(failure))
    }
    await changed()
  }
  return (
    <>
      {may.publish && (
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('publish')}
        </Button>
      )}
      {may.withdraw && (
        <Popconfirm title={t('withdrawAsk')} onConfirm={withdraw}>
          <Button>{t('withdraw')}</Button>
        </Popconfirm>
      )}
      {asking && (
        <QuestionDialog<{ title: string }>
          title={t('publish')}
          note={t('publishNote')}
          submitLabel={t('publish')}
          initial={{ title: String(values.title) }}
          onClose={() => setAsking(false)}
          onSubmit={async ({ title }) => {
            await put(`/lessons/${id}/publication`, { title, version })
            await changed()
            setAsking(false)
          }}
        >
          <TextQuestion name="title" label={t('publishTitle')} rows={1} max={200} required />
        </QuestionDialog>
      )}
    </>
  )
}
