import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, DatePicker, Select, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Reference } from '../../../api/types'
import { UserPicker } from '../../../shared/records/RecordPicker'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { PageHeader } from '../../../shared/ui/PageHeader'
import { auditQuery, subjects } from './api'
import styles from './audit.module.css'
import { AuditTable } from './AuditTable'
import { useSubjectName } from './useSubjectName'

/** Who changed what, when, and from where. */
export function AuditPage() {
  const { t } = useTranslation('settings')
  const nameOf = useSubjectName()
  const [params, setParams] = useSearchParams()
  const [user, setUser] = useState<Reference | null>(() => {
    const id = params.get('user')
    return id ? { id, label: params.get('userName') ?? id } : null
  })
  const question = { user: params.get('user'), subjectType: params.get('subjectType'), from: params.get('from'), to: params.get('to') }
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(auditQuery(question))
  const set = (part: Record<string, string | null | undefined>) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      for (const [name, value] of Object.entries(part)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const filtered = Object.values(question).some(Boolean)
  return (
    <>
      <PageHeader title={t('audit.title')} description={t('audit.lead')} />
      <div className={styles.filters} role="search">
        <UserPicker
          aria-label={t('audit.user')}
          placeholder={t('audit.user')}
          value={user}
          onChange={(chosen) => {
            setUser(chosen)
            set({ user: chosen?.id, userName: chosen?.label })
          }}
        />
        <Select<string>
          aria-label={t('audit.subject')}
          placeholder={t('audit.subject')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={question.subjectType ?? undefined}
          options={subjects.map((value) => ({ value, label: nameOf(value) }))}
          onChange={(subjectType) => set({ subjectType })}
        />
        <DatePicker.RangePicker
          aria-label={t('audit.time')}
          allowEmpty={[true, true]}
          value={[question.from ? dayjs(question.from) : null, question.to ? dayjs(question.to) : null]}
          onChange={(range) => set({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })}
        />
      </div>
      {isPending && <Skeleton active style={{ padding: 24 }} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && rows.length === 0 && <EmptyState title={t(filtered ? 'audit.noneFiltered' : 'audit.none')} />}
      {rows.length > 0 && <AuditTable rows={rows} />}
      {hasNextPage && (
        <div className={styles.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('shared:table.more')}
          </Button>
        </div>
      )}
    </>
  )
}
