import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import { formatInstant, formatNumber, today } from '../../../shared/format'
import { JobProgress } from '../../../shared/ui/JobProgress'
import { useMessageOf } from '../../../shared/useMessageOf'
import settings from '../settings.module.css'
import { useFaults } from '../useFaults'
import { trialQuery, trialsQuery, type Timeline } from './api'
import styles from './rules.module.css'
import { TrialOutcome } from './TrialOutcome'

interface Props {
  rule: Timeline
  /** The draft to be tried. */
  chosen: string | null
  onChoose: (edition: string | null) => void
}

/** Tries a draft against the past: it runs as a job, and what came out is kept. */
export function Sandbox({ rule, chosen, onChoose }: Props) {
  const { t } = useTranslation('settings')
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const faults = useFaults()
  const place = rule.department?.id ?? null
  const { data: trials } = useQuery(trialsQuery(rule.id, place))
  const [shown, setShown] = useState<string | null>(null)
  const [span, setSpan] = useState(() => ({ from: dayjs(today()).subtract(1, 'year').format('YYYY-MM-DD'), to: today() }))
  const section = useRef<HTMLElement>(null)
  const drafts = rule.editions.filter(({ state }) => state === 'DRAFT')
  const draft = drafts.find(({ id }) => id === chosen)?.id ?? drafts[0]?.id
  useEffect(() => {
    if (chosen) section.current?.scrollIntoView?.({ block: 'start' })
  }, [chosen])

  const start = async () => {
    faults.setFailure(null)
    try {
      const { id } = await post<{ id: string }>(`/rules/${rule.id}/editions/${draft}/trials`, span)
      setShown(id)
      await cache.invalidateQueries({ queryKey: trialsQuery(rule.id, place).queryKey })
    } catch (failure) {
      faults.setFailure(failure)
    }
  }

  return (
    <section ref={section} className={settings.block} aria-label={t('rules.sandbox')}>
      <div className={settings.blockHead}>
        <h2>{t('rules.sandbox')}</h2>
      </div>
      <p className={settings.hint}>{t('rules.sandboxHint')}</p>
      {draft && (
        <div className={styles.sandbox}>
          <Select
            aria-label={t('rules.whichDraft')}
            value={draft}
            options={drafts.map(({ id, createdAt, added }) => ({ value: id, label: `${formatInstant(createdAt)} ${added.join(' · ')}` }))}
            onChange={onChoose}
          />
          <DatePicker.RangePicker
            aria-label={t('rules.span')}
            allowClear={false}
            maxDate={dayjs(today())}
            value={[dayjs(span.from), dayjs(span.to)]}
            onChange={(days) => days?.[0] && days[1] && setSpan({ from: days[0].format('YYYY-MM-DD'), to: days[1].format('YYYY-MM-DD') })}
          />
          <Button type="primary" onClick={() => void start()}>
            {t('rules.run')}
          </Button>
        </div>
      )}
      {faults.failure != null && <Alert role="alert" type="error" showIcon title={faults.faults[0]?.message ?? messageOf(faults.failure)} />}
      {shown && <Shown key={shown} kind={rule.id} id={shown} />}
      {trials && trials.length > 0 && (
        <ul className={styles.trials} aria-label={t('rules.trials')}>
          {trials.map((trial) => (
            <li key={trial.id}>
              <Button type="link" size="small" aria-pressed={trial.id === shown} onClick={() => setShown(trial.id)}>
                {trial.from} – {trial.to}
              </Button>{' '}
              {formatInstant(trial.startedAt)}
              {trial.changed != null && ` · ${t('rules.changed', { count: trial.changed, shown: formatNumber(trial.changed) })}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Shown({ kind, id }: { kind: string; id: string }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const { data } = useQuery(trialQuery(kind, id))
  if (!data) return null
  if (data.outcome) return <TrialOutcome trial={data} />
  return data.trial.jobId ? (
    <JobProgress jobId={data.trial.jobId} label={t('rules.running')} onEnd={() => void cache.invalidateQueries({ queryKey: ['rules', kind] })} />
  ) : null
}
