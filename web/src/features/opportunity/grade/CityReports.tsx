import { PaperClipOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Segmented, Upload } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../../../shared/format'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { TextQuestion, ValueQuestion } from '../../../shared/records/questions'
import { attach, contentOf } from '../../collaboration/api'
import { opportunityChanged, type OpportunityDetail } from '../api'
import styles from './grade.module.css'
import { answerReport, reportsQuery, reportToCity, type Answer, type CityReport, type ReportDraft } from './gradeApi'
import { CityReportBadge } from './GradeBadge'

/** What was reported to the city company, and what came back. */
export function CityReports({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const { id, values, may } = detail
  const { data } = useQuery(reportsQuery(id))
  const [reporting, setReporting] = useState(false)
  const [answered, setAnswered] = useState<CityReport | null>(null)
  const due = values.cityReport === 'DUE' || values.cityReport === 'RETURNED'
  return (
    <section className={styles.reports} aria-label={t('grade.report.title')}>
      <div className={styles.reportHead}>
        <h3>{t('grade.report.title')}</h3>
        <CityReportBadge report={values.cityReport} />
      </div>
      {data && data.length > 0 && (
        <ul>
          {data.map((report) => (
            <li key={report.id}>
              <Told report={report} />
              {!report.answer && may.attach && (
                <Button size="small" onClick={() => setAnswered(report)}>
                  {t('grade.report.answer')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {due && may.attach && (
        <Button size="small" onClick={() => setReporting(true)}>
          {t('grade.report.add')}
        </Button>
      )}
      {reporting && <ReportDialog id={id} onClose={() => setReporting(false)} />}
      {answered && <AnswerDialog id={id} report={answered} onClose={() => setAnswered(null)} />}
    </section>
  )
}

function Told({ report }: { report: CityReport }) {
  const { t } = useTranslation('opportunity')
  return (
    <>
      <div>{t('grade.report.said', { on: formatDay(report.reportedOn), who: report.reportedBy })}</div>
      {report.note && <div className={styles.quiet}>{report.note}</div>}
      {report.mailId && (
        <a href={contentOf(report.mailId)} download>
          <PaperClipOutlined aria-hidden /> {report.mailName}
        </a>
      )}
      {report.answer && report.answeredOn && (
        <div>
          {t(report.answer === 'RECEIPT' ? 'grade.report.receipt' : 'grade.report.return', { on: formatDay(report.answeredOn) })}
          {report.answerNote && <span className={styles.quiet}> {report.answerNote}</span>}
        </div>
      )}
    </>
  )
}

function ReportDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const [mail, setMail] = useState<File | null>(null)
  const [mailId, setMailId] = useState<string | null>(null)
  return (
    <QuestionDialog<ReportDraft>
      title={t('grade.report.add')}
      submitLabel={t('grade.report.add')}
      initial={{ reportedOn: dayjs().format('YYYY-MM-DD') }}
      onClose={onClose}
      onSubmit={async (draft) => {
        // Sent once, also if the rest has to be mended first.
        const file = mail && !mailId ? (await attach('opportunity', id, mail)).id : mailId
        setMailId(file)
        await reportToCity(id, { ...draft, mailId: file })
        await cache.invalidateQueries({ queryKey: ['files'] })
        await opportunityChanged(cache)
        onClose()
      }}
    >
      <ValueQuestion name="reportedOn" label={t('grade.report.reportedOn')} kind="DATE" required />
      <Form.Item label={t('grade.report.mail')} extra={t('grade.report.mailHint')}>
        <Upload
          maxCount={1}
          beforeUpload={(file) => {
            setMail(file)
            setMailId(null)
            return false
          }}
          onRemove={() => {
            setMail(null)
            setMailId(null)
          }}
        >
          <Button icon={<PaperClipOutlined aria-hidden />}>{t('gate.chooseFile')}</Button>
        </Upload>
      </Form.Item>
      <TextQuestion name="note" label={t('grade.report.note')} rows={2} />
    </QuestionDialog>
  )
}

function AnswerDialog({ id, report, onClose }: { id: string; report: CityReport; onClose: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  return (
    <QuestionDialog<Answer>
      title={t('grade.report.answer')}
      submitLabel={t('grade.report.answer')}
      initial={{ answer: 'RECEIPT', answeredOn: dayjs().format('YYYY-MM-DD') }}
      onClose={onClose}
      onSubmit={async (answer) => {
        await answerReport(id, report.id, answer)
        await opportunityChanged(cache)
        onClose()
      }}
    >
      <Form.Item name="answer" label={t('grade.report.answerKind')}>
        <Segmented options={(['RECEIPT', 'RETURN'] as const).map((value) => ({ value, label: t(`grade.report.kinds.${value}`) }))} />
      </Form.Item>
      <ValueQuestion name="answeredOn" label={t('grade.report.answeredOn')} kind="DATE" required />
      <TextQuestion name="note" label={t('grade.report.answerNote')} rows={2} />
    </QuestionDialog>
  )
}
