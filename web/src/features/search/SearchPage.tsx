import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Input, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useKinds } from '../../shared/records/useKinds'
import { EmptyState } from '../../shared/ui/EmptyState'
import { ErrorState } from '../../shared/ui/ErrorState'
import { PageHeader } from '../../shared/ui/PageHeader'
import { searchQuery } from './api'
import { Results } from './Results'
import styles from './search.module.css'

/** Milliseconds without a key after which it is asked. */
const pause = 150

/** Everything that was found, by kind; the address says what was asked, so that it can be shared and come back to. */
export function SearchPage() {
  const { t } = useTranslation('search')
  const [params, setParams] = useSearchParams()
  const asked = params.get('q') ?? ''
  const [text, setText] = useState(asked)
  const [known, setKnown] = useState(asked)
  const [written, setWritten] = useState(asked)
  const timer = useRef<number>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  if (known !== asked) {
    setKnown(asked)
    // An address from elsewhere is taken over; one that was typed here must not undo what was typed since.
    if (asked !== written) setText(asked)
  }
  const ask = (q: string) => {
    setWritten(q)
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (q) next.set('q', q)
        else next.delete('q')
        return next
      },
      { replace: true },
    )
  }
  const type = (typed: string) => {
    setText(typed)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => ask(typed.trim()), pause)
  }
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={styles.page}>
        <Input
          autoFocus
          size="large"
          type="search"
          prefix={<SearchOutlined aria-hidden />}
          aria-label={t('title')}
          placeholder={t('placeholder')}
          allowClear
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        {asked ? <Answer text={asked} /> : <EmptyState title={t('begin')} reason={t('beginReason')} />}
      </div>
    </>
  )
}

function Answer({ text }: { text: string }) {
  const { t } = useTranslation('search')
  const kindOf = useKinds()
  const search = useQuery(searchQuery(text))
  if (search.isPending) return <Skeleton active paragraph={{ rows: 6 }} className={styles.wait} />
  if (search.error) return <ErrorState error={search.error} onRetry={() => void search.refetch()} />
  return (
    <div aria-busy={search.isPlaceholderData}>
      <p role="status" className="visually-hidden">
        {search.data.groups.map((group) => t('tab', { label: kindOf(group), count: String(group.found) })).join(', ')}
      </p>
      {search.data.groups.length === 0 ? (
        <EmptyState title={t('none', { text })} reason={t('noneReason')} />
      ) : (
        <Results text={text} groups={search.data.groups} />
      )}
    </div>
  )
}
