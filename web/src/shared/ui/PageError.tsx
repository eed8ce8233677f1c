import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemError } from '../../api/client'
import { dateInWords } from '../format'
import { useAsOf, useSetAsOf } from '../past/asOf'
import { EmptyState } from './EmptyState'
import { ErrorState } from './ErrorState'
import type { Back } from './BackLink'

/** Instead of the page of one record. Not there and not visible are the same, and so is what never was an id. */
export function PageError({ error, back, onRetry }: { error?: unknown; back: Back; onRetry?: () => void }) {
  const { t, i18n } = useTranslation('shared')
  const day = useAsOf()
  const setDay = useSetAsOf()
  const missing = error === undefined || (error instanceof ProblemError && (error.status === 404 || error.code === 'invalid-fields'))
  if (!missing) return <ErrorState error={error} onRetry={onRetry} />
  return (
    <>
      <title>{`${t('error.missing')} · ${t('product')}`}</title>
      <EmptyState
        level={1}
        title={t(day ? 'past:missing' : 'error.missing')}
        reason={day ? t('past:missingReason', { day: dateInWords(day, i18n.language) }) : t('error.missingReason')}
        action={
          <>
            {day && (
              <Button type="primary" onClick={() => setDay(null)}>
                {t('past:back')}
              </Button>
            )}{' '}
            <Link to={back.path}>
              <Button tabIndex={-1}>{t('error.back', { list: back.label })}</Button>
            </Link>
          </>
        }
      />
    </>
  )
}
