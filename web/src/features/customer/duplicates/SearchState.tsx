import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import { formatInstant, formatNumber } from '../../../shared/format'
import { JobProgress } from '../../../shared/ui/JobProgress'
import { useMessageOf } from '../../../shared/useMessageOf'
import { pairsChanged, searchQuery, type DuplicateType } from './api'
import styles from './duplicates.module.css'

/** When duplicates were last looked for, with how far that is, and a way to look again. */
export function SearchState({ type }: { type: DuplicateType }) {
  const { t } = useTranslation('customer')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const { data } = useQuery(searchQuery(type))
  const start = useMutation({
    mutationFn: () => post('/duplicates/search', { type }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['duplicate-search', type] })
      // What has ended by now shows no progress whose end could tell of it.
      await pairsChanged(cache)
    },
    onError: (error) => void message.error(messageOf(error)),
  })
  if (!data) return null
  const { last } = data
  const running = last?.state === 'WAITING' || last?.state === 'RUNNING'
  return (
    <div className={styles.search}>
      {running ? (
        <JobProgress
          jobId={last.jobId}
          label={t('review.searching')}
          onEnd={() => {
            void pairsChanged(cache)
            void cache.invalidateQueries({ queryKey: ['duplicate-search', type] })
          }}
        />
      ) : (
        <>
          <span>
            {last?.finishedAt
              ? t('review.last', { when: formatInstant(last.finishedAt), count: last.found ?? 0, text: formatNumber(last.found ?? 0) })
              : t(last ? 'review.ended' : 'review.never')}
          </span>
          <Button onClick={() => start.mutate()} loading={start.isPending}>
            {t('review.search')}
          </Button>
        </>
      )}
    </div>
  )
}
