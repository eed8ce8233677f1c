import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../api/client'
import type { RecordDetail } from '../../api/types'
import { today } from '../../shared/format'
import { QuestionDialog } from '../../shared/records/QuestionDialog'
import { TextQuestion, ValueQuestion } from '../../shared/records/questions'
import { useProjectChanged } from './useProjectChanged'

const verbs = ['start', 'report', 'complete', 'close', 'resume'] as const
type Verb = (typeof verbs)[number]

const paths: Record<Verb, string> = { start: 'start', report: 'reports', complete: 'completion', close: 'closing', resume: 'resumption' }

/** What can be done with a project as it stands now. */
export function ProjectVerbs({ project }: { project: RecordDetail }) {
  const { t } = useTranslation('project')
  const [asked, setAsked] = useState<Verb | null>(null)
  const offered = verbs.filter((verb) => project.may[verb])
  return (
    <>
      {offered.map((verb, index) => (
        <Button key={verb} type={index === 0 && verb !== 'resume' ? 'primary' : 'default'} onClick={() => setAsked(verb)}>
          {t(`verbs.${verb}`)}
        </Button>
      ))}
      {asked && <VerbDialog verb={asked} project={project} onClose={() => setAsked(null)} />}
    </>
  )
}

function VerbDialog({ verb, project: { id, version, values }, onClose }: { verb: Verb; project: RecordDetail; onClose: () => void }) {
  const { t } = useTranslation('project')
  const changed = useProjectChanged()
  const initial: Record<Verb, object> = {
    start: { startedOn: today() },
    report: { percent: values.percent },
    complete: { completedOn: today() },
    close: { closedOn: today() },
    resume: {},
  }
  return (
    <QuestionDialog<Record<string, unknown>>
      title={t(`verbs.${verb}`)}
      note={verb === 'resume' ? t('resumeNote') : undefined}
      submitLabel={t(`verbs.${verb}`)}
      initial={initial[verb]}
      onClose={onClose}
      onSubmit={async (answers) => {
        await post(`/projects/${id}/${paths[verb]}`, { ...answers, version })
        await changed()
        onClose()
      }}
    >
      {verb === 'start' && <ValueQuestion name="startedOn" label={t('startedOn')} kind="DATE" required />}
      {verb === 'report' && <ValueQuestion name="percent" label={t('progress')} kind="PERCENT" required />}
      {verb === 'report' && <TextQuestion name="feedback" label={t('feedback')} required />}
      {verb === 'complete' && <ValueQuestion name="completedOn" label={t('completedOn')} kind="DATE" required />}
      {verb === 'complete' && <TextQuestion name="note" label={t('completionNote')} required />}
      {verb === 'close' && <ValueQuestion name="closedOn" label={t('closedOn')} kind="DATE" required />}
      {verb === 'close' && <TextQuestion name="note" label={t('closingNote')} required />}
      {verb === 'resume' && <TextQuestion name="reason" label={t('reason')} required />}
    </QuestionDialog>
  )
}
