import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { del, post } from '../../../api/client'
import { useShortcuts } from '../../../shared/keyboard'
import { MergeDialog } from '../../../shared/merge/MergeDialog'
import { useMay } from '../../../shared/session'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { useMessageOf } from '../../../shared/useMessageOf'
import { pairsChanged, pairsQuery, searchQuery, type DuplicateState, type DuplicateType, type Pair } from './api'
import styles from './duplicates.module.css'
import { PairCard } from './PairCard'

/** Pairs of one state, the likeliest first; by keyboard from one to the next. */
export function PairList({ type, state }: { type: DuplicateType; state: DuplicateState }) {
  const { t } = useTranslation('customer')
  const pages = useInfiniteQuery(pairsQuery(type, state))
  const search = useQuery(searchQuery(type))
  // Where nobody has looked, it is not known that there are none.
  const never = state === 'OPEN' && search.data !== undefined && !search.data.last
  const { decide } = useDecisions()
  const cache = useQueryClient()
  const may = useMay()
  const [merging, setMerging] = useState<Pair | null>(null)
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const pairs = pages.data?.pages.flatMap((page) => page.pairs) ?? []
  const current = Math.min(chosen, pairs.length - 1)
  const go = (step: number) => {
    const next = Math.max(0, Math.min(current + step, pairs.length - 1))
    setChosen(next)
    list.current?.querySelectorAll('article')[next]?.scrollIntoView?.({ block: 'nearest' })
  }
  const dismiss = (pair: Pair | undefined) => pair?.state === 'OPEN' && void decide(pair, true)
  const merge = (pair: Pair | undefined) => pair?.state === 'OPEN' && may(`${type}:merge`) && setMerging(pair)
  useShortcuts([
    { keys: 'j', label: t('review.keys.next'), run: () => go(1) },
    { keys: 'k', label: t('review.keys.previous'), run: () => go(-1) },
    { keys: 'm', label: t('review.merge'), run: () => merge(pairs[current]) },
    { keys: 'x', label: t('review.dismiss'), run: () => dismiss(pairs[current]) },
  ])
  if (pages.isPending) return <Skeleton active className={styles.bones} />
  if (pages.error) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  const hidden = pages.data.pages[0]!.hidden
  return (
    <div ref={list} className={styles.pairs}>
      {pairs.length === 0 && (never ? <EmptyState title={t('review.lookFirst')} reason={t('review.neverReason')} /> : <EmptyState title={t(`review.none.${state}`)} reason={t(`review.noneReason.${state}`)} />)}
      {pairs.map((pair, index) => (
        <PairCard
          key={pair.id}
          pair={pair}
          current={index === current}
          onFocus={() => setChosen(index)}
          onDismiss={() => dismiss(pair)}
          onReopen={() => void decide(pair, false)}
          onMerge={may(`${type}:merge`) ? () => merge(pair) : undefined}
        />
      ))}
      {merging && (
        <MergeDialog
          type={type}
          first={merging.first.id}
          second={merging.second.id}
          open
          onClose={() => setMerging(null)}
          onMerged={() => void pairsChanged(cache)}
        />
      )}
      {pages.hasNextPage && (
        <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
          {t('review.more')}
        </Button>
      )}
      {hidden > 0 && <p className={styles.hidden}>{t('review.hidden', { count: hidden })}</p>}
    </div>
  )
}

/** Says that two are not the same, or takes that back; the first can be undone at once. */
function useDecisions() {
  const { t } = useTranslation('customer')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const decide = async (pair: Pair, dismissed: boolean) => {
    const path = `/duplicates/${pair.id}/dismissal`
    try {
      await (dismissed ? post(path, undefined) : del(path))
    } catch (error) {
      void message.error(messageOf(error))
      return
    }
    await pairsChanged(cache)
    const key = `pair${pair.id}`
    const undo = () => {
      message.destroy(key)
      void decide(pair, false)
    }
    if (!dismissed) void message.success(t('review.reopened'))
    else {
      void message.success({
        key,
        duration: 8,
        content: (
          <>
            {t('review.dismissed')}
            <Button type="link" size="small" onClick={undo}>
              {t('review.undo')}
            </Button>
          </>
        ),
      })
    }
  }
  return { decide }
}
