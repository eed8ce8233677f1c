import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldFault } from '../../../api/client'
import { formatInstant, formatNumber, today } from '../../../shared/format'
import { JobProgress } from '../../../shared/ui/JobProgress'
import { useMessageOf } from '../../../shared/useMessageOf'
import settings from '../settings.module.css'
import { useFaults } from '../useFaults'
import { trialQuery, trialsQuery, type TrialItem, type TrialPlace } from './api'
import styles from './rules.module.css'
import { TrialOutcome } from './TrialOutcome'

export interface Span {
  from: string
  to: string
}

interface Props {
  place: TrialPlace
  hint: string
  /** Begins a trial over these days; nothing where there is no draft. */
  begin?: (span: Span) => Promise<{ id: string }>
  onRefused?: (failure: unknown) => void
  /** A fault in words that tell where it is, for what is not asked here. */
  tell?: (fault: FieldFault) => string
  /** What an earlier trial tried, in words. */
  tried?: (trial: TrialItem) => string
  /** What is tried, where there is a choice. */
  children?: ReactNode
  ref?: Ref<HTMLElement>
}

/** Tries a draft against the past: it runs as a job, and what came out is kept. */
export function TrialPanel({ place, hint, begin, onRefused, tell, tried, children, ref }: Props) {
  const { t } = useTranslation('settings')
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const faults = useFaults()
  const [shown, setShown] = useState<string | null>(null)
  const [starting, setStarting] = useState(false)
  const [span, setSpan] = useState<Span>(() => ({ from: dayjs(today()).subtract(1, 'year').format('YYYY-MM-DD'), to: today() }))

  const start = async () => {
    faults.setFailure(null)
    setShown(null)
    setStarting(true)
    try {
      const { id } = await begin!(span)
      setShown(id)
      await cache.invalidateQueries({ queryKey: trialsQuery(place).queryKey })
    } catch (failure) {
      faults.setFailure(failure)
      onRefused?.(failure)
    } finally {
      setStarting(false)
    }
  }

  return (
    <section ref={ref} className={settings.block} aria-label={t('rules.sandbox')}>
      <div className={settings.blockHead}>
        <h2>{t('rules.sandbox')}</h2>
      </div>
      <p className={settings.hint}>{hint}</p>
      {begin ? (
        <div className={styles.sandbox}>
          {children}
          <DatePicker.RangePicker
            aria-label={t('rules.span')}
            allowClear={false}
            maxDate={dayjs(today())}
            value={[dayjs(span.from), dayjs(span.to)]}
            onChange={(days) => days?.[0] && days[1] && setSpan({ from: days[0].format('YYYY-MM-DD'), to: days[1].format('YYYY-MM-DD') })}
          />
          <Button type="primary" loading={starting} onClick={() => void start()}>
            {t('rules.run')}
          </Button>
        </div>
      ) : (
        <p className={settings.hint}>{t('rules.needsDraft')}</p>
      )}
      {faults.failure != null && (
        <Alert role="alert" type="error" showIcon title={faults.faults.map((fault) => tell?.(fault) ?? fault.message).join(' · ') || messageOf(faults.failure)} />
      )}
      {shown && <Shown key={shown} place={place} id={shown} />}
      <Earlier place={place} shown={shown} onShow={setShown} tried={tried} />
    </section>
  )
}

interface EarlierProps extends Pick<Props, 'place' | 'tried'> {
  shown: string | null
  onShow: (id: string) => void
}

/** One's own trials, of drafts that were published or put away, too. */
function Earlier({ place, tried, shown, onShow }: EarlierProps) {
  const { t } = useTranslation('settings')
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(trialsQuery(place))
  const trials = data?.pages.flat() ?? []
  if (trials.length === 0) return null
  return (
    <>
      <h3 className={styles.earlier}>{t('rules.trials')}</h3>
      <ul className={styles.trials} aria-label={t('rules.trials')}>
        {trials.map((trial) => (
          <li key={trial.id}>
            <Button type="link" size="small" aria-pressed={trial.id === shown} onClick={() => onShow(trial.id)}>
              {trial.from} – {trial.to}
            </Button>{' '}
            {[
              tried?.(trial),
              formatInstant(trial.startedAt),
              trial.changed != null && t('rules.changed', { count: trial.changed, shown: formatNumber(trial.changed) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button type="link" size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('rules.moreTrials')}
        </Button>
      )}
    </>
  )
}

function Shown({ place, id }: { place: TrialPlace; id: string }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const { data } = useQuery(trialQuery(place, id))
  if (!data) return null
  if (data.outcome) return <TrialOutcome trial={data} />
  return data.trial.jobId ? (
    <JobProgress jobId={data.trial.jobId} label={t('rules.running')} onEnd={() => void cache.invalidateQueries({ queryKey: ['trials', place.path] })} />
  ) : null
}
