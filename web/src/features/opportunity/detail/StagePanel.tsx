import { CloseOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsOf } from '../../../shared/past/asOf'
import { useMessageOf } from '../../../shared/useMessageOf'
import { keyActionsQuery, opportunityChanged, setKeyActions, type OpportunityDetail, type Stage } from '../api'
import styles from './detail.module.css'

interface Props {
  detail: OpportunityDetail
  stage: Stage
  stages: Stage[]
  onMove: (stageId: string) => void
  onClose: () => void
}

/** What a stage asks and offers: goal, key actions to tick, results, questions, what is missing to enter it. */
export function StagePanel({ detail, stage, stages, onMove, onClose }: Props) {
  const { t } = useTranslation('opportunity')
  const past = useAsOf() !== null
  const here = stages.find(({ id }) => detail.path.some((step) => step.current && step.stageId === id))
  const movable = detail.may.move !== false && detail.may.edit !== false && detail.values.status === 'OPEN' && here && here.id !== stage.id
  const missing = detail.gate?.stageId === stage.id ? detail.gate.unmet : []
  const ahead = here && stage.position > here.position
  return (
    <div className={styles.panel} role="region" aria-label={`${stage.code} ${stage.name}`}>
      <div className={styles.panelHead}>
        <h2>
          {stage.code} {stage.name}
        </h2>
        <span className={styles.quiet}>{t('board.winRate', { rate: stage.winRate })}</span>
        {stage.plannedDays != null && <span className={styles.quiet}>{t('board.planned', { count: stage.plannedDays })}</span>}
        <span className={styles.spring} />
        {movable && (
          <Button type={ahead ? 'primary' : 'default'} size="small" onClick={() => onMove(stage.id)}>
            {t(stage.isFinal ? 'verbs.win' : ahead ? 'path.moveHere' : 'path.backHere')}
          </Button>
        )}
        <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('path.close')} onClick={onClose} />
      </div>
      {stage.goal && <p className={styles.goal}>{stage.goal}</p>}
      <div className={styles.panelColumns}>
        {/* Which were done by a past day is not asked. */}
        {past ? <Lines title={t('path.actions')} lines={stage.keyActions} /> : stage.keyActions.length > 0 && <KeyActions detail={detail} stage={stage} />}
        <div>
          <Lines title={t('path.workItems')} lines={stage.workItems} />
          <Lines title={t('path.results')} lines={stage.keyResults} />
          <Lines title={t('path.participants')} lines={stage.participants.length > 0 ? [stage.participants.join(t('shared:filter.comma'))] : []} />
          <Lines title={t('path.verification')} lines={stage.verification ? [stage.verification] : []} />
        </div>
        <div>
          <Lines title={t('path.questions')} lines={stage.diagnosisQuestions} />
          <Lines title={t('path.indicators')} lines={stage.diagnosisIndicators} />
          <Lines title={t('path.missing')} lines={missing.map(({ message }) => message)} warn />
        </div>
      </div>
    </div>
  )
}

function Lines({ title, lines, warn = false }: { title: string; lines: string[]; warn?: boolean }) {
  if (lines.length === 0) return null
  return (
    <div className={styles.lines}>
      <h3>{title}</h3>
      <ul className={warn ? styles.warn : undefined}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function KeyActions({ detail, stage }: { detail: OpportunityDetail; stage: Stage }) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const { data } = useQuery(keyActionsQuery(detail.id))
  const [ticked, setTicked] = useState<number[] | null>(null)
  const done = ticked ?? data?.find(({ stageId }) => stageId === stage.id)?.done ?? []
  const change = async (next: number[]) => {
    setTicked(next)
    try {
      await setKeyActions(detail.id, stage.id, next)
      await opportunityChanged(cache)
    } catch (failure) {
      void message.error(messageOf(failure))
    }
    setTicked(null)
  }
  return (
    <fieldset className={styles.ticks} disabled={!data}>
      <legend>
        {t('path.actions')} <span className={styles.quiet}>{t('path.actionsDone', { done: done.length, all: stage.keyActions.length })}</span>
      </legend>
      {stage.keyActions.map((action, place) => (
        <Checkbox
          key={action}
          checked={done.includes(place)}
          disabled={detail.may.edit === false}
          onChange={(event) =>
            void change(event.target.checked ? [...done, place].sort((one, other) => one - other) : done.filter((other) => other !== place))
          }
        >
          {action}
        </Checkbox>
      ))}
    </fieldset>
  )
}
