import { CloseOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsOf } from '../../../shared/past/asOf'
import { useMessageOf } from '../../../shared/useMessageOf'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { Answers } from '../control/Answers'
import { stageQuery } from '../control/controlApi'
import { Evidence } from '../control/Evidence'
import control from '../control/control.module.css'
import { keyActionsQuery, opportunityChanged, tickKeyAction, type OpportunityDetail, type Stage } from '../api'
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
      {detail.may.readStages === false && !past ? (
        <Lines title={t('path.missing')} lines={missing.map(({ message }) => message)} warn />
      ) : past ? <AsDefined stage={stage} /> : <AsItGoes detail={detail} stage={stage} missing={missing.map(({ message }) => message)} />}
    </div>
  )
}

/** Of a past day only what the stage is for: which were done by then is not asked. */
function AsDefined({ stage }: { stage: Stage }) {
  const { t } = useTranslation('opportunity')
  return (
    <>
      {stage.goal && <p className={styles.goal}>{stage.goal}</p>}
      <div className={styles.panelColumns}>
        <Lines title={t('path.actions')} lines={stage.keyActions} />
        <div>
          <Lines title={t('path.workItems')} lines={stage.workItems} />
          <Lines title={t('path.results')} lines={stage.keyResults} />
          <Lines title={t('path.participants')} lines={stage.participants.length > 0 ? [stage.participants.join(t('shared:filter.comma'))] : []} />
          <Lines title={t('path.verification')} lines={stage.verification ? [stage.verification] : []} />
        </div>
        <div>
          <Lines title={t('path.questions')} lines={stage.diagnosisQuestions} />
          <Lines title={t('path.indicators')} lines={stage.diagnosisIndicators} />
        </div>
      </div>
    </>
  )
}

/** As the edition has it that the opportunity goes by, with what is done, answered and proven. */
function AsItGoes({ detail, stage, missing }: { detail: OpportunityDetail; stage: Stage; missing: string[] }) {
  const { t } = useTranslation('opportunity')
  const { data, error, refetch } = useQuery(stageQuery(detail.id, stage.id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active />
  const editable = detail.may.edit === true
  const answers = { id: detail.id, stageId: stage.id, editable }
  return (
    <>
      {data.goal && <p className={styles.goal}>{data.goal}</p>}
      {data.expectedConversion != null && <p className={control.conversion}>{t('control.conversion', { rate: data.expectedConversion })}</p>}
      <div className={styles.panelColumns}>
        <div>
          {data.keyActions.length > 0 && <KeyActions detail={detail} stageId={stage.id} actions={data.keyActions} />}
          <Lines title={t('path.missing')} lines={missing} warn />
        </div>
        <div>
          <Answers {...answers} kind="WORK_ITEM" title={t('path.workItems')} answers={data.workItems} />
          <Lines title={t('path.results')} lines={data.keyResults} />
          <Lines title={t('path.participants')} lines={data.participants.length > 0 ? [data.participants.join(t('shared:filter.comma'))] : []} />
          <Evidence id={detail.id} stage={data} editable={editable} />
        </div>
        <div>
          <Answers {...answers} kind="QUESTION" title={t('path.questions')} answers={data.questions} />
          <Answers {...answers} kind="INDICATOR" title={t('path.indicators')} answers={data.indicators} />
        </div>
      </div>
    </>
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

function KeyActions({ detail, stageId, actions }: { detail: OpportunityDetail; stageId: string; actions: string[] }) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const { data } = useQuery(keyActionsQuery(detail.id))
  const [ticked, setTicked] = useState<number[] | null>(null)
  const done = ticked ?? data?.find((one) => one.stageId === stageId)?.done ?? []
  const change = async (place: number, tick: boolean) => {
    setTicked(tick ? [...done, place] : done.filter((other) => other !== place))
    try {
      await tickKeyAction(detail.id, stageId, place, tick)
      await opportunityChanged(cache)
    } catch (failure) {
      void message.error(messageOf(failure))
    }
    setTicked(null)
  }
  return (
    <fieldset className={styles.ticks} disabled={!data}>
      <legend>
        {t('path.actions')} <span className={styles.quiet}>{t('path.actionsDone', { done: done.length, all: actions.length })}</span>
      </legend>
      {actions.map((action, place) => (
        <Checkbox
          key={action}
          checked={done.includes(place)}
          disabled={detail.may.edit === false}
          onChange={(event) => void change(place, event.target.checked)}
        >
          {action}
        </Checkbox>
      ))}
    </fieldset>
  )
}
