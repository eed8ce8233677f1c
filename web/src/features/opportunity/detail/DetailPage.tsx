import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams, useSearchParams } from 'react-router'
import { onDay, useAsOf } from '../../../shared/past/asOf'
import { PastBanner } from '../../../shared/past/PastBanner'
import { usePhone } from '../../../shared/preferences'
import { useMay } from '../../../shared/session'
import { PageError } from '../../../shared/ui/PageError'
import { TabStrip, withTab } from '../../../shared/ui/TabStrip'
import { RecordTasks } from '../../activity/RecordTasks'
import { Attachments } from '../../collaboration/Attachments'
import { Sharing } from '../../collaboration/Sharing'
import { GradeCard } from '../grade/GradeCard'
import { AssessTab } from '../assess/AssessTab'
import { detailQuery, processesQuery, subjectOf, wayOf, type OpportunityDetail } from '../api'
import { useMoves } from '../moves/useMoves'
import { LessonsCard } from '../review/LessonsCard'
import { ReviewCard } from '../review/ReviewCard'
import { RivalsTab } from '../rival/RivalsTab'
import { ApprovalCard } from './ApprovalCard'
import { ContactsTab } from './ContactsTab'
import styles from './detail.module.css'
import { DetailHeader } from './DetailHeader'
import { GateCard } from './GateCard'
import { HistoryTab } from './HistoryTab'
import { KeyFacts } from './KeyFacts'
import { LinesTab } from './LinesTab'
import { NextStepCard } from './NextStepCard'
import { ProjectCard } from './ProjectCard'
import { StagePath } from './StagePath'
import { TeamTab } from './TeamTab'
import { Timeline } from './Timeline'
import { ValidityCard } from './ValidityCard'

const PlanTab = lazy(async () => ({ default: (await import('../plan/PlanTab')).PlanTab }))

/** One opportunity with its whole story. */
export function DetailPage() {
  const { t } = useTranslation('opportunity')
  const { id = '' } = useParams()
  const asOf = useAsOf()
  const { data, error, isPending, refetch } = useQuery(detailQuery(id, asOf))
  if (isPending) {
    return (
      <div className={styles.bones} role="status" aria-label={t('shared:loading')}>
        <Skeleton active paragraph={{ rows: 2 }} />
        <Skeleton.Button active block />
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    )
  }
  if (error && !data) return <PageError error={error} back={{ path: onDay('/opportunities', asOf), label: t('title') }} onRetry={() => void refetch()} />
  return <Detail key={`${id} ${asOf}`} detail={data} />
}

function Detail({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const phone = usePhone()
  const mayRead = useMay()
  const moves = useMoves()
  const processes = useQuery(processesQuery())
  const [params, setParams] = useSearchParams()
  const [opened, setOpened] = useState<string | null>(null)
  const middle = useRef<HTMLDivElement>(null)
  const { state } = useLocation()
  useEffect(() => {
    // On a phone the tabs lie below all cards: who is led to one of them is brought there.
    if ((state as { show?: string } | null)?.show === 'tabs') middle.current?.scrollIntoView()
  }, [state])
  const { id, values, may } = detail
  const past = useAsOf() !== null
  const subject = subjectOf({ id, ...values, version: detail.version })
  const stages = wayOf(processes.data?.find((process) => process.id === subject.processId), detail)
  const moveTo = (stageId: string) => {
    const stage = stages.find((one) => one.id === stageId)
    if (stage) void moves.move(subject, stage, stages)
  }
  const facts = (
    <>
      {phone && <ValidityCard detail={detail} />}
      <KeyFacts detail={detail} />
    </>
  )
  const now = (
    <>
      {!past && <ApprovalCard id={id} />}
      <ReviewCard detail={detail} past={past} />
      <ProjectCard detail={detail} />
      <NextStepCard detail={detail} />
      {!past && <GradeCard detail={detail} />}
      <GateCard detail={detail} stages={stages} onMove={moveTo} />
      {!phone && <ValidityCard detail={detail} />}
      {!phone && !past && <LessonsCard detail={detail} />}
    </>
  )
  const tabs = [
    ...(phone ? [{ key: 'facts', label: t('tabs.facts'), children: <div className={styles.side}>{facts}</div> }] : []),
    { key: 'timeline', label: t('tabs.timeline'), children: <Timeline detail={detail} /> },
    ...(may.readTeam === false ? [] : [{ key: 'team', label: t('tabs.team'), children: <TeamTab id={id} editable={may.formTeam ?? false} /> }]),
    ...(mayRead('contact:read') ? [{ key: 'contacts', label: t('tabs.contacts'), children: <ContactsTab detail={detail} /> }] : []),
    ...(mayRead('competitor:read') ? [{ key: 'rivals', label: t('rival.title'), children: <RivalsTab id={id} editable={may.edit ?? false} /> }] : []),
    ...(may.readPlan === false ? [] : [{ key: 'plan', label: t('plan.title'), children: <Suspense fallback={<Skeleton active />}><PlanTab id={id} editable={may.edit ?? false} /></Suspense> }]),
    ...(past || may.readAssessment === false ? [] : [{ key: 'assessment', label: t('assess.title'), children: <AssessTab detail={detail} /> }]),
    ...(may.readLines === false ? [] : [{ key: 'lines', label: t('tabs.lines'), children: <LinesTab detail={detail} /> }]),
    // Files, tasks and sharing have no history: of the past, the timeline tells.
    ...(past
      ? []
      : [
          { key: 'files', label: t('tabs.files'), children: <Attachments recordType="opportunity" recordId={id} editable={may.attach ?? false} /> },
          ...(mayRead('task:read') ? [{ key: 'tasks', label: t('tabs.tasks'), children: <RecordTasks record={{ type: 'opportunity', id }} /> }] : []),
          // Whom it is shown to is for those who know who works on it, or may show it.
          ...(may.readTeam === false && may.share !== true
            ? []
            : [{ key: 'sharing', label: t('tabs.sharing'), children: <Sharing recordType="opportunity" recordId={id} editable={may.share === true} /> }]),
        ]),
    { key: 'history', label: t('tabs.history'), children: <HistoryTab id={id} /> },
  ]
  return (
    <div className={styles.page}>
      <PastBanner />
      <DetailHeader detail={detail} subject={subject} stages={stages} moves={moves} onMove={moveTo} />
      <StagePath detail={detail} stages={stages} opened={opened} onOpen={setOpened} onMove={moveTo} />
      <div className={styles.columns}>
        {phone ? <div className={styles.side}>{now}</div> : <div className={styles.side}>{facts}</div>}
        <div ref={middle} className={styles.middle}>
          <TabStrip
            label={t('tabs.label')}
            tabs={tabs}
            active={tabs.some(({ key }) => key === params.get('tab')) ? params.get('tab')! : 'timeline'}
            onChange={(key) => setParams((before) => withTab(before, key === 'timeline' ? null : key), { replace: true })}
          />
        </div>
        {phone ? !past && <div className={styles.side}><LessonsCard detail={detail} /></div> : <div className={styles.side}>{now}</div>}
      </div>
      {moves.dialog}
    </div>
  )
}
