import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../shared/session'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { subjectOf, type OpportunityDetail } from '../api'
import { useMoves } from '../moves/useMoves'
import { assessmentsQuery, type Assessment } from './assessApi'
import { AssessmentCard } from './AssessmentCard'
import { BeginDialog } from './BeginDialog'
import { ProfitPart } from './ProfitPart'
import { RiskRegister } from './RiskRegister'
import styles from './assess.module.css'

/** How an opportunity was judged, what may go wrong, and what it is to bring. */
export function AssessTab({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const mayRead = useMay()
  const { id, may } = detail
  const { data, isPending, error, refetch } = useQuery(assessmentsQuery(id))
  const [beginning, setBeginning] = useState(false)
  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <div className={styles.tab}>
      <section aria-label={t('assess.title')}>
        {data.cards.length > 0 && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setBeginning(true)}>
            {t('assess.begin')}
          </Button>
        )}
        {data.assessments.length === 0 && <EmptyState title={t('assess.none')} reason={t('assess.noneReason')} />}
        {data.assessments[0] && <Offer detail={detail} latest={data.assessments[0]} />}
        {data.assessments.map((assessment, index) => (
          <AssessmentCard key={assessment.id} id={id} assessment={assessment} folded={index > 0} />
        ))}
      </section>
      <RiskRegister id={id} editable={may.edit ?? false} />
      {mayRead('opportunity:profit') && <ProfitPart id={id} editable={may.edit ?? false} />}
      {beginning && <BeginDialog id={id} cards={data.cards} onClose={() => setBeginning(false)} />}
    </div>
  )
}

/** What an approved direction leads to. */
function Offer({ detail, latest }: { detail: OpportunityDetail; latest: Assessment }) {
  const { t } = useTranslation('opportunity')
  const moves = useMoves()
  const { id, values, may } = detail
  const verb = latest.state !== 'APPROVED' ? null : latest.direction === 'DEFER' && may.defer ? 'defer' : latest.direction === 'ABANDON' && may.abandon ? 'abandon' : null
  if (!verb) return null
  return (
    <>
      <Alert
        type="info"
        showIcon
        style={{ margin: '16px 0' }}
        title={t(`assess.${verb}Offer`)}
        action={
          <Button size="small" onClick={() => void moves.act(subjectOf({ id, ...values }), verb)}>
            {t(`assess.${verb}Do`)}
          </Button>
        }
      />
      {moves.dialog}
    </>
  )
}
