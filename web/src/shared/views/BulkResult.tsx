import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRecordPlace } from '../feature'
import { formatNumber } from '../format'
import { refusalsOf, type BulkRun, type Refusal } from './api'
import styles from './bulk.module.css'

/** How a work on many records went: the numbers, and of each refused record why. */
export function BulkResult({ run }: { run: BulkRun }) {
  const { t } = useTranslation('views')
  const place = useRecordPlace(run.type)
  const pages = useInfiniteQuery({
    queryKey: ['bulk-run', run.id, 'refusals'],
    queryFn: ({ pageParam }) => refusalsOf(run.id, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: run.refused > 0,
  })
  const refusals = pages.data?.pages.flatMap((page) => page.refusals) ?? []
  return (
    <div className={styles.result}>
      <p role="status">
        {t('bulk.result', { done: formatNumber(run.done), unchanged: formatNumber(run.unchanged), refused: formatNumber(run.refused) })}
      </p>
      {refusals.length > 0 && (
        <ul aria-label={t('bulk.refusals')}>
          {refusals.map((refusal) => {
            const name = refusal.label ?? refusal.recordId
            return (
              <li key={refusal.place}>
                {place?.path ? <Link to={place.path(refusal.recordId)}>{name}</Link> : <strong>{name}</strong>}
                <span>{reasonOf(refusal)}</span>
              </li>
            )
          })}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button size="small" type="link" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('bulk.more')}
        </Button>
      )}
    </div>
  )
}

/** The sentence of a problem, with what it says of single fields and gates. */
function reasonOf({ problem }: Refusal) {
  const parts = [...(problem.unmetGates ?? []), ...(problem.fields ?? [])].map(({ message }) => message)
  return [problem.detail ?? problem.title, ...parts].filter(Boolean).join(' · ')
}
