import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatInstant } from '../../../shared/format'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { TextQuestion } from '../../../shared/records/questions'
import { useMessageOf } from '../../../shared/useMessageOf'
import { opportunityChanged, type OpportunityDetail } from '../api'
import { Card } from '../detail/Card'
import { CityReports } from './CityReports'
import { Duties } from './Duties'
import styles from './grade.module.css'
import { gradeQuery, sendGrade, withdrawGrade, type GradeView } from './gradeApi'
import { GradeBadge } from './GradeBadge'

/** The grade, how far its confirmation has come, what follows from it: duties, and the report to the city company. */
export function GradeCard({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const { id, values } = detail
  const { data } = useQuery({ ...gradeQuery(id), enabled: Boolean(values.grade) })
  const state = data?.state
  const before = useRef(state)
  useEffect(() => {
    // It was sent in the meantime: the header and the decision asked for are to say so.
    if (before.current === 'UNSENT' && state === 'AWAITING') void opportunityChanged(cache)
    before.current = state
  }, [state, cache])
  if (!('grade' in values)) return null
  return (
    <Card title={t('grade.title')} beside={<GradeBadge grade={values.grade} state={data?.state ?? values.gradeState} pending={data ? data.pending : values.gradePending} />}>
      <div className={styles.card}>
        {values.grade ? data && <Confirmation id={id} view={data} at={values.gradeConfirmedAt} /> : <p className={styles.quiet}>{t('grade.none')}</p>}
        <Duties detail={detail} view={data} />
        {values.cityReport && <CityReports detail={detail} />}
      </div>
    </Card>
  )
}

function Confirmation({ id, view, at }: { id: string; view: GradeView; at: unknown }) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const [sending, setSending] = useState(false)
  const { grade, pending, state } = view
  if (!grade) return null
  if (!pending) return at ? <p className={styles.quiet}>{t('grade.confirmedAt', { at: formatInstant(String(at)) })}</p> : null
  const word = t(`grade.grades.${pending}`)
  const withdraw = async () => {
    try {
      await withdrawGrade(id)
    } catch (failure) {
      void message.error(messageOf(failure))
    }
    await opportunityChanged(cache)
  }
  return (
    <>
      <p>{pending === grade ? t('grade.raised', { grade: word }) : t('grade.lowering', { grade: word, now: t(`grade.grades.${grade}`) })}</p>
      {view.missing.map((missing) => (
        <p key={missing} className={styles.missing} role="alert">
          {t('grade.nobody', { missing })}
        </p>
      ))}
      {state === 'UNSENT' && view.missing.length === 0 && <p className={styles.quiet}>{t('grade.unsent')}</p>}
      {state === 'RETURNED' && <p className={styles.quiet}>{t('grade.returned')}</p>}
      {state === 'WITHDRAWN' && <p className={styles.quiet}>{t('grade.withdrawn')}</p>}
      <div className={styles.actions}>
        {view.requestId && <Link to={`/approvals/${view.requestId}`}>{t('grade.see')}</Link>}
        {view.maySend && (
          <Button size="small" type="primary" onClick={() => setSending(true)}>
            {t(state === 'UNSENT' ? 'grade.send' : 'grade.sendAgain')}
          </Button>
        )}
        {view.mayWithdraw && (
          <Popconfirm title={t('grade.withdrawAsk')} onConfirm={withdraw}>
            <Button size="small">{t('grade.withdraw')}</Button>
          </Popconfirm>
        )}
      </div>
      {sending && (
        <QuestionDialog<{ note?: string }>
          title={t('grade.sendTitle', { grade: word })}
          note={t('grade.sendNote')}
          submitLabel={t('grade.send')}
          onClose={() => setSending(false)}
          onSubmit={async ({ note }) => {
            await sendGrade(id, note)
            setSending(false)
            await opportunityChanged(cache)
          }}
        >
          <TextQuestion name="note" label={t('grade.note')} />
        </QuestionDialog>
      )}
    </>
  )
}
