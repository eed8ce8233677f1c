import { useQueryClient } from '@tanstack/react-query'
import { App, Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { del } from '../../../api/client'
import { useMessageOf } from '../../../shared/useMessageOf'
import { Badge } from '../../../shared/ui/Badge'
import { opportunityChanged } from '../api'
import { stateTones, type Assessment } from './assessApi'
import { MarksTable } from './MarksTable'
import { Outcome } from './Outcome'
import { RateDialog } from './RateDialog'
import { SendDialog } from './SendDialog'
import styles from './assess.module.css'

/** One assessment: what it came to, who gave what, and what is still to be done. Older ones unfold. */
export function AssessmentCard({ id, assessment, folded }: { id: string; assessment: Assessment; folded: boolean }) {
  const { t } = useTranslation('opportunity')
  const head = (
    <>
      <span className={styles.name}>{t('assess.number', { number: assessment.number })}</span>
      <Badge tone={stateTones[assessment.state]}>{t(`assess.states.${assessment.state}`)}</Badge>
      <span className={styles.quiet}>
        {assessment.card.name}
        {' · '}
        {assessment.card.edition ? t('assess.edition', { number: assessment.card.edition, from: assessment.card.effectiveFrom }) : t('assess.shipped')}
      </span>
    </>
  )
  const body = (
    <>
      <Outcome assessment={assessment} />
      <MarksTable assessment={assessment} />
      <Verbs id={id} assessment={assessment} />
    </>
  )
  return folded ? (
    <details className={styles.assessment}>
      <summary>{head}</summary>
      {body}
    </details>
  ) : (
    <article className={styles.assessment}>
      <h2 className={styles.head}>{head}</h2>
      {body}
    </article>
  )
}

function Verbs({ id, assessment }: { id: string; assessment: Assessment }) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const [asking, setAsking] = useState<'rate' | 'send' | null>(null)
  const { may, missing } = assessment
  const discard = async () => {
    try {
      await del(`/opportunities/${id}/assessments/${assessment.id}`)
      await opportunityChanged(cache)
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  const close = () => setAsking(null)
  return (
    <>
      {may.send && missing.length > 0 && <Alert type="info" className={styles.missing} title={t('assess.missing')} description={<ul>{missing.map((one) => <li key={one}>{one}</li>)}</ul>} />}
      <div className={styles.verbs}>
        {may.rate && (
          <Button type={missing.length > 0 ? 'primary' : 'default'} onClick={() => setAsking('rate')}>
            {t(assessment.raters.some(({ mine }) => mine) ? 'assess.rateAgain' : 'assess.rate')}
          </Button>
        )}
        {may.send && missing.length === 0 && (
          <Button type="primary" onClick={() => setAsking('send')}>
            {t('assess.send')}
          </Button>
        )}
        <Link to={`/opportunities/${id}/report?of=${assessment.id}`}>{t('assess.report')}</Link>
        {may.discard && (
          <Popconfirm title={t('assess.discardAsk')} onConfirm={discard}>
            <Button type="text" danger>
              {t('assess.discard')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {asking === 'rate' && <RateDialog id={id} assessment={assessment} onClose={close} />}
      {asking === 'send' && <SendDialog id={id} assessment={assessment} onClose={close} />}
    </>
  )
}
