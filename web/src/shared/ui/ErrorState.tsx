import { CloudOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../api/client'
import { useMessageOf } from '../useMessageOf'
import { EmptyState } from './EmptyState'

interface Props {
  error: unknown
  onRetry?: () => void
  /** Another way on, for what fails again as it is. */
  otherwise?: ReactNode
}

/** What went wrong, in words, and how to go on. */
export function ErrorState({ error, onRetry, otherwise }: Props) {
  const { t } = useTranslation('shared')
  const messageOf = useMessageOf()
  const offline = error instanceof ProblemError && error.offline
  const missing = error instanceof ProblemError && error.status === 404
  return (
    <div role="alert">
      <EmptyState
        icon={offline ? <CloudOutlined aria-hidden /> : <WarningOutlined aria-hidden />}
        title={missing ? t('error.missing') : offline ? t('error.offlineTitle') : t('error.title')}
        reason={missing ? t('error.missingReason') : messageOf(error)}
        action={
          <>
            {!missing && onRetry && <Button onClick={onRetry}>{t('error.retry')}</Button>} {otherwise}
          </>
        }
      />
    </div>
  )
}
