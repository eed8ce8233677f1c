import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../shared/ui/EmptyState'

export function NotFoundPage() {
  const { t } = useTranslation('app')
  return (
    <>
      <title>{`${t('notFound.title')} · ${t('shared:product')}`}</title>
      <EmptyState
        level={1}
        title={t('notFound.title')}
        reason={t('notFound.reason')}
        action={
          <Link to="/">
            <Button type="primary">{t('notFound.home')}</Button>
          </Link>
        }
      />
    </>
  )
}
