import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { download } from '../../../shared/download'
import { useMay } from '../../../shared/session'
import { Badge } from '../../../shared/ui/Badge'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { FormPage } from '../../../shared/ui/FormPage'
import { PageError } from '../../../shared/ui/PageError'
import { detailQuery } from '../api'
import { assessmentsQuery, reportPdf, stateTones } from './assessApi'
import { MarksTable } from './MarksTable'
import { Outcome } from './Outcome'
import { ProfitPart } from './ProfitPart'
import { RiskRegister } from './RiskRegister'
import styles from './assess.module.css'

/** The report that goes to a leader: outcome, scores, risks, figures; the same as PDF. */
export function ReportPage() {
  const { t } = useTranslation('opportunity')
  const mayRead = useMay()
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
        <RiskRegister id={id} editable={false} />
        {mayRead('opportunity:profit') && <ProfitPart id={id} editable={false} />}
      </div>
    </FormPage>
  )
}
