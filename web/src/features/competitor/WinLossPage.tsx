import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../shared/ui/PageHeader'
import type { ClosingSpan } from './api'
import { ClosingDays } from './ClosingDays'
import { Standings } from './Standings'
import styles from './standings.module.css'

/** The days of closing that count are the page's address: all, until somebody says. */
function useClosingSpan() {
  const [params, setParams] = useSearchParams()
  const span: ClosingSpan = { from: params.get('from') || null, to: params.get('to') || null }
  const change = (values: Partial<ClosingSpan>) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      for (const [name, day] of Object.entries(values)) {
        if (day) next.set(name, day)
        else next.delete(name)
      }
      return next
    })
  return { span, change }
}

/** How we fare against each competitor. */
export function WinLossPage() {
  const { t } = useTranslation('competitor')
  const { span, change } = useClosingSpan()
  return (
    <div className={styles.page}>
      <PageHeader title={t('winLoss.title')} back={{ path: '/competitors', label: t('title') }} description={t('winLoss.what')} />
      <div className={styles.body}>
        <ClosingDays span={span} onChange={change} />
        <Standings span={span} />
      </div>
    </div>
  )
}
