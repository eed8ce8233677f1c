import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemError } from '../../api/client'
import { EmptyState } from './EmptyState'
import { ErrorState } from './ErrorState'
import type { Back } from './PageHeader'

/** Instead of the page of one record. Not there and not visible are the same, and so is what never was an id. */
export function PageError({ error, back, onRetry }: { error?: unknown; back: Back; onRetry?: () => void }) {
  const { t } = useTranslation('shared')
  const missing = error === undefined || (error instanceof ProblemError && (error.status === 404 || error.code === 'invalid-fields'))
  if (!missing) return <ErrorState error={error} onRetry={onRetry} />
  return (
    <>
      <title>{`${t('error.missing')} · ${t('product')}`}</title>
      <EmptyState
        level={1}
        title={t('error.missing')}
        reason={t('error.missingReason')}
        action={
          <Link to={back.path}>
            <Button tabIndex={-1}>{t('error.back', { list: back.label })}</Button>
          </Link>
        }
      />
    </>
  )
}
