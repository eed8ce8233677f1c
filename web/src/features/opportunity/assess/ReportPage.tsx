import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { download } from '../../../shared/download'
import { formatInstant } from '../../../shared/format'
import { Badge } from '../../../shared/ui/Badge'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { FormPage } from '../../../shared/ui/FormPage'
import { PageError } from '../../../shared/ui/PageError'
import { detailQuery } from '../api'
import { assessmentsQuery, besideQuery, reportPdf, stateTones, type Assessment } from './assessApi'
import { MarksTable } from './MarksTable'
import { Outcome } from './Outcome'
import { ProfitFigures } from './ProfitFigures'
import { RiskList } from './RiskRegister'
import styles from './assess.module.css'

/** The report that goes to a leader: outcome, scores, risks, figures; the same as PDF. */
export function ReportPage() {
  const { t } = useTranslation('opportunity')
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const { data: detail } = useQuery(detailQuery(id))
  const { data: page, error, refetch } = useQuery(assessmentsQuery(id))
  const wanted = params.get('of')
  const data = wanted ? page?.assessments.find((one) => one.id === wanted) : page?.assessments[0]
  const back = { path: `/opportunities/${id}?tab=assessment`, label: t('assess.back') }
  if (error && !page) return <PageError error={error} back={back} onRetry={() => void refetch()} />
  if (page && !data) {
    return (
      <FormPage title={t('assess.report')} back={back}>
        <EmptyState title={t('assess.none')} reason={t('assess.noneReason')} />
      </FormPage>
    )
  }
  if (!data || !detail) return <Skeleton active style={{ padding: 24 }} />
  return (
    <FormPage
      title={t('assess.reportOf', { name: detail.values.name ?? detail.id })}
      back={back}
      beside={<Badge tone={stateTones[data.state]}>{t(`assess.states.${data.state}`)}</Badge>}
      description={[t('assess.number', { number: data.number }), data.card.name, data.card.edition ? t('assess.edition', { number: data.card.edition, from: data.card.effectiveFrom }) : t('assess.shipped')].join(' · ')}
      actions={
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => download(reportPdf(id, data.id))}>
          {t('assess.pdf')}
        </Button>
      }
    >
      <div className={styles.tab}>
        <section aria-label={t('assess.title')}>
          <Outcome assessment={data} />
          <MarksTable assessment={data} />
        </section>
        <Beside id={id} assessment={data} />
      </div>
    </FormPage>
  )
}

/** Risks and figures as they were when it was sent; as they are while it is rated. */
function Beside({ id, assessment }: { id: string; assessment: Assessment }) {
  const { t } = useTranslation('opportunity')
  const { data, error, refetch } = useQuery(besideQuery(id, assessment.id))
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active />
  const { asOf, register, profit } = data
  return (
    <>
      {asOf && <p className={styles.quiet}>{t('assess.asSent', { at: formatInstant(asOf) })}</p>}
      <section aria-label={t('assess.risks')} className={styles.part}>
        <div className={styles.partHead}>
          <h2>{t('assess.risks')}</h2>
        </div>
        <RiskList register={register} />
      </section>
      {profit && (
        <section aria-label={t('assess.profit.title')} className={styles.part}>
          <div className={styles.partHead}>
            <h2>{t('assess.profit.title')}</h2>
          </div>
          {profit.months.length > 0 ? <ProfitFigures profit={profit} /> : <p className={styles.none}>{t('assess.profit.none')}</p>}
        </section>
      )}
    </>
  )
}
