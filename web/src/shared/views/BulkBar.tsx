import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Count } from '../../api/types'
import { formatNumber } from '../format'
import { useMay } from '../session'
import { canBeMerged } from '../merge/api'
import type { ListQuestion, Wanted } from '../records/recordsApi'
import { offersQuery, type Chosen, type Offer } from './api'
import styles from './bulk.module.css'

const BulkDialog = lazy(async () => ({ default: (await import('./BulkDialog')).BulkDialog }))
const MergeDialog = lazy(async () => ({ default: (await import('../merge/MergeDialog')).MergeDialog }))
const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog')).ExportDialog }))

interface Props {
  type: string
  question: ListQuestion
  count?: Count
  selection: ReturnType<typeof useSelection>
}

interface Choice {
  /** The condition and the day of the list that it was made in: another one means other records, and forgets it. */
  of: string
  ids: string[]
  /** Those taken out again where all are meant; nothing where some are. */
  excluded: string[] | null
}

/** Which rows are chosen: some, or all that the list means but for a few. */
export function useSelection(loaded: string[], { filter, asOf }: Wanted) {
  const of = JSON.stringify([filter, asOf])
  const none: Choice = { of, ids: [], excluded: null }
  const [kept, setKept] = useState(none)
  const { ids, excluded } = kept.of === of ? kept : none
  return {
    ids: excluded ? loaded.filter((id) => !excluded.includes(id)) : ids.filter((id) => loaded.includes(id)),
    all: excluded !== null,
    excluded: excluded ?? [],
    change: (next: string[]) =>
      setKept(
        excluded
          ? { of, ids: [], excluded: [...excluded.filter((id) => !loaded.includes(id)), ...loaded.filter((id) => !next.includes(id))] }
          : { of, ids: next, excluded: null },
      ),
    takeAll: () => setKept({ of, ids: [], excluded: [] }),
    clear: () => setKept(none),
  }
}

/** What can be done with the chosen records, at the foot of the list. */
export function BulkBar({ type, question, count, selection }: Props) {
  const { t } = useTranslation('views')
  const may = useMay()
  // The past can be exported, not changed.
  const past = Boolean(question.asOf)
  const offers = useQuery({ ...offersQuery(type), enabled: !past })
  const [doing, setDoing] = useState<Offer | 'export' | 'merge' | null>(null)
  const { ids, all, excluded } = selection
  const total = count ? count.count - excluded.length : 0
  const number = all ? total : ids.length
  const text = `${formatNumber(number)}${all && count?.capped ? '+' : ''}`
  const chosen: Chosen = all ? { filter: question.filter, excluded } : { ids }
  if (number === 0 && !doing) return null
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('bulk.bar')}>
      <strong aria-live="polite">{t('bulk.chosen', { text })}</strong>
      {!all && count && count.count > ids.length && (
        <Button size="small" type="link" onClick={selection.takeAll}>
          {t('bulk.all', { text: `${formatNumber(count.count)}${count.capped ? '+' : ''}` })}
        </Button>
      )}
      <span className={styles.actions}>
        {!past && offers.data?.actions.map((offer) => (
          <Button key={offer.action} size="small" danger={offer.action === 'archive'} onClick={() => setDoing(offer)}>
            {offer.label}
          </Button>
        ))}
        {!past && !all && ids.length === 2 && canBeMerged(type) && may(`${type}:merge`) && (
          <Button size="small" onClick={() => setDoing('merge')}>
            {t('merge:do')}
          </Button>
        )}
        {may(`${type}:export`) && (
          <Button size="small" onClick={() => setDoing('export')}>
            {t('bulk.export')}
          </Button>
        )}
      </span>
      <Button size="small" type="text" onClick={selection.clear}>
        {t('bulk.clear')}
      </Button>
      <Suspense>
        {doing === 'export' && <ExportDialog type={type} question={question} ids={all ? undefined : ids} onClose={() => setDoing(null)} />}
        {doing === 'merge' && canBeMerged(type) && (
          <MergeDialog type={type} first={ids[0]!} second={ids[1]} open onClose={() => setDoing(null)} onMerged={selection.clear} />
        )}
        {doing && doing !== 'export' && doing !== 'merge' && (
          <BulkDialog
            type={type}
            offer={doing}
            chosen={chosen}
            count={number}
            text={text}
            onClose={(ran) => {
              setDoing(null)
              if (ran) selection.clear()
            }}
          />
        )}
      </Suspense>
    </div>
  )
}
